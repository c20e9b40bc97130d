import type { PolicyGlossDatabase } from './database.ts';

/** Keeps compiled term indexes. As a Blob: it comes back as an ArrayBuffer several times faster than a cloned one. */
export interface ImageStore {
  load(key: string): Promise<ArrayBuffer | undefined>;
  /** Stores an image and drops all others: only the index of the current packs is of use. */
  replace(key: string, image: ArrayBuffer): Promise<void>;
}

/** The store over the extension's database. */
export function createImageStore(database: PolicyGlossDatabase): ImageStore {
  return {
    load: async (key) => (await database.images.get(key))?.image.arrayBuffer(),
    replace: (key, image) =>
      database.transaction('rw', database.images, async () => {
        await database.images.clear();
        await database.images.put({ key, image: new Blob([image]) });
      }),
  };
}
