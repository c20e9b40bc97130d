import {
  type EntryChange,
  type EntryEdit,
  type GlossaryEntry,
  glossaryEntrySchema,
} from '../glossary/entry.ts';
import { termKey } from '../glossary/entry-keys.ts';
import { firstKeyOf } from '../glossary/entry-likeness.ts';
import {
  changedEntry,
  collectedAgain,
  editedEntry,
  mergedEntry,
  splitEntry,
} from '../glossary/entry-revise.ts';
import type { Deed, EntryStep } from '../glossary/entry-step.ts';
import { BUNDLED_PACK, MY_PACK } from '../glossary/pack-ids.ts';
import { lastUndone } from '../highlights/step.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { commitEntries, MOST_UNDONE } from './entry-writes.ts';
import { turnEntryStep } from './step-turning.ts';
import { NotThereError } from './store-failure.ts';
import { entryOfRow, type StoredEntry } from './stored-entry.ts';

/** A deed to an entry, as its history tells it. The newest comes first. */
export type EntryHistory = readonly EntryStep[];

/**
 * Keeps entries of glossaries. Every write is one transaction and may be repeated without harm; all that the reader does
 * can be undone. What is deleted lies in the bin. `deed` names a step, so that it can be undone by that name (`deeds.ts`).
 * Times are ISO 8601 in UTC.
 */
export interface EntryRepository {
  get(id: string): Promise<GlossaryEntry | undefined>;
  /** Entries in the order of the ids; those that are not there are left out. */
  getMany(ids: readonly string[]): Promise<GlossaryEntry[]>;
  /** Entries that were collected from these concepts, those in the bin too. */
  collectedFrom(concepts: readonly string[]): Promise<GlossaryEntry[]>;
  /** For each of these lists of words, the entry of the reader's own pack that has just them; not one in the bin. */
  withWords(lists: readonly Words[]): Promise<(string | undefined)[]>;
  /** All entries of a pack, those in the bin too. Not for packs of unknown size: see `entry-list.ts`. */
  ofPack(pack: string): Promise<GlossaryEntry[]>;
  /** Stores an entry of the editor, a new one or in place of the one of its id. */
  put(entry: GlossaryEntry, now: string): Promise<GlossaryEntry>;
  /** Collects a term: joins the contexts when the same concept, or the same words, are in the reader's own pack. */
  collect(entry: GlossaryEntry): Promise<GlossaryEntry>;
  /** Changes an entry; `undefined` when there is none of that id. */
  change(id: string, change: EntryChange, now: string): Promise<GlossaryEntry | undefined>;
  /** Makes the same change to many. `RangeError` for a pack that is not there: nothing may be moved out of sight. */
  edit(ids: readonly string[], edit: EntryEdit, now: string, deed?: string): Promise<void>;
  /** Puts all that the others say into one entry, and them into the bin. `undefined` when it is not there. */
  merge(
    into: string,
    others: readonly string[],
    now: string,
    deed?: string,
  ): Promise<GlossaryEntry | undefined>;
  /** Gives the terms of these indexes to a new entry; `undefined` when the entry is not there or would be left bare. */
  split(
    id: string,
    terms: readonly number[],
    newId: string,
    now: string,
  ): Promise<readonly [GlossaryEntry, GlossaryEntry] | undefined>;
  remove(ids: readonly string[], now: string, deed?: string): Promise<void>;
  restore(ids: readonly string[], now: string, deed?: string): Promise<void>;
  /** What was done to an entry, the newest first. */
  history(id: string): Promise<EntryHistory>;
  /** Whether there is something to undo and to redo. */
  canTravel(): Promise<{ undo: boolean; redo: boolean }>;
  /** Undoes or redoes the next deed; false when there is none. The same `request` twice is done once. */
  travel(direction: 'undo' | 'redo', request: string, now: string): Promise<boolean>;
  /** All that is the reader's own work: the own pack, and entries of other packs that the reader had a hand in. */
  ownWork(): Promise<GlossaryEntry[]>;
  /** Number of all that is the reader's own work, what is in the bin too: it never falls, wherever entries are moved. */
  countOwnWork(): Promise<number>;
  /** Number of all entries but those of packs that were erased. It never falls but when a pack is. */
  count(): Promise<number>;
}

/** Wordings of an entry, without what is claimed of them. */
type Words = readonly Pick<GlossaryEntry['terms'][number], 'lang' | 'text'>[];

const sameWords = (words: Words): string =>
  JSON.stringify(words.map(({ lang, text }) => [lang, text]).sort());

/** The repository over the extension's database. */
export function createEntryRepository(database: PolicyGlossDatabase): EntryRepository {
  const { entries, packs, glossarySteps, erasedPacks } = database;
  const inTransaction = <T>(work: () => Promise<T>) =>
    database.transaction('rw', [entries, packs, glossarySteps, erasedPacks], work);
  const valid = (entry: GlossaryEntry): GlossaryEntry => glossaryEntrySchema.parse(entry);

  const commit = async (
    deed: Deed,
    before: readonly (StoredEntry | undefined)[],
    after: readonly GlossaryEntry[],
    now: string,
    id?: string,
  ) => commitEntries(database, deed, before, after.map(valid), now, id);

  const revise = (
    deed: Deed,
    ids: readonly string[],
    now: string,
    apply: (entry: GlossaryEntry) => GlossaryEntry,
    id?: string,
  ) =>
    inTransaction(async () => {
      const before = (await entries.bulkGet([...new Set(ids)])).filter((row) => row !== undefined);
      const after = before.map((row) => ({ ...apply(entryOfRow(row)), updatedAt: now }));
      await commit(deed, before, after, now, id);
    });

  const sameEntry = async (entry: GlossaryEntry): Promise<StoredEntry | undefined> => {
    if (entry.concept) {
      const stored = await entries.where('concept').equals(entry.concept).toArray();
      const mine = stored.find(({ pack }) => pack === MY_PACK);
      if (mine) return mine;
    }
    const words = sameWords(entry.terms);
    return entries
      .where('keys')
      .equals(firstKeyOf(entry))
      .filter((row) => row.pack === MY_PACK && sameWords(row.terms) === words)
      .first();
  };

  const mayHold = async (pack: string | undefined): Promise<void> => {
    if (pack === undefined || pack === MY_PACK) return;
    const record = await packs.get(pack);
    if (!record || record.deletedAt || pack === BUNDLED_PACK) throw new NotThereError(`no pack ${pack}`);
  };

  /** Deeds that may still be undone, the oldest first, and those undone. */
  const recentSteps = async (): Promise<EntryStep[]> =>
    (await glossarySteps.orderBy('number').reverse().limit(MOST_UNDONE).toArray()).reverse();

  const get = async (id: string) => {
    const row = await entries.get(id);
    return row && entryOfRow(row);
  };

  const travel = (direction: 'undo' | 'redo', request: string, now: string) =>
    inTransaction(async () => {
      const known = await recentSteps();
      if (known.some(({ by }) => by === request)) return true;
      const step = direction === 'undo' ? known.findLast(({ isUndone }) => !isUndone) : lastUndone(known);
      if (!step) return false;
      await turnEntryStep(database, step, { direction, by: request, now });
      return true;
    });

  return {
    get,
    getMany: async (ids) =>
      (await entries.bulkGet([...ids])).flatMap((row) => (row ? [entryOfRow(row)] : [])),
    collectedFrom: async (concepts) =>
      (await entries.where('concept').anyOf(concepts).toArray()).map(entryOfRow),
    withWords: async (lists) => {
      const keys = lists.flatMap((words) => words.slice(0, 1).map(termKey));
      const rows = await entries
        .where('keys')
        .anyOf([...new Set(keys)])
        .filter(({ pack, deletedAt }) => pack === MY_PACK && !deletedAt)
        .toArray();
      const byWords = new Map(rows.map(({ id, terms }) => [sameWords(terms), id]));
      return lists.map((words) => byWords.get(sameWords(words)));
    },
    ofPack: async (pack) => (await entries.where('pack').equals(pack).toArray()).map(entryOfRow),
    put: (entry, now) =>
      inTransaction(async () => {
        const before = await entries.get(entry.id);
        const after = valid({
          ...entry,
          updatedAt: now,
          ...(before && { pack: before.pack, createdAt: before.createdAt }),
        });
        await commit(before ? 'change' : 'add', [before], [after], now);
        return after;
      }),
    collect: (entry) =>
      inTransaction(async () => {
        const before = (await entries.get(entry.id)) ?? (await sameEntry(entry));
        const after = before ? collectedAgain(entryOfRow(before), entry) : entry;
        const stored = valid({ ...after, updatedAt: entry.updatedAt });
        await commit('collect', [before], [stored], entry.updatedAt);
        return stored;
      }),
    change: (id, change, now) =>
      inTransaction(async () => {
        const before = await entries.get(id);
        if (!before) return undefined;
        const after = valid({ ...changedEntry(entryOfRow(before), change), updatedAt: now });
        await commit('change', [before], [after], now);
        return after;
      }),
    edit: (ids, edit, now, deed) =>
      inTransaction(async () => {
        await mayHold(edit.pack);
        await revise('edit', ids, now, (entry) => editedEntry(entry, edit), deed);
      }),
    merge: (into, others, now, deed) =>
      inTransaction(async () => {
        const [first, ...rest] = await entries.bulkGet([into, ...others.filter((id) => id !== into)]);
        if (!first) return undefined;
        // Those in the bin already were merged by the same request before its answer was lost.
        const merged = rest.filter((row) => row !== undefined).filter(({ deletedAt }) => !deletedAt);
        const after = {
          ...mergedEntry(entryOfRow(first), merged.map(entryOfRow)),
          updatedAt: now,
        };
        const gone = merged.map((row) => ({ ...entryOfRow(row), updatedAt: now, deletedAt: now }));
        if (merged.length > 0) await commit('merge', [first, ...merged], [after, ...gone], now, deed);
        return get(into);
      }),
    split: (id, terms, newId, now) =>
      inTransaction(async () => {
        const [before, there] = await entries.bulkGet([id, newId]);
        if (!before) return undefined;
        if (there) return [entryOfRow(before), entryOfRow(there)] as const;
        const parts = splitEntry(entryOfRow(before), terms, newId);
        if (!parts) return undefined;
        const stays = { ...parts.stays, updatedAt: now };
        const goes = { ...parts.goes, createdAt: now, updatedAt: now };
        await commit('split', [before, undefined], [stays, goes], now);
        return [stays, goes] as const;
      }),
    remove: (ids, now, deed) =>
      revise('remove', ids, now, (entry) => ({ ...entry, deletedAt: entry.deletedAt ?? now }), deed),
    restore: (ids, now, deed) => revise('restore', ids, now, ({ deletedAt: _, ...entry }) => entry, deed),
    history: async (id) =>
      (await glossarySteps.where('ids').equals(id).sortBy('number'))
        .filter(({ isUndone }) => !isUndone)
        .reverse(),
    canTravel: async () => {
      const steps = await recentSteps();
      return {
        undo: steps.some(({ isUndone }) => !isUndone),
        redo: steps.some(({ isUndone }) => isUndone),
      };
    },
    travel,
    ownWork: async () => {
      const mine = await entries.where('pack').equals(MY_PACK).toArray();
      const others = await entries
        .where('touched')
        .equals(1)
        .filter(({ pack }) => pack !== MY_PACK)
        .toArray();
      return [...mine, ...others].map(entryOfRow);
    },
    // Both in one transaction: rows that move or leave between two looks would be told as a loss.
    countOwnWork: () =>
      database.transaction('r', entries, async () => {
        const [mine, touched] = await Promise.all([
          entries.where('pack').equals(MY_PACK).primaryKeys(),
          entries.where('touched').equals(1).primaryKeys(),
        ]);
        return new Set([...mine, ...touched]).size;
      }),
    count: () =>
      database.transaction('r', [entries, erasedPacks], async () => {
        let count = await entries.count();
        for (const { id } of await erasedPacks.where('isLeaving').equals(1).toArray())
          count -= await entries.where('pack').equals(id).count();
        return count;
      }),
  };
}
