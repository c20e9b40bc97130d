import type { FileReading, ImportChoices, SourceFile } from './file-reading.ts';
import type { Holding, Records } from './records/losses.ts';
import type { Layout, SheetLanguage } from './tables/headings.ts';

/** Kinds of records that a file may hold. */
export type RecordKind = 'glossary' | 'highlights';

/** Names of formats: stable, used on the command line and as keys of the interface texts. */
export type FormatName =
  | 'ods'
  | 'odt'
  | 'xlsx'
  | 'docx'
  | 'csv'
  | 'csv-tools'
  | 'tsv'
  | 'omegat'
  | 'tbx-2008'
  | 'tbx-2019'
  | 'json'
  | 'anki'
  | 'markdown'
  | 'markdown-pages'
  | 'html'
  | 'plain'
  | 'annotation'
  | 'hypothesis'
  | 'ris'
  | 'csl-json'
  | 'xls'
  | 'html-table'
  | 'law-json'
  | 'ods-zip';

/** What a file says of itself and how its writer was told to write it. */
export interface BuildFacts {
  readonly kind: RecordKind;
  /** ISO 8601 in UTC. */
  readonly exportedAt: string;
  /** Edition of the bundled glossary at that time. */
  readonly edition: string;
  readonly title: string;
  /** Language of headings and words. */
  readonly language: SheetLanguage;
  readonly layout: Layout;
  /** Which side comes first where a file has a source and a target. */
  readonly direction: 'zh-en' | 'en-zh';
  /** Leaves out superseded and discouraged terms. */
  readonly currentOnly: boolean;
  /** Name of a body by its concept id, in `language`; `undefined` when it is not known. */
  readonly agencyName: (id: string) => string | undefined;
}

/** A file to be saved. */
export interface BuiltFile {
  /** Name without folder; the caller may choose another. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** One format of exchange. A format that only comes in has no `build`, one that only goes out no `read`. */
export interface Format {
  readonly name: FormatName;
  readonly mediaType: string;
  /** Endings of file names, the first is written. */
  readonly endings: readonly string[];
  /** What it can write. */
  readonly kinds: readonly RecordKind[];
  readonly build?: (
    records: Records,
    facts: BuildFacts,
  ) => Promise<readonly BuiltFile[]> | readonly BuiltFile[];
  /** What the written file says, where no reader of ours can tell; `undefined` for kinds that `read` gives back. */
  readonly holds?: (facts: BuildFacts) => Holding | undefined;
  readonly read?: (file: SourceFile, choices: ImportChoices) => Promise<FileReading> | FileReading;
}
