import Papa from 'papaparse';

/**
 * Signs that make a spreadsheet take a cell for a formula, full width ones included; such a cell gets an apostrophe in
 * front (OWASP, CSV injection). Quoting alone does not help.
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** Rows as CSV for spreadsheets: UTF-8 with byte-order mark, CRLF, formulas neutralised. The first row is the header. */
export function writeSpreadsheetCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n', escapeFormulae: FORMULA },
  )}\r\n`;
}
