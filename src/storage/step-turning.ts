import { glossaryEntrySchema } from '../glossary/entry.ts';
import { type EntryStep, entryOnSide, importsOf } from '../glossary/entry-step.ts';
import { highlightSchema } from '../highlights/highlight.ts';
import { type Step, withSide } from '../highlights/step.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { setImportBack } from './entry-import.ts';
import { writeRows } from './entry-writes.ts';
import { entryOfRow } from './stored-entry.ts';

/** One press of the reader on undo or redo. */
export interface Turn {
  readonly direction: 'undo' | 'redo';
  /** The request that asked for it: the same one twice is one. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

function marked<S extends Step | EntryStep>(step: S, { direction, by, now }: Turn): S {
  const { undoneAt: _, ...rest } = step;
  const isUndone = direction === 'undo';
  return { ...rest, isUndone, by, ...(isUndone && { undoneAt: now }) } as S;
}

/** Puts the rows of a step of highlights on its other side. Within a transaction over highlights and steps. */
export async function turnStep(
  { highlights, steps }: Pick<PolicyGlossDatabase, 'highlights' | 'steps'>,
  step: Step,
  turn: Turn,
): Promise<void> {
  const side = turn.direction === 'undo' ? 'before' : 'after';
  const rows = await highlights.bulkGet(step.rows.map(({ id }) => id));
  const next = rows.flatMap((row, index) => (row ? withSide(row, step.rows[index]!, side, turn.now) : []));
  await highlights.bulkPut(next.map((row) => highlightSchema.parse(row)));
  await steps.put(marked(step, turn));
}

/** The same for glossaries, with all that a step imported. Within a transaction over what belongs to them. */
export async function turnEntryStep(
  database: PolicyGlossDatabase,
  step: EntryStep,
  turn: Turn,
): Promise<void> {
  const { direction, now } = turn;
  const side = direction === 'undo' ? 'before' : 'after';
  const rows = await database.entries.bulkGet(step.rows.map(({ id }) => id));
  const there = rows.filter((row) => row !== undefined);
  const stepOf = new Map(step.rows.map((row) => [row.id, row]));
  const next = there.map((row) => entryOnSide(entryOfRow(row), stepOf.get(row.id)!, side, now));
  if (next.length > 0)
    await writeRows(
      database,
      there,
      next.map((entry) => glossaryEntrySchema.parse(entry)),
      now,
    );
  for (const imported of importsOf(step)) await setImportBack(database, imported, direction, now);
  await database.glossarySteps.put(marked(step, turn));
}
