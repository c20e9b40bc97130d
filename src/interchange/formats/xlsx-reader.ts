import { zipSync } from 'fflate';
import type { Sheet } from 'hucre/xlsx';
import { gateXml } from '../decode/xml-events.ts';
import { unpackZip } from '../decode/zip-gate.ts';
import type { FileReading, ImportChoices, SourceFile } from '../file-reading.ts';
import { MOST_ROWS } from '../limits.ts';
import { Refusal } from '../notices.ts';
import { readTables } from '../tables/read-tables.ts';
import { spreadMerged, type Table, type TableRow } from '../tables/table.ts';

/** A value as text: dates by their day, numbers as they are. */
function textOf(value: Sheet['rows'][number][number] | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

function formulaColumns(sheet: Sheet): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [place, { formula }] of sheet.cells ?? []) {
    if (!formula) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const columns = found.get(row);
    if (columns) columns.push(column);
    else found.set(row, [column]);
  }
  return found;
}

/** A sheet of the library as a table: rows without any text are left out, numbers stay those of the sheet. */
function tableOf(sheet: Sheet): Table {
  const formulas = formulaColumns(sheet);
  const rows = sheet.rows.map((values, at): TableRow => {
    const columns = formulas.get(at);
    const cells = values.map(textOf);
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    return { number: at + 1, cells, ...(columns ? { formulas: columns } : {}) };
  });
  const merges = (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
    top: startRow,
    bottom: Math.min(endRow, rows.length - 1),
    left: startCol,
    right: endCol,
  }));
  const filled = spreadMerged(rows, merges).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > MOST_ROWS + 1) throw new Refusal('too-many-rows', { most: MOST_ROWS });
  return { name: sheet.name, hidden: (sheet.hidden || sheet.veryHidden) ?? false, rows: filled };
}

/** Turns an error of the library into a refusal with a reason that helps. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const name = error instanceof Error ? error.name : '';
  if (/encrypt|password/i.test(name + reason)) return new Refusal('encrypted');
  if (/cells|rectangle|bounds|exceeds/i.test(reason)) return new Refusal('sheet-too-wide');
  return new Refusal('sheet-broken', { reason: reason.slice(0, 120) });
}

const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/|xl\/worksheets\/(_rels\/)?[^/]+$)/i;

/**
 * Tables of an Excel workbook. The library sees only parts that have passed the gates, in a new archive of ours: its own
 * limit on unpacking is 2 GB. Throws `Refusal`.
 */
export async function xlsxTables(bytes: Uint8Array): Promise<Table[]> {
  const parts = unpackZip(bytes, (name) => PARTS.test(name));
  for (const [name, part] of parts) if (/\.(xml|rels)$/i.test(name)) gateXml(new TextDecoder().decode(part));
  try {
    const { readXlsx: read } = await import('hucre/xlsx');
    const workbook = await read(zipSync(Object.fromEntries(parts), { level: 0 }));
    return workbook.sheets.map(tableOf);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Tables of a workbook of Excel 97 to 2003. Throws `Refusal`. */
export async function xlsTables(bytes: Uint8Array): Promise<Table[]> {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (names.includes('EncryptedPackage')) throw new Refusal('encrypted');
  if (names.includes('WordDocument')) throw new Refusal('binary');
  try {
    const { readXls: read } = await import('hucre/xlsx');
    return (await read(bytes)).sheets.map(tableOf);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** A list in an Excel workbook. */
export async function readXlsx({ bytes }: SourceFile, choices: ImportChoices): Promise<FileReading> {
  return readTables(await xlsxTables(bytes), choices);
}

/** A list in an old Excel workbook. */
export async function readXls({ bytes }: SourceFile, choices: ImportChoices): Promise<FileReading> {
  return readTables(await xlsTables(bytes), choices);
}
