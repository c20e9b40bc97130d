import { type EntryStep, importsOf } from '../glossary/entry-step.ts';
import { MOST_STEPS, type Step } from '../highlights/step.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { MOST_UNDONE } from './entry-writes.ts';
import { turnEntryStep, turnStep } from './step-turning.ts';

/** What became of the wish to undo a deed: done; left, since something newer touched the same; or no longer known. */
export type Undoing = 'done' | 'overtaken' | 'gone';

/** Deeds by their names, so that a message can undo the one it speaks of. */
export interface Deeds {
  /** Undoes a deed in highlights and glossaries, all of it or nothing. What came after it and touched other things stays. */
  undo(deed: string, now: string): Promise<Undoing>;
}

const named = <S extends { readonly id?: string }>(steps: readonly S[], deed: string): S | undefined =>
  steps.find(({ id }) => id === deed);

/** Steps after this one that stand. */
function newerThan<S extends Step | EntryStep>(steps: readonly S[], step: S): S[] {
  return steps.filter(({ number, isUndone }) => number > step.number && !isUndone);
}

/** The deeds in the extension's database. */
export function createDeeds(database: PolicyGlossDatabase): Deeds {
  const { highlights, entries, packs, steps, glossarySteps, erasedPacks } = database;

  const isStepOvertaken = (all: readonly Step[], step: Step): boolean => {
    const own = new Set(step.rows.map(({ id }) => id));
    return newerThan(all, step).some(({ rows }) => rows.some(({ id }) => own.has(id)));
  };

  /** An import's entries are known by their mark, and those of a pack that came with it by the pack. */
  const isEntryStepOvertaken = async (all: readonly EntryStep[], step: EntryStep): Promise<boolean> => {
    const own = new Set(step.rows.map(({ id }) => id));
    const imports = importsOf(step);
    const intoPacks = new Set(imports.map(({ pack }) => pack));
    for (const newer of newerThan(all, step)) {
      if (newer.rows.some(({ id }) => own.has(id))) return true;
      if (importsOf(newer).some(({ pack }) => intoPacks.has(pack))) return true;
      if (imports.length === 0) continue;
      const touched = await entries.bulkGet(newer.rows.map(({ id }) => id));
      const isOfImport = touched.some((row) =>
        imports.some(
          ({ pack, batch, isNewPack }) => row?.batch === batch || (isNewPack && row?.pack === pack),
        ),
      );
      if (isOfImport) return true;
    }
    return false;
  };

  return {
    undo: (deed, now) =>
      database.transaction(
        'rw',
        [highlights, entries, packs, steps, glossarySteps, erasedPacks],
        async (): Promise<Undoing> => {
          const ofHighlights = (
            await steps.orderBy('number').reverse().limit(MOST_STEPS).toArray()
          ).reverse();
          const ofEntries = await glossarySteps.orderBy('number').reverse().limit(MOST_UNDONE).toArray();
          const [step, entryStep] = [named(ofHighlights, deed), named(ofEntries, deed)];
          if (!step && !entryStep) return 'gone';
          if (step && !step.isUndone && isStepOvertaken(ofHighlights, step)) return 'overtaken';
          if (entryStep && !entryStep.isUndone && (await isEntryStepOvertaken(ofEntries, entryStep)))
            return 'overtaken';
          const turn = { direction: 'undo', by: deed, now } as const;
          if (step && !step.isUndone) await turnStep(database, step, turn);
          if (entryStep && !entryStep.isUndone) await turnEntryStep(database, entryStep, turn);
          return 'done';
        },
      ),
  };
}
