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

/** Rows between two words on progress. */
const PROGRESS_ROWS = 5_000;
/** Quotation marks that do not match are mended this often; after that they are taken for plain signs. */
const MOST_REPAIRS = 20;

/** Cells of a line whose quotation marks do not match: they stand for themselves, but for those around a cell. */
function plainCells(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''));
}

/** Where the parse of a text stopped: at its end, or before a record that a stray quotation mark makes run on. */
interface Stop {
  readonly at: number;
  readonly ended: boolean;
}

type Take = (cells: string[]) => void;

function parseUntilBroken(text: string, delimiter: string, quotes: boolean, take: Take): Stop {
  let stop: Stop = { at: text.length, ended: true };
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: quotes ? '"' : '\u0000',
    step: ({ data, errors, meta }, parser) => {
      const broken = errors.some(({ type }) => type === 'Quotes') && data.some((cell) => cell.includes('\n'));
      if (broken) {
        stop = { at: start, ended: false };
        parser.abort();
        return;
      }
      start = meta.cursor;
      take(data);
    },
  });
  return stop;
}

/**
 * Parses delimited text. Line ends of all kinds count as one. A quotation mark that is never closed, or closed only by
 * that of a later cell, would swallow the rows between: its line is read as it stands, and named.
 */
export function parseDelimited(
  source: string,
  wanted: string | undefined,
  onProgress?: (share: number) => void,
): DelimitedRows {
  const named = namedDelimiter(source);
  let text = (named?.rest ?? source).replace(/\r\n?/g, '\n');
  const delimiter = wanted ?? named?.delimiter ?? guessDelimiter(text);
  const rows: TableRow[] = [];
  const broken: number[] = [];
  let number = 0;
  let units = 0;
  const take: Take = (cells) => {
    number++;
    units += cells.reduce((sum, { length }) => sum + length + 1, 0);
    if (number % PROGRESS_ROWS === 0) onProgress?.(Math.min(0.5, (0.5 * units) / source.length));
    if (cells.every((cell) => cell.trim() === '')) return;
    if (rows.length >= MOST_ROWS + 1) throw new Refusal('too-many-rows', { most: MOST_ROWS });
    rows.push({ number, cells });
  };
  for (;;) {
    const stop = parseUntilBroken(text, delimiter, broken.length < MOST_REPAIRS, take);
    if (stop.ended) break;
    const end = text.indexOf('\n', stop.at);
    take(plainCells(text.slice(stop.at, end < 0 ? undefined : end), delimiter));
    broken.push(number);
    if (end < 0) break;
    text = text.slice(end + 1);
  }
  const notices: Notice[] =
    broken.length > 0
      ? [{ code: 'broken-quotes', blanks: { count: broken.length, rows: broken.slice(0, 10).join(', ') } }]
      : [];
  return { rows, delimiter, notices };
}
