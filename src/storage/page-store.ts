import type { KeptPage } from '../highlights/highlight.ts';
import { fromBase64, toBase64 } from '../text/base64.ts';
import type { PolicyGlossDatabase, StoredPage } from './database.ts';

/** A page as it is stored. */
export function storedPage({ hash, state }: KeptPage): StoredPage {
  return { hash, state: fromBase64(state) };
}

/** A page as it travels. */
export function keptPage({ hash, state }: StoredPage): KeptPage {
  return { hash, state: toBase64(state) };
}

/** Keeps versions of pages. They are written together with the highlights that need them. */
export interface PageStore {
  /** The pages of the given hashes; those that are not there are left out. */
  read(hashes: readonly string[]): Promise<KeptPage[]>;
  all(): Promise<KeptPage[]>;
}

/** The store over the extension's database. */
export function createPageStore({ pages }: PolicyGlossDatabase): PageStore {
  return {
    read: async (hashes) =>
      (await pages.bulkGet([...new Set(hashes)])).filter((row) => row !== undefined).map(keptPage),
    all: async () => (await pages.toArray()).map(keptPage),
  };
}
