import type { GlossaryEntry } from '../glossary/entry.ts';
import { type Deed, type EntryStep, entryStepRow } from '../glossary/entry-step.ts';
import { STANDING_PACKS } from '../glossary/pack-record.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { entryOfRow, rowOf, type StoredEntry } from './stored-entry.ts';

/** Deeds that can be undone. */
export const MOST_UNDONE = 50;

/** Steps that are kept as the history of entries. */
const MOST_STEPS = 2_000;

type Database = Pick<PolicyGlossDatabase, 'entries' | 'packs' | 'glossarySteps' | 'erasedPacks'>;

/** Number of the last write: above it there are no rows, and were none before packs were erased. */
export async function lastWrite({
  entries,
  erasedPacks,
}: Pick<Database, 'entries' | 'erasedPacks'>): Promise<number> {
  const ofRows = (await entries.orderBy('[written+id]').last())?.written ?? 0;
  const ofErased = (await erasedPacks.toArray()).map(({ written }) => written);
  return Math.max(ofRows, ...ofErased);
}

/** Number of the next write. To be asked for within the transaction that writes. */
export async function nextWrite(database: Pick<Database, 'entries' | 'erasedPacks'>): Promise<number> {
  return (await lastWrite(database)) + 1;
}

const isAlive = (row: Pick<GlossaryEntry, 'deletedAt'> | undefined): number =>
  row !== undefined && !row.deletedAt ? 1 : 0;

/** Adds to the number of entries that packs are known to hold. */
export async function countInto(
  { packs }: Pick<Database, 'packs'>,
  changes: ReadonlyMap<string, number>,
  now: string,
): Promise<void> {
  for (const [id, change] of changes) {
    if (change === 0) continue;
    const pack = (await packs.get(id)) ?? STANDING_PACKS.find((standing) => standing.id === id);
    if (pack) await packs.put({ ...pack, count: Math.max(0, pack.count + change), updatedAt: now });
  }
}

/** Writes rows in place of others, without a step to undo. */
export async function writeRows(
  database: Database,
  before: readonly (StoredEntry | undefined)[],
  after: readonly GlossaryEntry[],
  now: string,
): Promise<void> {
  const written = await nextWrite(database);
  const counts = new Map<string, number>();
  const add = (pack: string, change: number) => counts.set(pack, (counts.get(pack) ?? 0) + change);
  const rows = after.map((entry, index) => {
    const old = before[index];
    add(entry.pack, isAlive(entry));
    // One that is moved leaves another pack.
    if (old) add(old.pack, -isAlive(old));
    return rowOf(entry, { written, touched: 1, ...(old?.batch && { batch: old.batch }) });
  });
  await database.entries.bulkPut(rows);
  await countInto(database, counts, now);
}

/** A step as it is before the store has given it a number. */
export type NewStep = Omit<EntryStep, 'number' | 'isUndone'>;

/** Remembers what was done. What was undone before can then no longer be redone. */
export async function addStep({ glossarySteps }: Database, step: NewStep): Promise<void> {
  const undone = await glossarySteps.filter(({ isUndone }) => isUndone).primaryKeys();
  const count = await glossarySteps.count();
  const old = await glossarySteps
    .orderBy('number')
    .limit(Math.max(0, count + 1 - MOST_STEPS))
    .primaryKeys();
  await glossarySteps.bulkDelete([...undone, ...old]);
  await glossarySteps.add({ ...step, isUndone: false } as EntryStep);
}

/** Writes entries as one deed that can be undone; those that did not change are left alone. */
export async function commitEntries(
  database: Database,
  deed: Deed,
  before: readonly (StoredEntry | undefined)[],
  after: readonly GlossaryEntry[],
  now: string,
  id?: string,
): Promise<void> {
  const changed = after.flatMap((entry, index) => {
    const old = before[index];
    const row = entryStepRow(old && entryOfRow(old), entry);
    return row ? [{ entry, old, row }] : [];
  });
  if (changed.length === 0) return;
  await writeRows(
    database,
    changed.map(({ old }) => old),
    changed.map(({ entry }) => entry),
    now,
  );
  const rows = changed.map(({ row }) => row);
  await addStep(database, { at: now, deed, ids: rows.map((row) => row.id), rows, ...(id && { id }) });
}
