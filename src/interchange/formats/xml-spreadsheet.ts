import { decodeAs, decodeText } from '../decode/encoding.ts';
import { gateXml, type OpenElement, readXml, type XmlListener } from '../decode/xml-events.ts';
import type { FileReading, ImportChoices, SourceFile } from '../file-reading.ts';
import { MOST_ROWS } from '../limits.ts';
import { Refusal } from '../notices.ts';
import { readTables } from '../tables/read-tables.ts';
import type { Table, TableRow } from '../tables/table.ts';

/** The name space of Excel's XML of 2003, which many systems write and call .xls. */
export const XML_SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

/** Cells beyond this column are not looked at. */
const FARTHEST_COLUMN = 256;

/** Sheets of such a file; `Index` says where a row or cell stands when some before it are left out. */
class WorkbookListener implements XmlListener {
  readonly tables: Table[] = [];
  #rows: TableRow[] = [];
  #name = '';
  #hidden = false;
  #number = 0;
  #cells: string[] = [];
  #formulas: number[] = [];
  #text: string | undefined;
  #inVisible = false;

  open({ name, attributes }: OpenElement): void {
    const index = Number.parseInt(attributes.get('Index') ?? '', 10);
    if (name === 'Worksheet') {
      this.#rows = [];
      this.#name = attributes.get('Name') ?? '';
      this.#hidden = false;
      this.#number = 0;
    } else if (name === 'Row') {
      this.#number = index > 0 ? index : this.#number + 1;
      this.#cells = [];
      this.#formulas = [];
    } else if (name === 'Cell') {
      while (index > 0 && this.#cells.length < Math.min(index - 1, FARTHEST_COLUMN)) this.#cells.push('');
      if (attributes.has('Formula')) this.#formulas.push(this.#cells.length);
      this.#cells.push('');
    } else if (name === 'Data') this.#text = '';
    else if (name === 'Visible') this.#inVisible = true;
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
    else if (this.#inVisible && /hidden/i.test(text)) this.#hidden = true;
  }

  close(name: string): void {
    if (name === 'Data') {
      if (this.#cells.length > 0) this.#cells[this.#cells.length - 1] = this.#text ?? '';
      this.#text = undefined;
    } else if (name === 'Visible') this.#inVisible = false;
    else if (name === 'Row' && this.#cells.some((cell) => cell.trim() !== '')) {
      if (this.#rows.length > MOST_ROWS) throw new Refusal('too-many-rows', { most: MOST_ROWS });
      const formulas = this.#formulas.length > 0 ? { formulas: this.#formulas } : {};
      this.#rows.push({ number: this.#number, cells: this.#cells.slice(0, FARTHEST_COLUMN), ...formulas });
    } else if (name === 'Worksheet')
      this.tables.push({ name: this.#name, hidden: this.#hidden, rows: this.#rows });
  }
}

/** A list in Excel's XML of 2003. */
export function readXmlSpreadsheet({ bytes }: SourceFile, choices: ImportChoices): FileReading {
  const decoded = choices.encoding ? decodeAs(bytes, choices.encoding) : decodeText(bytes);
  gateXml(decoded.text);
  const listener = new WorkbookListener();
  readXml(decoded.text, listener);
  const reading = readTables(listener.tables, choices);
  return { ...reading, encoding: decoded.encoding, notices: [...decoded.notices, ...reading.notices] };
}
