import type { PolicyGlossDatabase } from './database.ts';

/** A compiled index of all packs, with what belongs to it. */
export interface StoredIndex {
  readonly image: Blob;
  /** The terms of stored entries by number (`term-directory.ts`). */
  readonly directory: ArrayBuffer;
  /** Number of the last write that is in it. */
  readonly upTo: number;
  /** Concepts of the bundled pack that were left out, because the reader does not want them marked. */
  readonly unmarked: readonly string[];
}

/** Keeps the compiled index. As Blobs: they come back twice as fast as cloned buffers. */
export interface ImageStore {
  load(key: string): Promise<StoredIndex | undefined>;
  /** Stores an index and drops all others: only that of the current packs is of use. */
  replace(key: string, index: StoredIndex): Promise<void>;
}

/** The store over the extension's database. */
export function createImageStore(database: PolicyGlossDatabase): ImageStore {
  return {
    load: async (key) => {
      const stored = await database.images.get(key);
      if (!stored?.directory) return undefined;
      const directory = await stored.directory.arrayBuffer();
      return { image: stored.image, directory, upTo: stored.upTo ?? 0, unmarked: stored.unmarked ?? [] };
    },
    replace: (key, { image, directory, upTo, unmarked }) =>
      database.transaction('rw', database.images, async () => {
        await database.images.clear();
        await database.images.put({
          key,
          image,
          directory: new Blob([directory]),
          upTo,
          unmarked: [...unmarked],
        });
      }),
  };
}
