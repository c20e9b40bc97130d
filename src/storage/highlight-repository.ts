import {
  type Highlight,
  type HighlightChange,
  type HighlightEdit,
  highlightSchema,
  type KeptPage,
  type Reanchoring,
  type StateReport,
} from '../highlights/highlight.ts';
import { accepted, changed, edited, reanchored, recorded, reported, retagged } from '../highlights/revise.ts';
import { MOST_STEPS, nextStep, type Step, stepRow } from '../highlights/step.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { storedPage } from './page-store.ts';
import { turnStep } from './step-turning.ts';

/**
 * Keeps highlights. Every write is one transaction and may be repeated without harm; all that the reader does can be
 * undone. What is deleted lies in the bin; only `erase` takes out of the table. `deed` names a step, so that it can be
 * undone by that name (`deeds.ts`). Times are ISO 8601 in UTC.
 */
export interface HighlightRepository {
  /** Stores a new highlight with the page it was made on, or returns the stored one when the id is there already. */
  save(highlight: Highlight, page?: KeptPage): Promise<Highlight>;
  /** Changes a highlight; `undefined` when there is none of that id. */
  change(id: string, change: HighlightChange, now: string): Promise<Highlight | undefined>;
  /** Makes the same change to many. */
  edit(ids: readonly string[], edit: HighlightEdit, now: string, deed?: string): Promise<void>;
  /** Gives a tag another name everywhere; an empty one takes it away. */
  renameTag(from: string, to: string, now: string): Promise<void>;
  /** Puts a highlight onto other words; `undefined` when there is none of that id. */
  reanchor(id: string, to: Reanchoring, now: string, page?: KeptPage): Promise<Highlight | undefined>;
  /** Accepts changed wordings, or keeps the old ones as a record. */
  settle(ids: readonly string[], how: 'accept' | 'record', now: string): Promise<void>;
  /** Puts into the bin. */
  remove(ids: readonly string[], now: string, deed?: string): Promise<void>;
  /** Takes out of the bin. */
  restore(ids: readonly string[], now: string): Promise<void>;
  /**
   * Takes out of the bin and of the steps, for good. What is not in the bin stays. Returns how many were taken out. Only
   * to be called through safekeeping, which else would report them missing.
   */
  erase(ids: readonly string[]): Promise<number>;
  /** Records how highlights were found on a page, without touching `updatedAt`. */
  report(reports: readonly StateReport[], pages: readonly KeptPage[], now: string): Promise<void>;
  /** Files all highlights of an address, now and in future, under another one. */
  mergeAddresses(from: string, into: string, now: string): Promise<void>;
  /** Undoes or redoes the next step; false when there is none. The same `request` twice is done once. */
  travel(direction: 'undo' | 'redo', request: string, now: string): Promise<boolean>;
  /** Highlights of one document, filed under any of these addresses, not those in the bin. */
  ofDocument(addresses: readonly string[]): Promise<Highlight[]>;
  /** Those of these ids, in the bin or not. */
  ofIds(ids: readonly string[]): Promise<Highlight[]>;
  /** All highlights, those in the bin too. */
  all(): Promise<Highlight[]>;
  count(): Promise<number>;
  /** Tags in use, in the order of the alphabet of their code points. */
  tags(): Promise<string[]>;
  /** Stores those that are not there, and later versions of those that are: of a file, see `restore.ts`. */
  addMissing(
    highlights: readonly Highlight[],
    pages: readonly KeptPage[],
    order: {
      readonly deed: string;
      readonly now: string;
      /** Whether those that are in the bin here, and were not in the file, come out again. */
      readonly bringBack: boolean;
    },
  ): Promise<{ added: number; present: number; updated: number; broughtBack: number }>;
}

/** Rows read in one go. */
const PART = 250;

/** The same passage of the same document, whatever its id. */
function passageOf({ document, selectors }: Highlight): string {
  return JSON.stringify([document.address, selectors]);
}

/** The repository over the extension's database. */
export function createHighlightRepository(database: PolicyGlossDatabase): HighlightRepository {
  const { highlights, pages, steps, aliases } = database;
  const inTransaction = <T>(work: () => Promise<T>) =>
    database.transaction('rw', [highlights, pages, steps, aliases], work);

  const keepPages = async (kept: readonly KeptPage[]) => {
    if (kept.length > 0) await pages.bulkPut(kept.map(storedPage));
  };

  /** Writes rows and remembers what was done. What was undone before can then no longer be redone. */
  const commit = async (
    before: readonly (Highlight | undefined)[],
    after: readonly Highlight[],
    at: string,
    id?: string,
  ) => {
    const rows = after.map((row, index) => stepRow(before[index], row)).filter((row) => row !== undefined);
    if (rows.length === 0) return;
    const touched = new Set(rows.map(({ id }) => id));
    await highlights.bulkPut(
      after.filter(({ id }) => touched.has(id)).map((row) => highlightSchema.parse(row)),
    );
    const known = await steps.toArray();
    const undone = known.filter(({ isUndone }) => isUndone).map(({ number }) => number);
    const old = known.filter(({ isUndone }) => !isUndone).map(({ number }) => number);
    await steps.bulkDelete([...undone, ...old.slice(0, Math.max(0, old.length + 1 - MOST_STEPS))]);
    await steps.add({ at, isUndone: false, rows, ...(id && { id }) } as Omit<Step, 'number'> as Step);
  };

  const revise = (ids: readonly string[], now: string, apply: (row: Highlight) => Highlight, deed?: string) =>
    inTransaction(async () => {
      const before = (await highlights.bulkGet([...new Set(ids)])).filter((row) => row !== undefined);
      const after = before.map((row) => ({ ...apply(row), updatedAt: now }));
      await commit(before, after, now, deed);
    });

  const reviseOne = (id: string, now: string, apply: (row: Highlight) => Highlight, page?: KeptPage) =>
    inTransaction(async () => {
      const before = await highlights.get(id);
      if (!before) return undefined;
      if (page) await keepPages([page]);
      const after = { ...apply(before), updatedAt: now };
      await commit([before], [after], now);
      return highlights.get(id);
    });

  /** Reads all in parts: thousands at once would hold up the page that shows them. */
  const readAll = async () => {
    const rows: Highlight[] = [];
    while (true) {
      const last = rows.at(-1);
      const rest = last ? highlights.where('id').above(last.id) : highlights.orderBy('id');
      const part = await rest.limit(PART).toArray();
      rows.push(...part);
      if (part.length < PART) return rows;
    }
  };

  return {
    save: (highlight, page) =>
      inTransaction(async () => {
        const stored = await highlights.get(highlight.id);
        if (stored) return stored;
        if (page) await keepPages([page]);
        await commit([undefined], [highlight], highlight.updatedAt);
        return highlight;
      }),
    change: (id, change, now) => reviseOne(id, now, (row) => changed(row, change)),
    edit: (ids, edit, now, deed) => revise(ids, now, (row) => edited(row, edit), deed),
    renameTag: (from, to, now) =>
      inTransaction(async () => {
        const before = await highlights.where('tags').equals(from).toArray();
        await commit(
          before,
          before.map((row) => ({ ...retagged(row, from, to), updatedAt: now })),
          now,
        );
      }),
    reanchor: (id, to, now, page) => reviseOne(id, now, (row) => reanchored(row, to, now), page),
    settle: (ids, how, now) =>
      revise(ids, now, (row) => (how === 'accept' ? accepted(row, now) : recorded(row))),
    remove: (ids, now, deed) =>
      revise(ids, now, (row) => ({ ...row, deletedAt: row.deletedAt ?? now }), deed),
    restore: (ids, now) => revise(ids, now, ({ deletedAt: _, ...row }) => row),
    erase: (ids) =>
      inTransaction(async () => {
        const found = await highlights.bulkGet([...new Set(ids)]);
        const gone = new Set(found.flatMap((row) => (row?.deletedAt ? [row.id] : [])));
        await highlights.bulkDelete([...gone]);
        for (const step of await steps.toArray()) {
          const rows = step.rows.filter(({ id }) => !gone.has(id));
          if (rows.length === 0) await steps.delete(step.number);
          else if (rows.length < step.rows.length) await steps.put({ ...step, rows });
        }
        return gone.size;
      }),
    report: (reports, kept, now) =>
      inTransaction(async () => {
        const found = await highlights.bulkGet(reports.map(({ id }) => id));
        const rows = found.flatMap((row, index) => (row ? reported(row, reports[index]!, now) : []));
        await keepPages(kept);
        await highlights.bulkPut(rows.map((row) => highlightSchema.parse(row)));
      }),
    mergeAddresses: (from, into, now) =>
      inTransaction(async () => {
        const document = (await aliases.get(into))?.document ?? into;
        if (document === from) return;
        const chained = await aliases.where('document').equals(from).toArray();
        await aliases.bulkPut([
          ...chained.map(({ address }) => ({ address, document })),
          { address: from, document },
        ]);
        const before = await highlights.where('document.address').equals(from).toArray();
        await commit(
          before,
          before.map((row) => ({
            ...row,
            document: { ...row.document, address: document },
            updatedAt: now,
          })),
          now,
        );
      }),
    travel: (direction, request, now) =>
      inTransaction(async () => {
        const known = await steps.toArray();
        if (known.some(({ by }) => by === request)) return true;
        const step = nextStep(known, direction);
        if (!step) return false;
        await turnStep(database, step, { direction, by: request, now });
        return true;
      }),
    ofIds: async (ids) => (await highlights.bulkGet([...new Set(ids)])).filter((row) => row !== undefined),
    ofDocument: async (addresses) =>
      (
        await highlights
          .where('document.address')
          .anyOf([...new Set(addresses)])
          .toArray()
      ).filter((row) => !row.deletedAt),
    all: () => database.transaction('r', highlights, readAll),
    count: () => highlights.count(),
    tags: async () => (await highlights.orderBy('tags').uniqueKeys()).map(String),
    addMissing: (incoming, kept, { deed, now, bringBack }) =>
      inTransaction(async () => {
        // A version that is there stays as it is: highlights of here were made on it.
        const hashes = kept.map(({ hash }) => hash);
        const known = new Set(await pages.where('hash').anyOf(hashes).primaryKeys());
        await keepPages(kept.filter(({ hash }) => !known.has(hash)));
        const stored = await highlights.bulkGet(incoming.map(({ id }) => id));
        const addresses = [...new Set(incoming.map(({ document }) => document.address))];
        const alike = new Set(
          (await highlights.where('document.address').anyOf(addresses).toArray()).map(passageOf),
        );
        const before: (Highlight | undefined)[] = [];
        const after: Highlight[] = [];
        const counts = { added: 0, updated: 0, broughtBack: 0 };
        const take = (kind: keyof typeof counts, here: Highlight | undefined, row: Highlight) => {
          counts[kind]++;
          before.push(here);
          after.push(row);
        };
        incoming.forEach((row, index) => {
          const here = stored[index];
          if (!here) {
            if (!alike.has(passageOf(row))) take('added', undefined, row);
          } else if (here.updatedAt < row.updatedAt) take('updated', here, row);
          else if (bringBack && here.deletedAt && !row.deletedAt) {
            const { deletedAt: _, ...alive } = here;
            take('broughtBack', here, { ...alive, updatedAt: now });
          }
        });
        await commit(before, after, now, deed);
        return { ...counts, present: incoming.length - counts.added };
      }),
  };
}
