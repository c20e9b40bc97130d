import type { CollectedEntry } from '../../glossary/collected-entry.ts';
import type { Highlight } from '../../highlights/highlight.ts';
import { entryRows, highlightRows, writeSpreadsheetCsv } from '../../interchange/csv.ts';
import { type ExchangeRecords, writeExchangeFile } from '../../interchange/exchange-file.ts';
import type { LibraryPorts } from './ports.ts';

type Saver = Pick<LibraryPorts, 'saveFile' | 'now' | 'graph' | 'readPages'>;

function fileName(what: string, ending: string, now: Date): string {
  return `policy-gloss-${what}-${now.toISOString().slice(0, 10)}.${ending}`;
}

/** Offers the records as the full-fidelity JSON file, with the versions of pages that they were made on. */
export async function saveRecordsJson(
  records: ExchangeRecords,
  { saveFile, now, graph, readPages }: Saver,
): Promise<void> {
  const hashes = records.highlights.flatMap(({ page, found }) => [page ?? [], found?.page ?? []].flat());
  const pages = hashes.length > 0 ? await readPages(hashes) : [];
  const content = writeExchangeFile(
    { ...records, pages },
    {
      exportedAt: now().toISOString(),
      edition: graph.pack.edition,
    },
  );
  const what = records.highlights.length > 0 || records.entries.length === 0 ? 'highlights' : 'glossary';
  saveFile(fileName(what, 'json', now()), 'application/json', content);
}

/** Offers highlights as a CSV file for spreadsheets. */
export function saveHighlightsCsv(highlights: readonly Highlight[], { saveFile, now }: Saver): void {
  saveFile(fileName('highlights', 'csv', now()), 'text/csv', writeSpreadsheetCsv(highlightRows(highlights)));
}

/** Offers collected entries as a CSV file for spreadsheets. */
export function saveEntriesCsv(entries: readonly CollectedEntry[], { saveFile, now }: Saver): void {
  saveFile(fileName('glossary', 'csv', now()), 'text/csv', writeSpreadsheetCsv(entryRows(entries)));
}
