import type { Highlight } from './highlight.ts';

/** Steps that can be undone. */
export const MOST_STEPS = 50;

/** What a step did to one highlight: the named fields, before and after. A field that was absent is not there. */
export interface StepRow {
  readonly id: string;
  readonly fields: readonly (keyof Highlight)[];
  readonly before: Partial<Highlight>;
  readonly after: Partial<Highlight>;
}

/** One thing that the reader did to highlights. */
export interface Step {
  /** Given by the store, ascending. */
  readonly number: number;
  readonly at: string;
  readonly isUndone: boolean;
  /** The request that undid or redid it last: the same request twice is one. */
  readonly by?: string;
  /** Names the deed, for a message that offers to undo it; given by the sender. */
  readonly id?: string;
  /** When it was undone: what was undone last is redone first. */
  readonly undoneAt?: string;
  readonly rows: readonly StepRow[];
}

/** Fields that say nothing of what the reader did. */
const UNTOLD: ReadonlySet<string> = new Set(['updatedAt']);

function pick(row: Highlight, fields: readonly (keyof Highlight)[]): Partial<Highlight> {
  return Object.fromEntries(
    fields.filter((field) => row[field] !== undefined).map((field) => [field, row[field]]),
  );
}

/** What changed between two versions of a highlight; undefined when nothing did. A new one came out of the bin. */
export function stepRow(before: Highlight | undefined, after: Highlight): StepRow | undefined {
  if (!before) {
    return {
      id: after.id,
      fields: ['deletedAt'],
      before: { deletedAt: after.createdAt },
      after: pick(after, ['deletedAt']),
    };
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof Highlight)[]);
  const fields = [...names].filter(
    (name) => !UNTOLD.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (fields.length === 0) return undefined;
  return { id: after.id, fields, before: pick(before, fields), after: pick(after, fields) };
}

/** The highlight with one side of a step put on. */
export function withSide(row: Highlight, step: StepRow, side: 'before' | 'after', now: string): Highlight {
  const bare = Object.fromEntries(
    Object.entries(row).filter(([name]) => !step.fields.includes(name as keyof Highlight)),
  );
  return { ...bare, ...step[side], updatedAt: now } as Highlight;
}

/** The step that was undone last; of those undone in one moment the first, since undoing goes backwards. */
export function lastUndone<S extends { readonly isUndone: boolean; readonly undoneAt?: string }>(
  steps: readonly S[],
): S | undefined {
  const undone = steps.filter(({ isUndone }) => isUndone);
  return undone.reduce<S | undefined>(
    (best, step) => (!best || (step.undoneAt ?? '') > (best.undoneAt ?? '') ? step : best),
    undefined,
  );
}

/** The step that undo (or redo) is to take: the last done one, or the first undone one. */
export function nextStep(steps: readonly Step[], direction: 'undo' | 'redo'): Step | undefined {
  if (direction === 'undo') return steps.findLast(({ isUndone }) => !isUndone);
  return lastUndone(steps);
}
