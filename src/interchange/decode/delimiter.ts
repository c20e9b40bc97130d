import Papa from 'papaparse';
import { type Delimiter, delimiters } from './delimiter-signs.ts';

const SAMPLE_ROWS = 20;
/** UTF-16 units looked at: a quotation mark that is never closed would make a row of the whole file. */
const SAMPLE_UNITS = 256 * 1024;

/** The delimiter that the first line names (`sep=;`), and the text behind that line. */
export function namedDelimiter(text: string): { delimiter: string; rest: string } | undefined {
  const line = /^"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)/i.exec(text);
  return line?.[1] ? { delimiter: line[1], rest: text.slice(line[0].length) } : undefined;
}

/** Share of the rows that have the commonest number of cells (at least two), and that number. */
function evenness(text: string, delimiter: string): { share: number; cells: number } {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: SAMPLE_ROWS + 1 });
  const rows = data.slice(0, SAMPLE_ROWS).filter((row) => row.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = { share: 0, cells: 1 };
  for (const [cells, count] of counts) {
    const share = count / rows.length;
    if (cells > 1 && (share > best.share || (share === best.share && cells > best.cells)))
      best = { share, cells };
  }
  return best;
}

/**
 * The delimiter of a text with `\n` line ends: the one that makes the first 20 rows most even. A comma when none does,
 * so that a list of one column is read as such.
 */
export function guessDelimiter(whole: string): Delimiter {
  const text = whole.slice(0, SAMPLE_UNITS);
  let best: { delimiter: Delimiter; share: number; cells: number } = { delimiter: ',', share: 0, cells: 1 };
  for (const delimiter of delimiters) {
    const found = evenness(text, delimiter);
    // Commas stand inside English terms: another sign that is nearly as even is the delimiter.
    const margin = best.delimiter === '\t' && best.share > 0 ? 0.15 : 0;
    if (found.share > best.share + margin) best = { delimiter, ...found };
  }
  return best.delimiter;
}
