import {
  compareRows,
  type EntryRow,
  entryRow,
  isWanted,
  type RowFilter,
  type RowOrder,
} from '../glossary/entry-row.ts';
import type { Side } from '../glossary/entry-wording.ts';
import { addByKey, conflictUnder, type RowConflict, type RowsByKey } from '../glossary/row-conflicts.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { entryOfRow, type StoredEntry } from './stored-entry.ts';

/**
 * The entries of all packs as light rows, for tables of any size. Nothing holds up the page: rows are read, filtered and
 * sorted in slices.
 */
export interface EntryList {
  /**
   * Reads what has changed since it was last read (all of it at first). `onProgress` is told how many rows are there.
   * True when anything had changed.
   */
  refresh(onProgress?: (rows: number) => void): Promise<boolean>;
  /** Ids of the rows that are wanted, in order. A newer call makes an older one end with `undefined`. */
  select(filter: RowFilter, order: RowOrder): Promise<readonly string[] | undefined>;
  /** The row of an id, once read. */
  row(id: string): EntryRow | undefined;
  /**
   * Where glossaries contradict each other or themselves: words of a side that several rows name differently in the other
   * language, in the order of the words. What is wrong among standing rows alone is not told.
   */
  conflicts(side: Side): Promise<readonly RowConflict[]>;
  /** Values in use in rows that are not in the bin, most used first: to choose a filter from. */
  valuesOf(field: 'subject' | 'source'): readonly string[];
}

/** Rows read, or looked at, between two pauses: well under 50 ms on a slow machine. */
const READ = 200;
const LOOKED_AT = 20_000;
/** Ids in one sorted run. */
const RUN = 8_192;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Sorts by merging sorted runs, with pauses. */
async function sortInSlices<T>(items: T[], compare: (a: T, b: T) => number): Promise<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    await pause();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [a, b] = [runs[at]!, runs[at + 1]];
      merged.push(b ? await mergeInSlices(a, b, compare) : a);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergeInSlices<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
): Promise<T[]> {
  const merged: T[] = [];
  let [left, right] = [0, 0];
  while (left < a.length || right < b.length) {
    const isLeft = right >= b.length || (left < a.length && compare(a[left]!, b[right]!) <= 0);
    merged.push(isLeft ? a[left++]! : b[right++]!);
    if (merged.length % LOOKED_AT === 0) await pause();
  }
  return merged;
}

/** The list over the extension's database, with `standing` rows that are not in it (the bundled pack). */
export function createEntryList(
  { entries, packs, erasedPacks }: PolicyGlossDatabase,
  standing: readonly EntryRow[] = [],
): EntryList {
  const rows = new Map(standing.map((row) => [row.id, row]));
  const standingIds = new Set(rows.keys());
  let read = -1;
  let hidden: ReadonlySet<string> = new Set();
  let asked = 0;

  const take = (part: readonly StoredEntry[], onProgress?: (rows: number) => void) => {
    for (const stored of part) rows.set(stored.id, entryRow(entryOfRow(stored)));
    onProgress?.(rows.size);
  };

  /** All rows, by their ids: asking for all ids at once would hold the page up. */
  const readAll = async (onProgress?: (rows: number) => void) => {
    let after = '';
    while (true) {
      const part = await entries.where(':id').above(after).limit(READ).toArray();
      take(part, onProgress);
      after = part.at(-1)?.id ?? '';
      if (part.length < READ) return;
    }
  };

  const readWhatChanged = async (onProgress?: (rows: number) => void): Promise<boolean> => {
    const known = await packs.toArray();
    const inBin = known.filter(({ deletedAt }) => deletedAt).map(({ id }) => id);
    const present = new Set(known.map(({ id }) => id));
    const erased = (await erasedPacks.toArray()).map(({ id }) => id).filter((id) => !present.has(id));
    const gone = [...inBin, ...erased];
    const isSame = gone.length === hidden.size && gone.every((id) => hidden.has(id));
    hidden = new Set(gone);
    // What is written from here on is read next time, once more perhaps.
    const last = (await entries.orderBy('[written+id]').last())?.written ?? -1;
    if (last === read) return !isSame;
    const newer = entries
      .where('[written+id]')
      .between([read, '\uffff'], [Number.POSITIVE_INFINITY, ''], false);
    const count = read < 0 ? Number.POSITIVE_INFINITY : await newer.count();
    if (count > READ) await readAll(onProgress);
    else take(await newer.toArray(), onProgress);
    read = last;
    return true;
  };
  let reading: Promise<unknown> = Promise.resolve();

  return {
    refresh(onProgress) {
      const next = reading.then(() => readWhatChanged(onProgress));
      reading = next.catch(() => undefined);
      return next;
    },
    async select(filter, order) {
      const mine = ++asked;
      const wanted: EntryRow[] = [];
      let seen = 0;
      for (const row of rows.values()) {
        if (!hidden.has(row.pack) && isWanted(row, filter)) wanted.push(row);
        if (++seen % LOOKED_AT === 0) await pause();
        if (mine !== asked) return undefined;
      }
      const sorted = await sortInSlices(wanted, (a, b) => compareRows(a, b, order));
      return mine === asked ? sorted.map(({ id }) => id) : undefined;
    },
    async conflicts(side) {
      const byKey: RowsByKey = new Map();
      let seen = 0;
      for (const row of rows.values()) {
        if (!row.isDeleted && !hidden.has(row.pack)) addByKey(byKey, row, side);
        if (++seen % LOOKED_AT === 0) await pause();
      }
      const found: RowConflict[] = [];
      for (const [key, together] of byKey) {
        const conflict = conflictUnder(key, together, side, ({ id }) => !standingIds.has(id));
        if (conflict) found.push(conflict);
        if (++seen % LOOKED_AT === 0) await pause();
      }
      return sortInSlices(found, (a, b) => (a.key < b.key ? -1 : 1));
    },
    row: (id) => rows.get(id),
    valuesOf(field) {
      const counts = new Map<string, number>();
      for (const row of rows.values()) {
        if (row[field] === '' || row.isDeleted || hidden.has(row.pack)) continue;
        counts.set(row[field], (counts.get(row[field]) ?? 0) + 1);
      }
      return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
    },
  };
}
