import type { GlossaryEntry } from '../glossary/entry.ts';
import { keysOf, partsOfKey, wordingKey } from '../glossary/entry-keys.ts';
import type { Side } from '../glossary/entry-wording.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { entryOfRow } from './stored-entry.ts';

/** Entries that have a term of one language in common and name it differently in the other. */
export interface Conflict {
  /** Key of the common term (`entry-keys.ts`). */
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
   * The next conflicts over terms of a side after a key (`''`: from the beginning), at most `most`, with the key to go on
   * after. `named`: entries that are not in the store (the bundled pack) by key.
   */
  conflicts(
    side: Side,
    after: string,
    most: number,
    named?: (key: string) => readonly GlossaryEntry[],
  ): Promise<{ conflicts: Conflict[]; next: string | undefined }>;
}

/** Keys looked through in one go. */
const PART = 2_000;

/** Whether two of the entries have words of a side, and none in common. */
export function disagree(entries: readonly GlossaryEntry[], side: Side = 'en'): boolean {
  const lists = entries
    .map((entry) => keysOf(entry).filter((key) => partsOfKey(key).side === side))
    .filter((keys) => keys.length > 0);
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
  const keysAfter = async (side: Side, after: string): Promise<Map<string, string[]>> => {
    const found = new Map<string, string[]>();
    const first = wordingKey(side, '');
    await entries
      .where('keys')
      .between(after === '' ? first : after, `${first}\uffff`, after === '', true)
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
    async conflicts(side, after, most, named = () => []) {
      const conflicts: Conflict[] = [];
      let last = after;
      while (true) {
        const found = await keysAfter(side, last);
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
          if (disagree(all, side === 'zh' ? 'en' : 'zh')) conflicts.push({ key, entries: all });
          if (conflicts.length >= most) return { conflicts, next: last };
        }
        if (size < PART) return { conflicts, next: undefined };
      }
    },
  };
}
