import type { GlossaryEntry } from '../glossary/entry.ts';
import { keysOf, wordingKey } from '../glossary/entry-keys.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { entryOfRow } from './stored-entry.ts';

/** Entries that name one Chinese term differently in English. */
export interface Conflict {
  /** Folded key of the Chinese term. */
  readonly key: string;
  /** At least two, from packs that are not in the bin; contexts say on which sites they stood. */
  readonly entries: readonly GlossaryEntry[];
}

/** Finds entries by their words. */
export interface EntryLookup {
  /** Entries that have a wording with one of these keys (`entry-keys.ts`), of packs that are not in the bin. */
  byKeys(keys: readonly string[]): Promise<GlossaryEntry[]>;
  /** Entries with that Chinese term, and entries with that English one. */
  alike(words: { readonly zh: string; readonly en: string }): Promise<{
    sameZh: GlossaryEntry[];
    sameEn: GlossaryEntry[];
  }>;
  /**
   * The next conflicts after a key (`''`: from the beginning), at most `most`, with the key to go on after. `named`:
   * entries that are not in the store (the bundled pack) by key.
   */
  conflicts(
    after: string,
    most: number,
    named?: (key: string) => readonly GlossaryEntry[],
  ): Promise<{ conflicts: Conflict[]; next: string | undefined }>;
}

/** Keys looked through in one go. */
const PART = 2_000;

const englishKeys = (entry: GlossaryEntry): string[] => keysOf(entry).filter((key) => key.startsWith('e'));

/** Whether two of the entries have English words, and none in common. */
export function disagree(entries: readonly GlossaryEntry[]): boolean {
  const lists = entries.map(englishKeys).filter((keys) => keys.length > 0);
  return lists.some((keys, index) =>
    lists.slice(index + 1).some((others) => !others.some((key) => keys.includes(key))),
  );
}

/** The look-up over the extension's database. */
export function createEntryLookup({ entries, packs }: PolicyGlossDatabase): EntryLookup {
  const present = async (ids: readonly string[]): Promise<GlossaryEntry[]> => {
    const inBin = new Set((await packs.toArray()).filter(({ deletedAt }) => deletedAt).map(({ id }) => id));
    const rows = await entries.bulkGet([...new Set(ids)]);
    return rows.flatMap((row) => (row && !row.deletedAt && !inBin.has(row.pack) ? [entryOfRow(row)] : []));
  };
  const byKeys = async (keys: readonly string[]) =>
    keys.length === 0 ? [] : present((await entries.where('keys').anyOf(keys).primaryKeys()).map(String));

  /** Keys with the ids that stand under them, from a key on: at most `PART` of both. */
  const keysAfter = async (after: string): Promise<Map<string, string[]>> => {
    const found = new Map<string, string[]>();
    await entries
      .where('keys')
      .between(after === '' ? 'z' : after, 'z\uffff', after === '', true)
      .limit(PART)
      .eachKey((key, { primaryKey }) => {
        const ids = found.get(String(key));
        if (ids) ids.push(String(primaryKey));
        else found.set(String(key), [String(primaryKey)]);
      });
    return found;
  };

  return {
    byKeys,
    alike: async ({ zh, en }) => ({
      sameZh: zh.trim() === '' ? [] : await byKeys([wordingKey('zh', zh)]),
      sameEn: en.trim() === '' ? [] : await byKeys([wordingKey('en', en)]),
    }),
    async conflicts(after, most, named = () => []) {
      const conflicts: Conflict[] = [];
      let last = after;
      while (true) {
        const found = await keysAfter(last);
        const keys = [...found.keys()];
        let size = 0;
        for (const ids of found.values()) size += ids.length;
        // The last key may have been cut; it is read again from its beginning, unless it is all there is.
        const whole = size < PART || keys.length === 1 ? keys : keys.slice(0, -1);
        for (const key of whole) {
          const ids = found.get(key) ?? [];
          const others = named(key);
          last = key;
          if (ids.length + others.length < 2) continue;
          const all = [...(await present(ids)), ...others];
          if (disagree(all)) conflicts.push({ key, entries: all });
          if (conflicts.length >= most) return { conflicts, next: last };
        }
        if (size < PART) return { conflicts, next: undefined };
      }
    },
  };
}
