import { Dexie } from 'dexie';

/** What a caller asked of the store is not there: it was deleted meanwhile, or never was. */
export class NotThereError extends Error {
  override readonly name = 'NotThereError';
}

/** Whether the browser's stores have failed (full, closed, broken off), and not the code that asked them for something. */
export function isStoreFailure(error: unknown): error is Error {
  if (error instanceof Dexie.DexieError || error instanceof DOMException) return true;
  // The store of an extension's values (`storage.local`) fails with errors of no kind.
  return error instanceof Error && error.constructor === Error;
}
