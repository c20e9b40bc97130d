import { cleanXml } from '../clean-export.ts';
import type { Format } from '../format.ts';
import { columnWidths, fitCell, sheetOf } from '../odf/spreadsheet.ts';
import { rowsOf, tableHolding } from './delimited.ts';
import { readXlsx } from './xlsx-reader.ts';

/** Excel workbook: text cells only, headings kept in sight. */
export const xlsx: Format = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  endings: ['xlsx'],
  kinds: ['glossary', 'highlights'],
  read: readXlsx,
  holds: tableHolding,
  build: async (records, facts) => {
    // Only here, so that what does not write workbooks does not load it.
    const { default: writeXlsxFile } = await import('write-excel-file/universal');
    const rows = rowsOf(records, facts);
    const cells = rows.map((row, at) =>
      row.map((text) =>
        text === ''
          ? null
          : {
              value: cleanXml(fitCell(text)),
              type: String,
              wrap: true,
              alignVertical: 'top' as const,
              ...(at === 0 ? { fontWeight: 'bold' as const } : {}),
            },
      ),
    );
    const blob = await writeXlsxFile(cells, {
      sheet: sheetOf(facts),
      stickyRowsCount: 1,
      columns: columnWidths(rows).map((width) => ({ width })),
    }).toBlob();
    return [{ name: 'list.xlsx', content: new Uint8Array(await blob.arrayBuffer()) }];
  },
};
