import { joinedKeysOf } from './entry-keys.ts';
import type { EntryRow } from './entry-row.ts';
import type { Side } from './entry-wording.ts';

/** Rows that have words of one language in common and name them differently in the other. */
export interface RowConflict {
  /** Folded words that they have in common. */
  readonly key: string;
  /** Ids of at least two rows. */
  readonly ids: readonly string[];
}

/** Rows by the keys of one language, filled row by row. Of 200,000 keys most stand for one row alone. */
export type RowsByKey = Map<string, EntryRow | EntryRow[]>;

/** Adds a row under each of its keys of a side. */
export function addByKey(rows: RowsByKey, row: EntryRow, side: Side): void {
  for (const key of joinedKeysOf(row.keys, side)) {
    const there = rows.get(key);
    if (there === undefined) rows.set(key, row);
    else if (Array.isArray(there)) there.push(row);
    else rows.set(key, [there, row]);
  }
}

/** Whether two of the rows have words of a side, and none in common. */
function disagree(rows: readonly EntryRow[], side: Side): boolean {
  const lists = rows.map((row) => joinedKeysOf(row.keys, side)).filter((keys) => keys.length > 0);
  return lists.some((keys, index) =>
    lists.slice(index + 1).some((others) => !others.some((key) => keys.includes(key))),
  );
}

/** The conflict of the rows under a key of `side`, if they are in one. `counts`: whether a row may make one. */
export function conflictUnder(
  key: string,
  rows: EntryRow | readonly EntryRow[],
  side: Side,
  counts: (row: EntryRow) => boolean,
): RowConflict | undefined {
  if (!Array.isArray(rows) || !rows.some(counts)) return undefined;
  const together: readonly EntryRow[] = rows;
  if (!disagree(together, side === 'zh' ? 'en' : 'zh')) return undefined;
  return { key, ids: together.map(({ id }) => id) };
}
