import { type Highlight, type HighlightChange, highlightSchema } from '../highlights/highlight.ts';
import type { PolicyGlossDatabase } from './database.ts';

/** Keeps highlights. Every write is one transaction and may be repeated without harm. Times are ISO 8601 in UTC. */
export interface HighlightRepository {
  /** Stores a new highlight, or returns the stored one when the id is there already. */
  save(highlight: Highlight): Promise<Highlight>;
  /** Changes a highlight; `undefined` when there is none of that id. */
  change(id: string, change: HighlightChange, now: string): Promise<Highlight | undefined>;
  /** Puts into the bin. */
  remove(ids: readonly string[], now: string): Promise<void>;
  /** Takes out of the bin. */
  restore(ids: readonly string[], now: string): Promise<void>;
  /** Records the states that were found on a page, without touching `updatedAt`. */
  report(states: readonly { id: string; state: Highlight['state'] }[]): Promise<void>;
  /** Highlights of one document, not those in the bin. */
  ofDocument(address: string): Promise<Highlight[]>;
  /** All highlights, those in the bin too. */
  all(): Promise<Highlight[]>;
  /** Stores those whose ids are not there; returns how many were added and how many were present. */
  addMissing(highlights: readonly Highlight[]): Promise<{ added: number; present: number }>;
}

/** The repository over the extension's database. */
export function createHighlightRepository(database: PolicyGlossDatabase): HighlightRepository {
  const { highlights } = database;
  const inTransaction = <T>(work: () => Promise<T>) => database.transaction('rw', highlights, work);
  const update = (ids: readonly string[], apply: (highlight: Highlight) => Highlight) =>
    inTransaction(async () => {
      const found = (await highlights.bulkGet([...ids])).filter((row) => row !== undefined);
      await highlights.bulkPut(found.map((row) => highlightSchema.parse(apply(row))));
    });
  return {
    save: (highlight) =>
      inTransaction(async () => {
        const stored = await highlights.get(highlight.id);
        if (stored) return stored;
        await highlights.add(highlightSchema.parse(highlight));
        return highlight;
      }),
    change: (id, change, now) =>
      inTransaction(async () => {
        const stored = await highlights.get(id);
        if (!stored) return undefined;
        const defined = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const changed = highlightSchema.parse({ ...stored, ...defined, updatedAt: now });
        await highlights.put(changed);
        return changed;
      }),
    remove: (ids, now) => update(ids, (row) => ({ ...row, deletedAt: now, updatedAt: now })),
    restore: (ids, now) => update(ids, ({ deletedAt: _, ...row }) => ({ ...row, updatedAt: now })),
    report: (states) => {
      const stateOf = new Map(states.map(({ id, state }) => [id, state]));
      return update([...stateOf.keys()], (row) => ({ ...row, state: stateOf.get(row.id) ?? row.state }));
    },
    ofDocument: async (address) =>
      (await highlights.where('document.address').equals(address).toArray()).filter((row) => !row.deletedAt),
    all: () => highlights.toArray(),
    addMissing: (incoming) =>
      inTransaction(async () => {
        const stored = await highlights.bulkGet(incoming.map(({ id }) => id));
        const missing = incoming.filter((_, index) => stored[index] === undefined);
        await highlights.bulkAdd(missing.map((row) => highlightSchema.parse(row)));
        return { added: missing.length, present: incoming.length - missing.length };
      }),
  };
}
