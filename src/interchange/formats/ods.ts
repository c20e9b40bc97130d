import type { Format } from '../format.ts';
import { buildSpreadsheet, SPREADSHEET_TYPE, sheetOf } from '../odf/spreadsheet.ts';
import { rowsOf, tableHolding } from './delimited.ts';
import { readOds } from './ods-reader.ts';

/** OpenDocument spreadsheet. */
export const ods: Format = {
  name: 'ods',
  mediaType: SPREADSHEET_TYPE,
  endings: ['ods'],
  kinds: ['glossary', 'highlights'],
  read: readOds,
  holds: tableHolding,
  build: (records, facts) => [
    { name: 'list.ods', content: buildSpreadsheet(rowsOf(records, facts), sheetOf(facts), facts) },
  ],
};
