import type { GlossaryEntry } from '../glossary/entry.ts';
import type { PackRecord } from '../glossary/pack-record.ts';
import type { DocumentAlias } from '../highlights/document-alias.ts';
import type { Highlight, KeptPage } from '../highlights/highlight.ts';
import type { EntryList } from './entry-lists.ts';

/**
 * Version of our own file format. A file of a higher one is refused with a word about updating; earlier ones are read.
 * 2: versions of pages, and what highlights carry since then. 3: entries with any number of wordings, in packs;
 * records of packs; addresses that lead to one document. 4: imported packs whole, in packed parts; their earlier editions.
 */
export const FORMAT_VERSION = 4;
/** Says of a file that it is ours. */
export const FORMAT_NAME = 'policy-gloss';

/** What a file may hold. */
export interface ExchangeRecords {
  readonly highlights: readonly Highlight[];
  readonly entries: readonly GlossaryEntry[];
  /** Versions of pages that the highlights were made on. */
  readonly pages?: readonly KeptPage[];
  /** What is known of the packs that entries are of. */
  readonly packs?: readonly PackRecord[];
  /** Addresses that lead to one document. */
  readonly aliases?: readonly DocumentAlias[];
  /** Entries of imported packs that the reader had no hand in. */
  readonly lists?: readonly EntryList[];
}

/** Leaves out what is empty: the schema fills it in again, and of 200,000 entries most fields are. */
function filled(_key: string, value: unknown): unknown {
  return value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

function listOf(name: string, rows: readonly unknown[], replacer?: typeof filled): string {
  return `${JSON.stringify(name)}:[\n${rows.map((row) => JSON.stringify(row, replacer)).join(',\n')}\n]`;
}

/**
 * The full-fidelity file: everything that is stored, to be imported again; a record a line. `exportedAt` is ISO 8601 in
 * UTC.
 */
export function writeExchangeFile(
  { highlights, entries, pages = [], packs = [], aliases = [], lists = [] }: ExchangeRecords,
  facts: { exportedAt: string; edition: string },
): string {
  const frame = JSON.stringify({ formatName: FORMAT_NAME, formatVersion: FORMAT_VERSION, ...facts });
  const records = [
    listOf('highlights', highlights),
    listOf('entries', entries, filled),
    listOf('pages', pages),
    listOf('packs', packs),
    listOf('aliases', aliases),
  ];
  return withLists(`${frame.slice(0, -1)},\n${records.join(',\n')}}\n`, lists);
}

/** A file of `writeExchangeFile` without lists, with these put in. */
export function withLists(file: string, lists: readonly EntryList[]): string {
  if (lists.length === 0) return file;
  return `${file.slice(0, file.lastIndexOf('}'))},\n${listOf('lists', lists)}}\n`;
}
