import type { BuildFacts } from '../format.ts';
import { documentWord } from '../highlights/document-words.ts';
import { LONGEST_CELL } from '../limits.ts';
import { cutMark, sheetName } from '../tables/headings.ts';
import { defaultText, fontFaces, odfPart, packOdf } from './odf-package.ts';
import { odfLines } from './odf-text.ts';

/** Media type of an OpenDocument spreadsheet. */
export const SPREADSHEET_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** A text that fits a cell of every spreadsheet program; what was cut is marked. */
export function fitCell(text: string): string {
  return text.length <= LONGEST_CELL
    ? text
    : `${text.slice(0, LONGEST_CELL - cutMark.length).toWellFormed()}${cutMark}`;
}

/** Widths of columns in characters, by their longest text within reason. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows.slice(0, 500)) {
    for (const [at, cell] of row.entries()) {
      // Han characters are as wide as two Latin letters.
      const width = Math.min(40, cell.length + cell.replace(/[^\u2E80-\uFFEF]/g, '').length + 2);
      widths[at] = Math.max(widths[at] ?? 8, width);
    }
  }
  return widths;
}

/** Width of a column, cm, for so many characters. */
const columnWidth = (characters: number): number => characters * 0.22;

/** Room on a landscape sheet of A4, cm, and the smallest scale, %, at which print can still be read. */
const SHEET_WIDTH = 27.5;
const SMALLEST_SCALE = 45;

/** Printed, a table lies across the sheet, with lines, and is made smaller where it is wider. */
function styles(widths: readonly number[]): string {
  const whole = widths.reduce((sum, width) => sum + columnWidth(width), 0);
  const scale = Math.max(SMALLEST_SCALE, Math.min(100, Math.floor((100 * SHEET_WIDTH) / whole)));
  return odfPart(
    'document-styles',
    `${fontFaces}<office:styles><style:default-style style:family="table-cell">${defaultText(11)}</style:default-style><number:text-style style:name="NText"><number:text-content/></number:text-style><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin-top="1cm" fo:margin-bottom="1cm" fo:margin-left="1cm" fo:margin-right="1cm" style:scale-to="${scale}%" style:print="objects charts drawings grid"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm1"/></office:master-styles>`,
  );
}

/** Keeps the row of headings in sight. */
function settings(sheet: string): string {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  return odfPart(
    'document-settings',
    `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${sheet}">${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', 1)}${item('ActiveSplitRange', 'short', 2)}${item('PositionBottom', 'int', 1)}</config:config-item-map-entry></config:config-item-map-named>${item('ActiveTable', 'string', sheet)}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`,
  );
}

/** Every cell is text: a date, a number or a formula sign stays what it is. */
function cell(text: string, style: string): string {
  if (text === '') return `<table:table-cell table:style-name="${style}"/>`;
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${odfLines(fitCell(text))}</table:table-cell>`;
}

function content(rows: readonly (readonly string[])[], sheet: string, widths: readonly number[]): string {
  const columnStyles = widths.map(
    (width, at) =>
      `<style:style style:name="co${at + 1}" style:family="table-column"><style:table-column-properties style:column-width="${columnWidth(width).toFixed(2)}cm"/></style:style>`,
  );
  const columns = widths.map(
    (_, at) => `<table:table-column table:style-name="co${at + 1}" table:default-cell-style-name="ce1"/>`,
  );
  const row = (cells: readonly string[], style: string) =>
    `<table:table-row>${cells.map((text) => cell(text, style)).join('')}</table:table-row>`;
  const [head = [], ...body] = rows;
  // Strict: no line begins with a full stop or a closing bracket.
  const wrap =
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/><style:paragraph-properties style:line-break="strict"/>';
  return odfPart(
    'document-content',
    `${fontFaces}<office:automatic-styles><style:style style:name="ta1" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>${columnStyles.join('')}<number:text-style style:name="N1"><number:text-content/></number:text-style><style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N1">${wrap}</style:style><style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N1">${wrap}<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="${sheet}" table:style-name="ta1">${columns.join('')}<table:table-header-rows>${row(head, 'ce2')}</table:table-header-rows>${body.map((cells) => row(cells, 'ce1')).join('')}</table:table></office:spreadsheet></office:body>`,
  );
}

/** Name of the one sheet of a workbook. */
export const sheetOf = (facts: BuildFacts): string =>
  facts.kind === 'glossary' ? sheetName(facts.language) : documentWord('sheet', facts.language);

/** A spreadsheet of one table, the headings first. */
export function buildSpreadsheet(
  rows: readonly (readonly string[])[],
  sheet: string,
  facts: BuildFacts,
): Uint8Array {
  const widths = columnWidths(rows);
  const document = {
    mediaType: SPREADSHEET_TYPE,
    content: content(rows, sheet, widths),
    styles: styles(widths),
    settings: settings(sheet),
  };
  return packOdf(document, facts);
}
