import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeSpreadsheetCsv } from '../../../src/interchange/csv.ts';

describe('writeSpreadsheetCsv', () => {
  it.each(['=1+1', '+886', '-5', '@SUM(A1)', '\t=1', '＝1+1', '＋8', '－1', '＠x'])('disarms %j', (cell) => {
    const [[written]] = Papa.parse<[string]>(writeSpreadsheetCsv([[cell]]).slice(1)).data as [[string]];
    expect(written).toBe(`'${cell}`);
  });

  it('begins with a byte-order mark and ends its lines with CRLF', () => {
    expect(
      writeSpreadsheetCsv([
        ['甲', 'b'],
        ['1', '2'],
      ]),
    ).toBe('\uFEFF甲,b\r\n1,2\r\n');
  });

  it('keeps every other cell as it is', () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/^[=+\-@\t\r＝＋－＠]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const width = rows[0]!.length;
          const even = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? 'x'));
          const read = Papa.parse<string[]>(writeSpreadsheetCsv(even).slice(1, -2), {
            newline: '\r\n',
            delimiter: ',',
          });
          expect(read.data).toEqual(even);
        },
      ),
    );
  });
});
