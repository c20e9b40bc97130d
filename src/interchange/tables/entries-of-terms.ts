import type { Hygiene } from '../decode/clean-import.ts';
import { LONGEST_TERM } from '../limits.ts';
import type { RowProblem } from '../notices.ts';
import { type ExchangeEntry, type ExchangeTerm, plainEntry, plainTerm } from '../records/exchange-entry.ts';
import { type CellsByField, cellsByField, firstOf, oversize } from './entries-of-table.ts';
import type { ColumnPlan } from './find-columns.ts';
import { formOfWord, languageOfWord, statusOfWord } from './headings.ts';
import type { TableRow } from './table.ts';

/** What a table with one row a term gave. */
export interface TermTable {
  readonly entries: readonly { readonly entry: ExchangeEntry; readonly row: number }[];
  readonly problems: readonly RowProblem[];
  /** Rows in languages other than Chinese and English, by tag. */
  readonly otherLanguages: ReadonlyMap<string, number>;
}

function contextsOf(cells: CellsByField): ExchangeTerm['contexts'] {
  const texts = firstOf(cells, 'context').split('\n');
  const sources = firstOf(cells, 'contextSource').split('\n');
  return texts
    .map((text, at) => ({ text, source: sources[at] ?? '' }))
    .filter(({ text, source }) => text || source);
}

function termOf(cells: CellsByField, lang: ExchangeTerm['lang'], text: string): ExchangeTerm {
  return {
    ...plainTerm(lang, text),
    form: formOfWord(firstOf(cells, 'form')) ?? 'full',
    status: statusOfWord(firstOf(cells, 'status')) ?? 'proposed',
    source: firstOf(cells, 'source'),
    usage: firstOf(cells, 'usage'),
    partOfSpeech: firstOf(cells, 'partOfSpeech'),
    region: firstOf(cells, 'region'),
    from: firstOf(cells, 'from'),
    to: firstOf(cells, 'to'),
    contexts: contextsOf(cells),
  };
}

/** What a row says of the concept; the first text of each side stays. */
function describe(entry: ExchangeEntry, cells: CellsByField, side: 'zh' | 'en'): ExchangeEntry {
  const fill = (old: string, field: Parameters<typeof firstOf>[1]) => old || firstOf(cells, field);
  return {
    ...entry,
    subject: fill(entry.subject, 'subject'),
    definition: { ...entry.definition, [side]: fill(entry.definition[side], 'definition') },
    note: { ...entry.note, [side]: fill(entry.note[side], 'note') },
    source: fill(entry.source, 'definitionSource'),
    created: fill(entry.created, 'created'),
    changed: fill(entry.changed, 'changed'),
  };
}

/** A table with one row a term: rows with the same concept id belong together; without an id each stands alone. */
export function entriesOfTermRows(
  rows: readonly TableRow[],
  { fields, dataFrom }: ColumnPlan,
  hygiene: Hygiene,
): TermTable {
  const concepts = new Map<string, { entry: ExchangeEntry; row: number }>();
  const problems: RowProblem[] = [];
  const otherLanguages = new Map<string, number>();
  for (const row of rows.slice(dataFrom)) {
    const cells = cellsByField(row, fields, hygiene);
    if (cells.size === 0) continue;
    const text = firstOf(cells, 'term');
    const tag = firstOf(cells, 'language');
    const lang = languageOfWord(tag);
    const problem = oversize(row, cells);
    if (problem) problems.push(problem);
    else if (text === '') problems.push({ row: row.number, code: 'no-term', text: tag });
    else if (text.length > LONGEST_TERM)
      problems.push({ row: row.number, code: 'term-too-long', text: text.slice(0, 60) });
    else if (!lang) otherLanguages.set(tag, (otherLanguages.get(tag) ?? 0) + 1);
    else {
      const id = firstOf(cells, 'id');
      const key = id || `row ${row.number}`;
      const known = concepts.get(key) ?? { entry: plainEntry([], id), row: row.number };
      const entry = describe(known.entry, cells, lang === 'en' ? 'en' : 'zh');
      concepts.set(key, {
        row: known.row,
        entry: { ...entry, terms: [...entry.terms, termOf(cells, lang, text)] },
      });
    }
  }
  return { entries: [...concepts.values()], problems, otherLanguages };
}
