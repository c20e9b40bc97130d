import Papa from 'papaparse';
import type { CollectedEntry } from '../glossary/collected-entry.ts';
import type { Highlight } from '../highlights/highlight.ts';

/**
 * Signs that make a spreadsheet take a cell for a formula, full width ones included; such a cell gets an apostrophe in
 * front (OWASP, CSV injection). Quoting alone does not help.
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** Rows as CSV for spreadsheets: UTF-8 with byte-order mark, CRLF, formulas neutralised. The first row is the header. */
export function writeSpreadsheetCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n', escapeFormulae: FORMULA },
  )}\r\n`;
}

/** One row a highlight, with a header in English field names that tools can rely on. */
export function highlightRows(highlights: readonly Highlight[]): string[][] {
  return [
    [
      'id',
      'quote',
      'note',
      'colour',
      'tags',
      'state',
      'title',
      'address',
      'agency',
      'page date',
      'read on',
      'terms',
      'created',
      'changed',
    ],
    ...highlights.map(({ document, ...highlight }) => [
      highlight.id,
      highlight.quote,
      highlight.note,
      highlight.colour,
      highlight.tags.join('; '),
      highlight.state,
      document.title,
      document.address,
      document.agency ?? '',
      document.pageDate ?? '',
      document.readOn,
      highlight.concepts.map(({ zh, en, status }) => `${zh} = ${en} (${status})`).join('; '),
      highlight.createdAt,
      highlight.updatedAt,
    ]),
  ];
}

/** One row a context of a collected entry; an entry without context has one row. */
export function entryRows(entries: readonly CollectedEntry[]): string[][] {
  return [
    ['id', 'Chinese', 'English', 'status', 'note', 'sentence', 'title', 'address', 'collected on'],
    ...entries.flatMap((entry) => {
      const words = [entry.id, entry.zh, entry.en, entry.status, entry.note];
      if (entry.contexts.length === 0) return [[...words, '', '', '', '']];
      return entry.contexts.map((context) => [
        ...words,
        context.sentence,
        context.title,
        context.address,
        context.collectedOn,
      ]);
    }),
  ];
}
