import { escapeXml } from './clean-export.ts';
import type { BuildFacts, BuiltFile } from './format.ts';
import { htmlPage, htmlTable } from './html-page.ts';
import { buildSpreadsheet } from './odf/spreadsheet.ts';

/** A report that is a table with a few lines above it. */
export interface TableReport {
  /** Said above the table: what was looked at, when, with which glossary. */
  readonly lines: readonly string[];
  /** Headings first. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Writes a report as an OpenDocument spreadsheet or as a page that needs nothing else. In the spreadsheet the lines stand
 * below the table, so that its headings stay in the first row.
 */
export function writeTableReport(format: 'ods' | 'html', report: TableReport, facts: BuildFacts): BuiltFile {
  const { lines, rows } = report;
  if (format === 'ods')
    return {
      name: 'report.ods',
      content: buildSpreadsheet(
        [...rows, [''], ...lines.map((line) => [line])],
        facts.title.slice(0, 31),
        facts,
      ),
    };
  const said = lines.map((line) => `<p>${escapeXml(line)}</p>`).join('\n');
  return { name: 'report.html', content: htmlPage(`${said}\n${htmlTable(rows)}`, facts) };
}
