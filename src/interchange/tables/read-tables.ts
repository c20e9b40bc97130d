import { newHygiene } from '../decode/clean-import.ts';
import {
  type ColumnReading,
  emptyReading,
  type FileReading,
  type ImportChoices,
  type TakenEntry,
} from '../file-reading.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../limits.ts';
import { type Notice, Refusal, type RowProblem } from '../notices.ts';
import { entryOfRow } from './entries-of-table.ts';
import { entriesOfTermRows } from './entries-of-terms.ts';
import { type ColumnPlan, planColumns } from './find-columns.ts';
import { finishEntries } from './finish-entries.ts';
import { ownSplitting, type Splitting, usualSplitting } from './split-terms.ts';
import type { Table, TableRow } from './table.ts';

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;
const SAMPLE_ROWS = 2_000;

/** How many rows of a sheet have cells in both scripts, in a sample from its top. */
function bilingualRows({ rows }: Table): number {
  let count = 0;
  for (const { cells } of rows.slice(0, SAMPLE_ROWS))
    if (cells.some((cell) => HAN.test(cell)) && cells.some((cell) => LATIN.test(cell))) count++;
  return count;
}

function chooseTable(tables: readonly Table[], wanted: string | undefined): Table {
  const named = wanted === undefined ? undefined : tables.find(({ name }) => name === wanted);
  if (wanted !== undefined && !named) throw new Refusal('no-sheet', { name: wanted });
  if (named) return named;
  const visible = tables.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  let best: { table: Table; count: number } | undefined;
  for (const table of visible) {
    const count = bilingualRows(table);
    if (!best || count > best.count) best = { table, count };
  }
  if (!best) throw new Refusal('empty');
  return best.table;
}

function noticesOfSheets(tables: readonly Table[], chosen: Table): Notice[] {
  const notices: Notice[] = [];
  const others = tables.filter((table) => table !== chosen && !table.hidden && bilingualRows(table) > 0);
  const hidden = tables.filter((table) => table.hidden && table.rows.length > 0);
  if (others.length > 0)
    notices.push({
      code: 'other-sheets',
      blanks: { names: others.map(({ name }) => name).join(', '), name: chosen.name },
    });
  if (hidden.length > 0)
    notices.push({ code: 'hidden-sheets', blanks: { names: hidden.map(({ name }) => name).join(', ') } });
  return notices;
}

/** Rows between two words on progress; the first half of the way is parsing. */
const PROGRESS_ROWS = 5_000;

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

function noticesOfColumns({ headings, fields, guessed, swapped }: ColumnPlan): Notice[] {
  const notices: Notice[] = [];
  if (guessed) notices.push({ code: 'no-header', blanks: {} });
  if (swapped) notices.push({ code: 'swapped-columns', blanks: {} });
  const reserved = headings.filter((heading) => RESERVED.has(heading));
  if (reserved.length > 0) notices.push({ code: 'reserved-names', blanks: { names: reserved.join(', ') } });
  const unknown = headings.filter(
    (heading, at) => heading !== '' && fields[at] === undefined && !RESERVED.has(heading),
  );
  if (unknown.length > 0) notices.push({ code: 'unknown-columns', blanks: { names: unknown.join(', ') } });
  return notices;
}

/** Rows with more filled cells than the table has headings: a delimiter or a quotation mark is wrong there. */
function raggedRows(rows: readonly TableRow[], { headings, headerRow, dataFrom }: ColumnPlan): Notice[] {
  if (headerRow === null) return [];
  const width = headings.length;
  const ragged = rows
    .slice(dataFrom)
    .filter(({ cells }) => cells.slice(width).some((cell) => cell.trim() !== ''));
  if (ragged.length === 0) return [];
  const numbers = ragged.slice(0, 10).map(({ number }) => number);
  return [{ code: 'ragged-rows', blanks: { count: ragged.length, rows: numbers.join(', ') } }];
}

function checkSize(rows: readonly TableRow[]): void {
  if (rows.length > MOST_ROWS + 1) throw new Refusal('too-many-rows', { most: MOST_ROWS });
  for (const { cells } of rows) {
    if (cells.length > MOST_COLUMNS && cells.slice(MOST_COLUMNS).some((cell) => cell !== ''))
      throw new Refusal('too-many-columns', { most: MOST_COLUMNS });
  }
}

function splittingOf(plan: ColumnPlan, { splitAt, braces }: ImportChoices): Splitting {
  const usual = plan.own ? ownSplitting : usualSplitting;
  return { signs: splitAt ?? usual.signs, braces: braces ?? usual.braces };
}

function columnsOf({ fields, headings }: ColumnPlan): ColumnReading[] {
  return fields.map((field, at) => ({ column: at + 1, heading: headings[at] ?? '', field: field ?? null }));
}

/** Rows in which a column that is taken holds a formula: its last value was taken, if it had one. */
function formulaNotices(rows: readonly TableRow[], { fields }: ColumnPlan): Notice[] {
  const found = rows.filter(({ formulas }) =>
    formulas?.some((column) => fields[column] && fields[column] !== 'ignored'),
  );
  if (found.length === 0) return [];
  const numbers = found.slice(0, 10).map(({ number }) => number);
  return [{ code: 'formula-cells', blanks: { count: found.length, rows: numbers.join(', ') } }];
}

interface Rows {
  taken: TakenEntry[];
  problems: RowProblem[];
  notices: Notice[];
}

function readRows(rows: readonly TableRow[], plan: ColumnPlan, choices: ImportChoices): Rows {
  const hygiene = newHygiene();
  const result: Rows = { taken: [], problems: [], notices: [] };
  if (plan.layout === 'terms') {
    const table = entriesOfTermRows(rows, plan, hygiene);
    result.taken.push(...table.entries);
    result.problems.push(...table.problems);
    const names = [...table.otherLanguages].map(([tag, count]) => `${tag || '–'} (${count})`);
    if (names.length > 0)
      result.notices.push({ code: 'other-languages', blanks: { names: names.join(', ') } });
  } else {
    const splitting = splittingOf(plan, choices);
    const heading = plan.headings.join('\u0000');
    for (let at = plan.dataFrom; at < rows.length; at++) {
      const row = rows[at] as TableRow;
      if (at % PROGRESS_ROWS === 0) choices.onProgress?.(0.5 + (0.5 * at) / rows.length);
      // Lists made for printing repeat their headings on every page.
      if (plan.headerRow !== null && row.cells.map((cell) => cell.trim()).join('\u0000') === heading)
        continue;
      const found = entryOfRow(row, plan, splitting, hygiene);
      if (!found) continue;
      if ('entry' in found) result.taken.push(found);
      else result.problems.push(found);
    }
  }
  if (hygiene.control > 0)
    result.notices.push({ code: 'control-characters', blanks: { count: hygiene.control } });
  if (hygiene.bidi > 0) result.notices.push({ code: 'bidi-characters', blanks: { count: hygiene.bidi } });
  return result;
}

/** A table whose columns nobody knows: its first row stands for headings, so that the user can tell. */
function withoutColumns(
  tables: readonly Table[],
  { name, rows }: Table,
  chosen: ImportChoices['columns'],
): FileReading {
  if (rows.length === 0) throw new Refusal('empty');
  const first = rows[0]?.cells ?? [];
  return {
    ...emptyReading,
    fault: 'no-columns',
    sheet: name || null,
    sheets: tables.map((table) => table.name),
    columns: first.map((heading, at) => ({
      column: at + 1,
      heading: heading.slice(0, 80),
      field: chosen?.[at] ?? null,
    })),
    rows: rows.length,
  };
}

/**
 * Entries of the best sheet of a workbook, or of the one chosen: headings found, columns mapped, cells split. Throws
 * `Refusal` when there is no sheet or too much of anything.
 */
export function readTables(tables: readonly Table[], choices: ImportChoices): FileReading {
  const table = chooseTable(tables, choices.sheet);
  checkSize(table.rows);
  const { headerRow, columns } = choices;
  const plan = planColumns(table.rows, { headerRow, fields: columns });
  if (!plan) return withoutColumns(tables, table, columns);
  const { taken, problems, notices } = readRows(table.rows, plan, choices);
  return finishEntries(
    {
      ...emptyReading,
      sheet: table.name || null,
      sheets: tables.map(({ name }) => name),
      headerRow: plan.headerRow,
      columns: columnsOf(plan),
      rows: table.rows.length - plan.dataFrom,
      taken,
      problems,
      notices: [
        ...noticesOfSheets(tables, table),
        ...noticesOfColumns(plan),
        ...raggedRows(table.rows, plan),
        ...formulaNotices(table.rows, plan),
        ...notices,
      ],
    },
    true,
  );
}
