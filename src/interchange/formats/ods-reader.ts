import { gateXml, type OpenElement, readXml, type XmlListener } from '../decode/xml-events.ts';
import { unpackZip } from '../decode/zip-gate.ts';
import type { FileReading, ImportChoices, SourceFile } from '../file-reading.ts';
import { MOST_ROWS } from '../limits.ts';
import { Refusal } from '../notices.ts';
import { readTables } from '../tables/read-tables.ts';
import { type MergedCells, spreadMerged, type Table, type TableRow } from '../tables/table.ts';

/** Cells beyond this column are not looked at: a repeated cell may claim to be there millions of times. */
const FARTHEST_COLUMN = 256;
/** Most blanks that a `text:s` may stand for. */
const MOST_BLANKS = 1_000;
const TABLE_SPACE = /:table:1\.0$/;
const TEXT_SPACE = /:text:1\.0$/;

/** Parts of a cell that are no text of it: readings above characters, comments, drawings, notes. */
const ASIDE = new Set([
  'ruby-text',
  'annotation',
  'note',
  'frame',
  'g',
  'custom-shape',
  'control',
  'tracked-changes',
  'shapes',
  'forms',
]);

interface Cell {
  text: string;
  repeated: number;
  formula: boolean;
  columns: number;
  rows: number;
}

/** Tables of an OpenDocument spreadsheet as they are shown: displayed texts, repeated rows once, hidden sheets marked. */
class SpreadsheetListener implements XmlListener {
  readonly tables: Table[] = [];
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #table: { name: string; hidden: boolean; rows: TableRow[]; merges: MergedCells[] } | undefined;
  #number = 1;
  #repeated = 1;
  #cells: string[] | undefined;
  #formulas: number[] = [];
  #spans: { column: number; columns: number; rows: number }[] = [];
  #cell: Cell | undefined;
  #paragraphs = 0;
  #inParagraph = 0;
  #aside = 0;

  open({ name, space, attributes }: OpenElement): void {
    if (this.#aside > 0 || ASIDE.has(name)) {
      this.#aside++;
      return;
    }
    if (TABLE_SPACE.test(space)) this.#openTable(name, attributes);
    else if (TEXT_SPACE.test(space)) this.#openText(name, attributes);
    else if (name === 'style') this.#style = attributes.get('name') ?? '';
    else if (name === 'table-properties' && attributes.get('display') === 'false')
      this.#hiddenStyles.add(this.#style);
  }

  #openTable(name: string, attributes: ReadonlyMap<string, string>): void {
    const count = (key: string) => Math.max(1, Number.parseInt(attributes.get(key) ?? '1', 10) || 1);
    if (name === 'table') {
      const hidden =
        this.#hiddenStyles.has(attributes.get('style-name') ?? '') || attributes.get('display') === 'false';
      this.#table = { name: attributes.get('name') ?? '', hidden, rows: [], merges: [] };
      this.#number = 1;
    } else if (name === 'table-row') {
      this.#cells = [];
      this.#formulas = [];
      this.#spans = [];
      this.#repeated = count('number-rows-repeated');
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      const value =
        attributes.get('string-value') ?? attributes.get('date-value') ?? attributes.get('value') ?? '';
      this.#paragraphs = 0;
      this.#cell = {
        text: value,
        repeated: count('number-columns-repeated'),
        formula: attributes.has('formula'),
        columns: count('number-columns-spanned'),
        rows: count('number-rows-spanned'),
      };
    }
  }

  #openText(name: string, attributes: ReadonlyMap<string, string>): void {
    const cell = this.#cell;
    if (!cell) return;
    if (name === 'p' || name === 'h') {
      cell.text = this.#paragraphs++ === 0 ? '' : `${cell.text}\n`;
      this.#inParagraph++;
    } else if (name === 's') {
      const blanks = Number.parseInt(attributes.get('c') ?? '1', 10) || 1;
      cell.text += ' '.repeat(Math.min(blanks, MOST_BLANKS));
    } else if (name === 'tab') cell.text += '\t';
    else if (name === 'line-break') cell.text += '\n';
  }

  text(text: string): void {
    if (this.#cell && this.#aside === 0 && this.#inParagraph > 0)
      this.#cell.text += text.replace(/[ \t\r\n]+/g, ' ');
  }

  close(name: string): void {
    if (this.#aside > 0) {
      this.#aside--;
      return;
    }
    if (name === 'p' || name === 'h') this.#inParagraph = Math.max(0, this.#inParagraph - 1);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table' && this.#table) {
      const { rows, merges, ...table } = this.#table;
      const filled = spreadMerged(rows, merges).filter(({ cells }) =>
        cells.some((cell) => cell.trim() !== ''),
      );
      this.tables.push({ ...table, rows: filled });
      this.#table = undefined;
    }
  }

  #closeCell(): void {
    const [cells, cell] = [this.#cells, this.#cell];
    this.#cell = undefined;
    if (!cells || !cell) return;
    const column = cells.length;
    if (cell.columns > 1 || cell.rows > 1)
      this.#spans.push({ column, columns: cell.columns, rows: cell.rows });
    for (let copy = 0; copy < cell.repeated && cells.length < FARTHEST_COLUMN; copy++) {
      if (cell.formula) this.#formulas.push(cells.length);
      cells.push(cell.text);
    }
  }

  #closeRow(): void {
    const [table, cells] = [this.#table, this.#cells];
    this.#cells = undefined;
    if (!table || !cells) return;
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.length > 0) {
      if (table.rows.length > MOST_ROWS) throw new Refusal('too-many-rows', { most: MOST_ROWS });
      const top = table.rows.length;
      for (const { column, columns, rows } of this.#spans)
        table.merges.push({
          top,
          bottom: top + Math.min(rows, MOST_ROWS) - 1,
          left: column,
          right: column + columns - 1,
        });
      table.rows.push({
        number: this.#number,
        cells,
        ...(this.#formulas.length > 0 ? { formulas: this.#formulas } : {}),
      });
    }
    this.#number += this.#repeated;
  }
}

const decodePart = (bytes: Uint8Array | undefined): string =>
  new TextDecoder().decode(bytes ?? new Uint8Array());

/** Tables of an ODS file. Throws `Refusal`. */
export function odsTables(bytes: Uint8Array): Table[] {
  const parts = unpackZip(bytes, (name) => name === 'content.xml' || name === 'META-INF/manifest.xml');
  if (/encryption-data/.test(decodePart(parts.get('META-INF/manifest.xml')))) throw new Refusal('encrypted');
  const content = parts.get('content.xml');
  if (!content) throw new Refusal('damaged-zip');
  const text = decodePart(content);
  gateXml(text);
  const listener = new SpreadsheetListener();
  readXml(text, listener);
  return listener.tables;
}

/** A list in an OpenDocument spreadsheet. */
export function readOds({ bytes }: SourceFile, choices: ImportChoices): FileReading {
  return readTables(odsTables(bytes), choices);
}
