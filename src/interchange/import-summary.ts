import { escapeXml } from './clean-export.ts';
import { writeSpreadsheetCsv } from './csv.ts';
import type { FileReading } from './file-reading.ts';
import type { ImportReport } from './import-file.ts';
import type { RowCode, RowProblem } from './notices.ts';
import type { ExchangeEntry } from './records/exchange-entry.ts';
import { htmlTable } from './tables/table-text.ts';

/** Entries shown before an import, and rows named one by one. */
const MOST_SHOWN = 20;

/** What a page is told of a file that a worker has read: no more than it shows. */
export interface ImportSummary
  extends Pick<ImportReport, 'outcome' | 'refusal' | 'format'>,
    Pick<
      FileReading,
      'encoding' | 'delimiter' | 'sheet' | 'sheets' | 'headerRow' | 'columns' | 'rows' | 'notices'
    > {
  /** Number of entries, and the first of them as they will be stored. */
  readonly entries: number;
  readonly first: readonly { readonly entry: ExchangeEntry; readonly row: number }[];
  /** Number of rows left out, and the first of them. */
  readonly problems: number;
  readonly firstProblems: readonly RowProblem[];
}

/** The summary of a report. */
export function summaryOf({ outcome, refusal, format, reading }: ImportReport): ImportSummary {
  const { encoding, delimiter, sheet, sheets, headerRow, columns, rows, notices, taken, problems } = reading;
  return {
    outcome,
    ...(refusal && { refusal }),
    format,
    encoding,
    delimiter,
    sheet,
    sheets,
    headerRow,
    columns,
    rows,
    notices,
    entries: taken.length,
    first: taken.slice(0, MOST_SHOWN),
    problems: problems.length,
    firstProblems: problems.slice(0, MOST_SHOWN),
  };
}

/** Words for a report of rows that were not taken, in the language of the interface. */
export interface ReportWords {
  readonly title: string;
  readonly row: string;
  readonly reason: string;
  readonly text: string;
  readonly reasons: Readonly<Record<RowCode, string>>;
  /** Sentences above the table: what the file was, what was noticed, what was done. */
  readonly lines: readonly string[];
}

/** The report of an import, to be saved: every row that was not taken, with its number in the file and the reason. */
export function writeReport(problems: readonly RowProblem[], words: ReportWords, as: 'csv' | 'html'): string {
  const rows = [
    [words.row, words.reason, words.text],
    ...problems.map(({ row, code, text }) => [`${row}`, words.reasons[code], text]),
  ];
  if (as === 'csv') return writeSpreadsheetCsv(rows);
  const lines = words.lines.map((line) => `<p>${escapeXml(line)}</p>`).join('\n');
  return `<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>${escapeXml(words.title)}</title></head>\n<body><h1>${escapeXml(words.title)}</h1>\n${lines}\n${htmlTable(rows)}</body>\n</html>\n`;
}
