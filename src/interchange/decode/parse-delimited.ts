import Papa from 'papaparse';
import { MOST_ROWS } from '../limits.ts';
import { type Notice, Refusal } from '../notices.ts';
import type { TableRow } from '../tables/table.ts';
import { guessDelimiter, namedDelimiter } from './delimiter.ts';

/** Rows of a delimited text. `number` of a row counts records from 1, the `sep=` line not counted. */
export interface DelimitedRows {
  readonly rows: TableRow[];
  readonly delimiter: string;
  readonly notices: readonly Notice[];
}

/** Parses delimited text. Line ends of all kinds count as one; broken quotes are named by their rows. */
export function parseDelimited(source: string, wanted: string | undefined): DelimitedRows {
  const named = namedDelimiter(source);
  const text = (named?.rest ?? source).replace(/\r\n?/g, '\n');
  const delimiter = wanted ?? named?.delimiter ?? guessDelimiter(text);
  const rows: TableRow[] = [];
  const broken: number[] = [];
  let number = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors }) => {
      number++;
      if (errors.some(({ type }) => type === 'Quotes')) broken.push(number);
      if (data.every((cell) => cell.trim() === '')) return;
      if (rows.length >= MOST_ROWS + 1) throw new Refusal('too-many-rows', { most: MOST_ROWS });
      rows.push({ number, cells: data });
    },
  });
  const notices: Notice[] =
    broken.length > 0
      ? [{ code: 'broken-quotes', blanks: { count: broken.length, rows: broken.slice(0, 10).join(', ') } }]
      : [];
  return { rows, delimiter, notices };
}
