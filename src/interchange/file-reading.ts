import type { GlossaryEntry } from '../glossary/entry.ts';
import type { Highlight } from '../highlights/highlight.ts';
import type { Encoding } from './decode/encoding-names.ts';
import type { Notice, RowProblem } from './notices.ts';
import type { ExchangeEntry } from './records/exchange-entry.ts';
import type { ColumnField } from './tables/headings.ts';

/** A file as it was chosen. The name only helps where the content leaves a doubt. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the user set in place of what was recognised; absent fields are recognised. */
export interface ImportChoices {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: string | undefined;
  /** Name of the sheet. */
  readonly sheet?: string | undefined;
  /** Number of the heading row in the file; `null`: there is none. */
  readonly headerRow?: number | null | undefined;
  /** Field of each column, by its index. */
  readonly columns?: readonly (ColumnField | undefined)[] | undefined;
  /** Signs that part several terms in a cell. */
  readonly splitAt?: readonly string[] | undefined;
  /** Whether braces hold further terms. */
  readonly braces?: boolean | undefined;
  /** Told now and then how much is done, from 0 to 1. A worker passes it on; to cancel, the worker is ended. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** A column as it was understood. */
export interface ColumnReading {
  /** From 1. */
  readonly column: number;
  readonly heading: string;
  readonly field: ColumnField | null;
}

/** An entry with the row or record of the file that it (first) stood in, from 1. */
export interface TakenEntry {
  readonly entry: ExchangeEntry;
  readonly row: number;
}

/** What a reader made of a file. Nothing is stored. */
export interface FileReading {
  /** Set where the content is of a kind that its format does not tell. */
  readonly variant: 'law-json' | null;
  /** Why there is no entry, where more can be said than that: the columns are then there to be chosen by hand. */
  readonly fault: 'no-columns' | null;
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** All sheets that may be chosen, in their order. */
  readonly sheets: readonly string[];
  readonly headerRow: number | null;
  readonly columns: readonly ColumnReading[];
  /** Rows or records that were looked at, headings not counted. */
  readonly rows: number;
  readonly taken: readonly TakenEntry[];
  readonly highlights: readonly Highlight[];
  /** Entries of the reader's own glossary, when the file is our own: `taken` holds them too. */
  readonly collected: readonly GlossaryEntry[];
  readonly problems: readonly RowProblem[];
  readonly notices: readonly Notice[];
}

/** A reading of nothing, to be filled in. */
export const emptyReading: FileReading = {
  variant: null,
  fault: null,
  encoding: null,
  delimiter: null,
  sheet: null,
  sheets: [],
  headerRow: null,
  columns: [],
  rows: 0,
  taken: [],
  highlights: [],
  collected: [],
  problems: [],
  notices: [],
};
