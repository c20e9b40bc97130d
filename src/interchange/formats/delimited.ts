import { writeSpreadsheetCsv } from '../csv.ts';

import { decodeAs, decodeText } from '../decode/encoding.ts';
import { parseDelimited } from '../decode/parse-delimited.ts';
import { refuseBinary } from '../decode/recognise.ts';

import type { FileReading, ImportChoices, SourceFile } from '../file-reading.ts';
import type { BuildFacts, BuiltFile, Format } from '../format.ts';
import { highlightTable, highlightTableHolding } from '../highlights/highlight-table.ts';
import { Refusal } from '../notices.ts';
import type { Holding, Records } from '../records/losses.ts';
import { readTables } from '../tables/read-tables.ts';
import { layoutRows } from '../tables/write-layouts.ts';

/** Rows of what is to be written: a glossary in its layout, or a row a highlight. */
export function rowsOf(records: Records, facts: BuildFacts): string[][] {
  return facts.kind === 'glossary'
    ? layoutRows(records.entries, facts)
    : highlightTable(records.highlights, facts);
}

/** Tables of highlights are not read back; those of a glossary are. */
export function tableHolding(facts: BuildFacts): Holding | undefined {
  return facts.kind === 'highlights' ? highlightTableHolding : undefined;
}

/** A list in delimited text of whatever encoding and delimiter. */
export function readDelimited({ bytes }: SourceFile, choices: ImportChoices): FileReading {
  const decoded = choices.encoding ? decodeAs(bytes, choices.encoding) : decodeText(bytes);
  refuseBinary(decoded.text);
  if (decoded.text.trim() === '') throw new Refusal('empty');
  const { rows, delimiter, notices } = parseDelimited(decoded.text, choices.delimiter, choices.onProgress);
  const reading = readTables([{ name: '', hidden: false, rows }], choices);
  return {
    ...reading,
    encoding: decoded.encoding,
    delimiter,
    sheets: [],
    notices: [...decoded.notices, ...notices, ...reading.notices],
  };
}

/** A cell of a tool's file stands in one line and needs no quotes but for its delimiter. */
function toolRows(rows: readonly (readonly string[])[], delimiter: string): string {
  const cell = (text: string): string => {
    const line = text.replace(/[\r\n]+/g, ' ');
    return line.includes(delimiter) || line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line;
  };
  return `${rows.map((row) => row.map(cell).join(delimiter)).join('\n')}\n`;
}

/** An apostrophe that stands before a formula sign in the text itself is doubled, so that one remains on reading. */
const guarded = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row) => row.map((cell) => (/^'[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)));

const fileOf = (ending: string, content: string): BuiltFile[] => [{ name: `list.${ending}`, content }];

/** For a double click: byte-order mark, CRLF, formula signs disarmed. */
export const spreadsheetCsv: Format = {
  name: 'csv',
  mediaType: 'text/csv',
  endings: ['csv'],
  kinds: ['glossary', 'highlights'],
  read: readDelimited,
  holds: tableHolding,
  build: (records, facts) => fileOf('csv', writeSpreadsheetCsv(guarded(rowsOf(records, facts)))),
};

/** For programs: no mark, text as it is, no line breaks in cells. */
export const toolCsv: Format = {
  name: 'csv-tools',
  mediaType: 'text/csv',
  endings: ['csv'],
  kinds: ['glossary', 'highlights'],
  read: readDelimited,
  holds: tableHolding,
  build: (records, facts) => fileOf('csv', toolRows(rowsOf(records, facts), ',')),
};

/** The same with tabs. */
export const toolTsv: Format = {
  name: 'tsv',
  mediaType: 'text/tab-separated-values',
  endings: ['tsv'],
  kinds: ['glossary', 'highlights'],
  read: readDelimited,
  holds: tableHolding,
  build: (records, facts) => fileOf('tsv', toolRows(rowsOf(records, facts), '\t')),
};
