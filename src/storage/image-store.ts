import type { PolicyGlossDatabase } from './database.ts';

/** A compiled index of all packs, with what belongs to it. */
export interface StoredIndex {
  /** Names the packs and the format that it was compiled from. */
  readonly key: string;
  readonly image: Blob;
  /** The terms of stored entries by number (`term-directory.ts`). */
  readonly directory: Blob;
  /** Number of the last write that is in it. */
  readonly upTo: number;
  /** Concepts of the bundled pack that were left out, because the reader does not want them marked. */
  readonly unmarked: readonly string[];
}

/** Keeps the compiled index. As Blobs: they come back twice as fast as cloned buffers. */
export interface ImageStore {
  /** The index that is stored, whatever it was compiled from. */
  load(): Promise<StoredIndex | undefined>;
  /** Stores an index in place of all others: only that of the current packs is of use. */
  replace(index: StoredIndex): Promise<void>;
}

/** The store over the extension's database. */
export function createImageStore(database: PolicyGlossDatabase): ImageStore {
  return {
    load: async () => {
      const stored = await database.images.toCollection().first();
      if (!stored?.directory) return undefined;
      const { key, image, directory, upTo = 0, unmarked = [] } = stored;
      return { key, image, directory, upTo, unmarked };
    },
    replace: ({ unmarked, ...index }) =>
      database.transaction('rw', database.images, async () => {
        await database.images.clear();
        await database.images.put({ ...index, unmarked: [...unmarked] });
      }),
  };
}
