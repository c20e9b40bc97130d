import type { Highlight, KeptPage } from '../highlights/highlight.ts';
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
  /**
   * Drops the versions that no highlight refers to, in the bin or not, and no step that can be undone or redone. Returns
   * how many. What is written meanwhile waits, so that none is dropped that is just being referred to.
   */
  prune(): Promise<number>;
}

/** Rows read in one go. */
const PART = 250;

/** Versions of pages that a highlight, or some fields of one, refers to. */
function pagesOf({ page, found }: Partial<Highlight>): string[] {
  return [page, found?.page].filter((hash) => hash !== undefined);
}

/** The store over the extension's database. */
export function createPageStore(database: PolicyGlossDatabase): PageStore {
  const { pages, highlights, steps } = database;

  const unneeded = async (): Promise<string[]> => {
    const needed = new Set<string>();
    const need = (rows: readonly Partial<Highlight>[]) => {
      for (const row of rows) for (const hash of pagesOf(row)) needed.add(hash);
    };
    for (let last: string | undefined; ; ) {
      const rest = last === undefined ? highlights.orderBy('id') : highlights.where('id').above(last);
      const part = await rest.limit(PART).toArray();
      need(part);
      last = part.at(-1)?.id;
      if (part.length < PART) break;
    }
    for (const { rows } of await steps.toArray()) need(rows.flatMap(({ before, after }) => [before, after]));
    return (await pages.toCollection().primaryKeys()).filter((hash) => !needed.has(hash));
  };

  return {
    read: async (hashes) =>
      (await pages.bulkGet([...new Set(hashes)])).filter((row) => row !== undefined).map(keptPage),
    all: async () => (await pages.toArray()).map(keptPage),
    prune: async () => {
      // Looked for first without holding up who writes: mostly there is none.
      const first = await database.transaction('r', [pages, highlights, steps], unneeded);
      if (first.length === 0) return 0;
      return database.transaction('rw', [pages, highlights, steps], async () => {
        const hashes = await unneeded();
        await pages.bulkDelete(hashes);
        return hashes.length;
      });
    },
  };
}
