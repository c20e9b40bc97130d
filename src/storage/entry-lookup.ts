import type { GlossaryEntry } from '../glossary/entry.ts';
import { wordingKey } from '../glossary/entry-keys.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { entryOfRow } from './stored-entry.ts';

/** Finds entries by their words. */
export interface EntryLookup {
  /** Entries that have a wording with one of these keys (`entry-keys.ts`), of packs that are not in the bin. */
  byKeys(keys: readonly string[]): Promise<GlossaryEntry[]>;
  /** Entries with that Chinese term, and entries with that English one. */
  alike(words: { readonly zh: string; readonly en: string }): Promise<{
    sameZh: GlossaryEntry[];
    sameEn: GlossaryEntry[];
  }>;
}

/** The look-up over the extension's database. */
export function createEntryLookup({ entries, packs, erasedPacks }: PolicyGlossDatabase): EntryLookup {
  const present = async (ids: readonly string[]): Promise<GlossaryEntry[]> => {
    const known = await packs.toArray();
    const inBin = new Set(known.filter(({ deletedAt }) => deletedAt).map(({ id }) => id));
    const present = new Set(known.map(({ id }) => id));
    for (const { id } of await erasedPacks.where('isLeaving').equals(1).toArray()) {
      if (!present.has(id)) inBin.add(id);
    }
    const rows = await entries.bulkGet([...new Set(ids)]);
    return rows.flatMap((row) => (row && !row.deletedAt && !inBin.has(row.pack) ? [entryOfRow(row)] : []));
  };
  const byKeys = async (keys: readonly string[]) =>
    keys.length === 0 ? [] : present((await entries.where('keys').anyOf(keys).primaryKeys()).map(String));

  return {
    byKeys,
    alike: async ({ zh, en }) => ({
      sameZh: zh.trim() === '' ? [] : await byKeys([wordingKey('zh', zh)]),
      sameEn: en.trim() === '' ? [] : await byKeys([wordingKey('en', en)]),
    }),
  };
}
