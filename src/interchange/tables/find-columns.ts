import {
  type ColumnField,
  fieldOfExactHeading,
  fieldOfHeading,
  isFormWord,
  type Layout,
  ownLayout,
} from './headings.ts';
import type { TableRow } from './table.ts';

/** What each column of a table holds. */
export interface ColumnPlan {
  /** Index of the first row of data. */
  readonly dataFrom: number;
  /** Number of the heading row in the file, `null` without one. */
  readonly headerRow: number | null;
  readonly fields: readonly (ColumnField | undefined)[];
  readonly headings: readonly string[];
  readonly layout: Layout;
  /** Whether the headings are ours to the letter: then cells are split as we join them. */
  readonly own: boolean;
  /** Whether columns stand the other way round than headings say. */
  readonly swapped: boolean;
  /** Whether a column was told by its script alone. */
  readonly guessed: boolean;
}

/** Rows in which headings are looked for: titles and dates may stand above. */
const HEAD_ROWS = 15;
const SAMPLE_ROWS = 200;

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

interface Scripts {
  readonly han: number;
  readonly latin: number;
  readonly filled: number;
}

function scriptsOf(rows: readonly TableRow[], column: number): Scripts {
  let [han, latin, filled] = [0, 0, 0];
  for (const { cells } of rows) {
    const cell = cells[column] ?? '';
    if (cell.trim() === '') continue;
    filled++;
    if (HAN.test(cell)) han++;
    else if (LATIN.test(cell)) latin++;
  }
  return { han, latin, filled };
}

function widthOf(rows: readonly TableRow[]): number {
  let width = 0;
  for (const { cells } of rows) width = Math.max(width, cells.length);
  return width;
}

const hasSides = (fields: readonly (ColumnField | undefined)[]): boolean => {
  const chinese = fields.includes('zh') || fields.includes('zhHans');
  return (chinese && fields.includes('en')) || (fields.includes('language') && fields.includes('term'));
};

/** Fields of a row of headings; what is named in the row above only (a heading over two lines) counts too. */
function fieldsOfRow(row: TableRow, above: TableRow | undefined): (ColumnField | undefined)[] {
  const width = Math.max(row.cells.length, above?.cells.length ?? 0);
  return Array.from({ length: width }, (_, column) => {
    const own = fieldOfHeading((row.cells[column] ?? '').trim());
    return own ?? fieldOfHeading((above?.cells[column] ?? '').trim());
  });
}

/** Headings as they are shown: those of the row, else of the row above where that names a column. */
function headingsOf(rows: readonly TableRow[], at: number): string[] {
  const [cells, above] = [rows[at]?.cells ?? [], rows[at - 1]?.cells ?? []];
  return Array.from({ length: Math.max(cells.length, above.length) }, (_, column) => {
    const upper = (above[column] ?? '').trim();
    return (cells[column] ?? '').trim() || (fieldOfHeading(upper) ? upper : '');
  });
}

/** Fields of which a heading row that names no pair must name one. */
const sides = ['zh', 'zhHans', 'en', 'term'] as const;

/** Fills in Chinese or English by script where headings name only one of them, or neither. */
function completeByScript(
  fields: readonly (ColumnField | undefined)[],
  rows: readonly TableRow[],
): (ColumnField | undefined)[] {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const completed = Array.from({ length: Math.max(fields.length, widthOf(sample)) }, (_, at) => fields[at]);
  const scripts = completed.map((_, column) => scriptsOf(sample, column));
  const best = (score: (found: Scripts) => number): number => {
    let chosen = -1;
    let most = sample.length * 0.3;
    for (const [column, found] of scripts.entries()) {
      const free = completed[column] === undefined || completed[column] === 'term';
      if (free && score(found) > most) [chosen, most] = [column, score(found)];
    }
    return chosen;
  };
  if (!completed.includes('zh') && !completed.includes('zhHans')) {
    const column = best(({ han }) => han);
    if (column >= 0) completed[column] = 'zh';
  }
  if (!completed.includes('en')) {
    const column = best(({ latin }) => latin);
    if (column >= 0) completed[column] = 'en';
  }
  return completed;
}

/** Whether the column headed Chinese holds English and the one headed English Chinese. */
function areSwapped(fields: readonly (ColumnField | undefined)[], rows: readonly TableRow[]): boolean {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const zh = scriptsOf(sample, fields.indexOf('zh'));
  const en = scriptsOf(sample, fields.indexOf('en'));
  return zh.latin > zh.filled * 0.8 && zh.han < zh.filled * 0.2 && en.han > en.filled * 0.8;
}

function swapSides(fields: readonly (ColumnField | undefined)[]): (ColumnField | undefined)[] {
  return fields.map((field) => (field === 'zh' ? 'en' : field === 'en' ? 'zh' : field));
}

/** A second line of headings (全稱, 簡稱 under 中文): nothing but known headings and words for forms. */
function isSecondHeading(row: TableRow | undefined): boolean {
  const filled = row?.cells.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? [];
  return filled.length >= 2 && filled.every((cell) => isFormWord(cell) || fieldOfHeading(cell) !== undefined);
}

function planAt(
  rows: readonly TableRow[],
  at: number,
  fields: readonly (ColumnField | undefined)[],
): ColumnPlan {
  const row = rows[at];
  const own = row && ownLayout(row.cells);
  const from = at + (!own && isSecondHeading(rows[at + 1]) ? 2 : 1);
  const swapped = !own && areSwapped(fields, rows.slice(from));
  const plain =
    fields.includes('language') &&
    fields.includes('term') &&
    !(fields.includes('zh') && fields.includes('en'));
  return {
    dataFrom: from,
    headerRow: row?.number ?? null,
    fields: swapped ? swapSides(fields) : fields,
    headings: headingsOf(rows, at),
    layout: own?.layout ?? (plain ? 'terms' : 'concepts'),
    own: own !== undefined,
    swapped,
    guessed: false,
  };
}

/** Whether the first row is written in other scripts than its columns: headings that nobody knows (原文, Target). */
function standsOut(
  [first, ...rest]: readonly TableRow[],
  fields: readonly (ColumnField | undefined)[],
): boolean {
  if (!first || rest.length === 0) return false;
  const zh = first.cells[fields.indexOf('zh')] ?? '';
  const en = first.cells[fields.indexOf('en')] ?? '';
  return zh !== '' && en !== '' && HAN.test(zh) === HAN.test(en);
}

/** What the user chose in place of what was found. */
export interface ColumnChoice {
  /** Number of the heading row in the file; `null`: there is none. */
  readonly headerRow?: number | null | undefined;
  /** Field of each column by its index; others hold nothing of interest. */
  readonly fields?: readonly (ColumnField | undefined)[] | undefined;
}

/**
 * Finds the heading row among the first 15 and says what the columns hold: by headings, else by script. `undefined` when
 * no two columns hold Chinese and English.
 */
export function planColumns(rows: readonly TableRow[], choice: ColumnChoice = {}): ColumnPlan | undefined {
  const given = choice.headerRow;
  if (given !== undefined && given !== null) {
    const at = rows.findIndex(({ number }) => number === given);
    if (at < 0) return undefined;
    const row = rows[at] as TableRow;
    const fields = choice.fields ?? completeByScript(fieldsOfRow(row, rows[at - 1]), rows.slice(at + 1));
    return hasSides(fields) ? planAt(rows, at, fields) : undefined;
  }
  if (given === undefined) {
    const head = rows.slice(0, HEAD_ROWS);
    const full = head.findIndex((row, at) => hasSides(fieldsOfRow(row, at > 0 ? head[at - 1] : undefined)));
    if (full >= 0) {
      const row = head[full] as TableRow;
      // The row itself may name both sides: then what stands above is a title, unless it names further columns.
      return planAt(rows, full, choice.fields ?? fieldsOfRow(row, head[full - 1]));
    }
    const half = head.findIndex(({ cells }) => {
      const known = new Set(cells.map((cell) => fieldOfExactHeading(cell.trim())));
      const names = sides.some((side) => known.has(side));
      return names && cells.filter((cell) => cell.trim() !== '').length >= 2;
    });
    const row = head[half];
    if (row) {
      const fields = choice.fields ?? completeByScript(fieldsOfRow(row, undefined), rows.slice(half + 1));
      if (hasSides(fields)) return planAt(rows, half, fields);
    }
  }
  const fields = choice.fields ?? completeByScript([], rows);
  if (!hasSides(fields)) return undefined;
  if (given === undefined && standsOut(rows, fields)) return { ...planAt(rows, 0, fields), guessed: true };
  const plain = { headings: [], layout: 'concepts', own: false, swapped: false } as const;
  return { dataFrom: 0, headerRow: null, fields, guessed: true, ...plain };
}
