import { changeIndex } from '../matching/change-index.ts';
import type { TermIndex } from '../matching/image.ts';
import type { PackTerm } from '../matching/pack-terms.ts';
import { candidates, recognise } from '../matching/recognise.ts';
import { joinedDirectory, type StoredDirectory, type TermDirectory } from '../matching/term-directory.ts';
import { type IndexPlan, unmarkedBy } from './index-parts.ts';
import type { StoredEntry } from './stored-entry.ts';

/** A compiled index as it stands in the store, opened. */
export interface IndexBase {
  readonly key: string;
  readonly index: TermIndex;
  readonly stored: StoredDirectory;
  /** Terms of the bundled pack: the first numbers. */
  readonly list: readonly PackTerm[];
  readonly upTo: number;
  readonly unmarked: ReadonlySet<string>;
  readonly plan: IndexPlan;
}

/** A base with what was written since it was compiled. */
export interface ChangedIndex {
  readonly index: TermIndex;
  readonly terms: TermDirectory;
  /** Equal when the same terms are recognised. */
  readonly mark: string;
  /** Equal when the same words are marked. */
  readonly words: string;
}

/** Whether a text that stands alone is marked as a whole. */
function isMarked(index: TermIndex, text: string): boolean {
  const [start, end] = recognise(index, text);
  return start === 0 && end === text.length;
}

/**
 * Moves the terms of the base that are written as added ones are over to these: what a word may stand for is looked up
 * within one image. An abbreviation takes along the full forms that vouch for it.
 */
function takeHomonyms({ index, list, stored }: IndexBase, added: PackTerm[], removed: number[]): void {
  const gone = new Set(removed);
  const terms = joinedDirectory(list, stored, []);
  const take = (number: number) => {
    const term = terms.at(number);
    if (!term || gone.has(number)) return;
    gone.add(number);
    removed.push(number);
    added.push(term);
    if (term.form === 'abbreviation')
      for (const full of terms.fullTermsOf(new Set([term.concept]))) take(full);
  };
  for (const text of new Set(added.map((term) => term.text))) {
    const [start, end, number] = recognise(index, text);
    if (start === 0 && end === text.length && number !== undefined)
      for (const homonym of candidates(index, number)) take(homonym);
  }
}

/** The bundled concepts that rows speak of. */
export function touchedConcepts(rows: readonly StoredEntry[]): string[] {
  return [...new Set(rows.flatMap(({ concept }) => concept ?? []))];
}

/** The base with rows that were written since. `collected`: all rows of the bundled concepts that these speak of. */
export function withRows(
  on: IndexBase,
  rows: readonly StoredEntry[],
  collected: readonly StoredEntry[],
): ChangedIndex {
  const { list, stored, plan, unmarked } = on;
  const added: PackTerm[] = [];
  const removed: number[] = [];
  for (const row of rows) {
    const [from, to] = stored.termsOfEntry(row.id) ?? [0, 0];
    for (let number = from; number < to; number++) removed.push(list.length + number);
    added.push(...plan.termsOf(row));
  }
  const unwanted = new Set(collected.flatMap((row) => unmarkedBy(row) ?? []));
  if (unwanted.size > 0)
    list.forEach(({ concept }, number) => {
      if (unwanted.has(concept)) removed.push(number);
    });
  const wantedAgain = touchedConcepts(rows).filter(
    (concept) => unmarked.has(concept) && !unwanted.has(concept),
  );
  if (wantedAgain.length > 0)
    added.push(...plan.bundledTerms(new Set()).filter(({ concept }) => wantedAgain.includes(concept)));
  takeHomonyms(on, added, removed);
  const terms = joinedDirectory(list, stored, added);
  const mark = JSON.stringify([added.map(({ text, concept, rank }) => [text, concept, rank]), removed]);
  if (added.length === 0 && removed.length === 0) return { index: on.index, terms, mark, words: '' };
  const textOf = (number: number) => terms.at(number)?.text ?? '';
  const index = changeIndex(on.index, { added, removed, textOf });
  const touchedTexts = [...new Set([...added.map(({ text }) => text), ...removed.map(textOf)])].sort();
  const words = touchedTexts.filter((text) => isMarked(on.index, text) !== isMarked(index, text));
  return { index, terms, mark, words: words.join('\n') };
}
