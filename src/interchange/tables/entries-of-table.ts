import { cleanImported, type Hygiene, withoutGuard } from '../decode/clean-import.ts';
import { LONGEST_CELL, LONGEST_TERM, LONGEST_TEXT } from '../limits.ts';
import type { RowCode, RowProblem } from '../notices.ts';
import { type ExchangeEntry, type ExchangeTerm, plainEntry, plainTerm } from '../records/exchange-entry.ts';
import type { ColumnPlan } from './find-columns.ts';
import { type ColumnField, noteBeginnings, statusOfWord } from './headings.ts';
import { type Splitting, splitTerms } from './split-terms.ts';
import type { TableRow } from './table.ts';

/** Cells of a row by what their columns hold; repeated columns of a language are synonyms. */
export type CellsByField = ReadonlyMap<ColumnField, readonly string[]>;

/** What a row gave: an entry, or why not. */
export type RowResult = { readonly entry: ExchangeEntry; readonly row: number } | RowProblem;

const EXAMPLE = 60;
const problemOf = (row: number, code: RowCode, text: string): RowProblem => ({
  row,
  code,
  text: text.slice(0, EXAMPLE),
});

/** Sorts the cells of a row by field, cleaned. A guard against formulas is taken off. */
export function cellsByField(
  row: TableRow,
  fields: readonly (ColumnField | undefined)[],
  hygiene: Hygiene,
): CellsByField {
  const found = new Map<ColumnField, string[]>();
  for (const [column, field] of fields.entries()) {
    if (field === undefined || field === 'ignored') continue;
    const text = withoutGuard(cleanImported(row.cells[column] ?? '', hygiene));
    if (text === '') continue;
    const cells = found.get(field);
    if (cells) cells.push(text);
    else found.set(field, [text]);
  }
  return found;
}

/** The first cell of a field in a row; empty where there is none. */
export const firstOf = (cells: CellsByField, field: ColumnField): string => cells.get(field)?.[0] ?? '';

/** Why a row cannot be taken because of its size, or `undefined`. */
export function oversize(row: TableRow, cells: CellsByField): RowProblem | undefined {
  const giant = row.cells.find((cell) => cell.length > LONGEST_CELL);
  if (giant !== undefined) return problemOf(row.number, 'cell-too-long', giant);
  for (const field of [
    'definition',
    'definitionEn',
    'note',
    'noteEn',
    'source',
    'usage',
    'context',
  ] as const) {
    const text = cells.get(field)?.find((cell) => cell.length > LONGEST_TEXT);
    if (text !== undefined) return problemOf(row.number, 'text-too-long', text);
  }
  return undefined;
}

/** Whether a row is a remark below or between the terms: its one text begins as notes do, or is long. */
function isRemark(row: TableRow): boolean {
  const filled = [...new Set(row.cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
  const [text = ''] = filled;
  return filled.length === 1 && (noteBeginnings.some((start) => text.startsWith(start)) || text.length > 40);
}

function termsOf(
  lang: ExchangeTerm['lang'],
  cells: readonly string[] | undefined,
  splitting: Splitting,
): ExchangeTerm[] {
  const terms: ExchangeTerm[] = [];
  for (const cell of cells ?? []) {
    for (const { text, form } of splitTerms(cell, splitting)) {
      if (!terms.some((term) => term.text === text)) terms.push({ ...plainTerm(lang, text), form });
    }
  }
  return terms;
}

/** Ids that only count the rows are not worth keeping a row of one language for. */
const isCounter = (id: string): boolean => /^\d*$/.test(id);

/** One row of a table with a column for each language. */
export function entryOfRow(
  row: TableRow,
  plan: ColumnPlan,
  splitting: Splitting,
  hygiene: Hygiene,
): RowResult | undefined {
  const cells = cellsByField(row, plan.fields, hygiene);
  if (cells.size === 0) return undefined;
  const tooLong = oversize(row, cells);
  if (tooLong) return tooLong;
  const chinese = [
    ...termsOf('zh-Hant', cells.get('zh'), splitting),
    ...termsOf('zh-Hans', cells.get('zhHans'), splitting),
  ];
  const english = termsOf('en', cells.get('en'), splitting);
  for (const term of termsOf('en', cells.get('abbreviation'), splitting)) {
    if (!english.some(({ text }) => text === term.text)) english.push({ ...term, form: 'abbreviation' });
  }
  const id = firstOf(cells, 'id');
  if (chinese.length === 0 || english.length === 0) {
    const text = [...row.cells].find((cell) => cell.trim() !== '') ?? '';
    const missing = chinese.length === 0 ? 'zh' : 'en';
    if (row.formulas?.some((column) => plan.fields[column] === missing))
      return problemOf(row.number, 'formula', text);
    if (isRemark(row)) return problemOf(row.number, 'note', text);
    if (chinese.length + english.length === 0) return problemOf(row.number, 'no-term', text);
    if (isCounter(id)) return problemOf(row.number, chinese.length === 0 ? 'no-chinese' : 'no-english', text);
  }
  const status = statusOfWord(firstOf(cells, 'status')) ?? 'proposed';
  const source = firstOf(cells, 'source');
  const terms = [...chinese, ...english].map((term) => ({ ...term, status, source }));
  const long = terms.find(({ text }) => text.length > LONGEST_TERM);
  if (long) return problemOf(row.number, 'term-too-long', long.text);
  const entry: ExchangeEntry = {
    ...plainEntry(terms, id),
    subject: firstOf(cells, 'subject'),
    definition: { zh: firstOf(cells, 'definition'), en: firstOf(cells, 'definitionEn') },
    note: { zh: firstOf(cells, 'note'), en: firstOf(cells, 'noteEn') },
    source: firstOf(cells, 'definitionSource'),
    created: firstOf(cells, 'created'),
    changed: firstOf(cells, 'changed'),
  };
  return { entry, row: row.number };
}
