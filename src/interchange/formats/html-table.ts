import { decodeAs, decodeText } from '../decode/encoding.ts';
import type { FileReading, ImportChoices, SourceFile } from '../file-reading.ts';
import { MOST_ROWS } from '../limits.ts';
import { Refusal } from '../notices.ts';
import { readTables } from '../tables/read-tables.ts';
import type { Table, TableRow } from '../tables/table.ts';

/** Most cells that one `colspan` or `rowspan` may stand for. */
const WIDEST_SPAN = 64;
const TALLEST_SPAN = 1_000;
/** Cells of a row beyond this are not looked at: spans could go on widening a table. */
const MOST_CELLS = 256;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
]);

/** Character references: numbers, and the few names that exports use. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED.get(String(name).toLowerCase()) ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

interface OpenTable {
  rows: TableRow[];
  cells: string[];
  /** Texts that a `rowspan` carries into the next rows, by column. */
  carried: Map<number, { text: string; left: number }>;
  cell: string | undefined;
  colspan: number;
  rowspan: number;
}

const newTable = (): OpenTable => ({
  rows: [],
  cells: [],
  carried: new Map(),
  cell: undefined,
  colspan: 1,
  rowspan: 1,
});

function fillCarried(table: OpenTable): void {
  for (
    let carried = table.carried.get(table.cells.length);
    carried;
    carried = table.carried.get(table.cells.length)
  ) {
    if (--carried.left === 0) table.carried.delete(table.cells.length);
    table.cells.push(carried.text);
  }
}

function closeCell(table: OpenTable): void {
  if (table.cell === undefined) return;
  fillCarried(table);
  const text = decodeReferences(table.cell.replace(/[ \t\r\n]+/g, ' ').replace(/ ?\u2028 ?/g, '\n')).trim();
  for (let copy = 0; copy < table.colspan && table.cells.length < MOST_CELLS; copy++) {
    if (table.rowspan > 1)
      table.carried.set(table.cells.length, { text: copy === 0 ? text : '', left: table.rowspan - 1 });
    table.cells.push(copy === 0 ? text : '');
  }
  table.cell = undefined;
}

function closeRow(table: OpenTable): void {
  closeCell(table);
  if (table.cells.length > 0) fillCarried(table);
  if (table.cells.some((cell) => cell !== '')) {
    if (table.rows.length > MOST_ROWS) throw new Refusal('too-many-rows', { most: MOST_ROWS });
    table.rows.push({ number: table.rows.length + 1, cells: table.cells });
  }
  table.cells = [];
}

const spanOf = (tag: string, name: string, most: number): number => {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(tag)?.[1];
  return Math.min(Math.max(1, Number(value ?? 1)), most);
};

/** A piece of HTML: text, or a tag with its name. */
interface Token {
  readonly text: string;
  readonly tag: string | undefined;
  readonly closing: boolean;
}

/** Elements whose content is no text of the page. */
const SILENT = /^(script|style|noscript|template)$/;

/** Pieces of HTML in one pass forward: a sign that is never closed ends the file, it is not looked for again and again. */
function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start !== at)
      yield { text: html.slice(at, start < 0 ? undefined : start), tag: undefined, closing: false };
    if (start < 0) return;
    const comment = html.startsWith('<!--', start);
    const end = html.indexOf(comment ? '-->' : '>', start);
    if (end < 0) return;
    const text = html.slice(start, end + 1);
    at = end + (comment ? 3 : 1);
    const name = comment ? undefined : /^<(\/?)([a-z][a-z0-9]*)/i.exec(text);
    if (!name) continue;
    const tag = (name[2] ?? '').toLowerCase();
    const closing = name[1] === '/';
    if (!closing && SILENT.test(tag)) {
      const close = html.indexOf(`</`, at);
      let stop = close;
      while (stop >= 0 && html.slice(stop + 2, stop + 2 + tag.length).toLowerCase() !== tag)
        stop = html.indexOf('</', stop + 2);
      if (stop < 0) return;
      at = stop;
    } else yield { text, tag, closing };
  }
}

/** Tables of an HTML file, read as text: nothing in it is built, run or fetched. */
export function htmlTables(html: string): Table[] {
  const tables: Table[] = [];
  const open: OpenTable[] = [];
  const finish = (table: OpenTable) => {
    closeRow(table);
    if (table.rows.length > 0) tables.push({ name: `${tables.length + 1}`, hidden: false, rows: table.rows });
  };
  for (const { text, tag, closing } of tokensOf(html)) {
    const table = open.at(-1);
    if (tag === 'table') {
      if (!closing) open.push(newTable());
      else if (table) finish(open.pop() ?? table);
    } else if (!table) continue;
    else if (tag === 'tr') closeRow(table);
    else if (tag === 'td' || tag === 'th') {
      closeCell(table);
      if (closing) continue;
      table.cell = '';
      table.colspan = spanOf(text, 'colspan', WIDEST_SPAN);
      table.rowspan = spanOf(text, 'rowspan', TALLEST_SPAN);
    } else if (table.cell !== undefined) {
      if (tag === 'br' || (tag === 'p' && closing)) table.cell += '\u2028';
      else if (tag === undefined) table.cell += text;
    }
  }
  for (const table of open.reverse()) finish(table);
  return tables;
}

/** A list in a table of an HTML page, which many systems call .xls. */
export function readHtmlTable({ bytes }: SourceFile, choices: ImportChoices): FileReading {
  const decoded = choices.encoding ? decodeAs(bytes, choices.encoding) : decodeText(bytes);
  const tables = htmlTables(decoded.text);
  if (tables.length === 0) throw new Refusal('not-a-list');
  const reading = readTables(tables, choices);
  return { ...reading, encoding: decoded.encoding, notices: [...decoded.notices, ...reading.notices] };
}
