import { type CollectedEntry, collectedEntrySchema, mergeCollected } from '../glossary/collected-entry.ts';
import type { PolicyGlossDatabase } from './database.ts';

/** Keeps the reader's own glossary. Every write is one transaction and may be repeated without harm. */
export interface EntryRepository {
  /** Collects a term: joins the contexts when the same concept, or the same pair of words, is there already. */
  collect(entry: CollectedEntry): Promise<CollectedEntry>;
  /** Changes the words of an entry; `undefined` when there is none of that id. */
  change(
    id: string,
    words: Pick<CollectedEntry, 'zh' | 'en' | 'note'>,
    now: string,
  ): Promise<CollectedEntry | undefined>;
  remove(ids: readonly string[], now: string): Promise<void>;
  restore(ids: readonly string[], now: string): Promise<void>;
  all(): Promise<CollectedEntry[]>;
  count(): Promise<number>;
  addMissing(entries: readonly CollectedEntry[]): Promise<{ added: number; present: number }>;
}

/** The repository over the extension's database. */
export function createEntryRepository(database: PolicyGlossDatabase): EntryRepository {
  const { entries } = database;
  const inTransaction = <T>(work: () => Promise<T>) => database.transaction('rw', entries, work);
  const update = (ids: readonly string[], apply: (entry: CollectedEntry) => CollectedEntry) =>
    inTransaction(async () => {
      const found = (await entries.bulkGet([...ids])).filter((row) => row !== undefined);
      await entries.bulkPut(found.map((row) => collectedEntrySchema.parse(apply(row))));
    });
  const sameTerm = async (entry: CollectedEntry): Promise<CollectedEntry | undefined> => {
    if (entry.concept) {
      const stored = await entries.where('concept').equals(entry.concept).first();
      if (stored) return stored;
    }
    return entries.filter(({ zh, en }) => zh === entry.zh && en === entry.en).first();
  };
  return {
    collect: (entry) =>
      inTransaction(async () => {
        const existing = (await entries.get(entry.id)) ?? (await sameTerm(entry));
        const stored = collectedEntrySchema.parse(existing ? mergeCollected(existing, entry) : entry);
        await entries.put(stored);
        return stored;
      }),
    change: (id, words, now) =>
      inTransaction(async () => {
        const stored = await entries.get(id);
        if (!stored) return undefined;
        const changed = collectedEntrySchema.parse({ ...stored, ...words, updatedAt: now });
        await entries.put(changed);
        return changed;
      }),
    remove: (ids, now) => update(ids, (row) => ({ ...row, deletedAt: now, updatedAt: now })),
    restore: (ids, now) => update(ids, ({ deletedAt: _, ...row }) => ({ ...row, updatedAt: now })),
    all: () => entries.toArray(),
    count: () => entries.count(),
    addMissing: (incoming) =>
      inTransaction(async () => {
        const stored = await entries.bulkGet(incoming.map(({ id }) => id));
        const missing = incoming.filter((_, index) => stored[index] === undefined);
        await entries.bulkAdd(missing.map((row) => collectedEntrySchema.parse(row)));
        return { added: missing.length, present: incoming.length - missing.length };
      }),
  };
}
