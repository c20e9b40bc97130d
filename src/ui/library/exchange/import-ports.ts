import type { PackRecord } from '../../../glossary/pack-record.ts';
import type { ImportChoices } from '../../../interchange/file-reading.ts';
import type { ImportSummary, ReportWords } from '../../../interchange/import-summary.ts';

/** How a file is to be read: what the reader set in place of what was recognised. */
export interface ImportReading extends Omit<ImportChoices, 'onProgress'> {
  /** Simplified Chinese is given in Taiwan's words too; the remark that says so is in this language. */
  readonly convert?: 'zh' | 'en' | undefined;
}

/** Where a list goes, and what becomes of what is there already. */
export interface ImportTarget {
  readonly pack: Pick<PackRecord, 'id' | 'title' | 'edition' | 'licence'>;
  readonly duplicates: 'skip' | 'replace' | 'keep-both';
  /** Names the import, so that it is done once. */
  readonly batch: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** Name of the file. */
  readonly file: string;
}

/** What an import does, or would do; together all entries of the file. */
export interface ImportCounts {
  readonly new: number;
  readonly same: number;
  readonly changed: number;
  readonly skipped: number;
}

type OnProgress = (share: number) => void;

/** Reads one file and brings it in, off the page. What is under way ends with `close`, and nothing is written then. */
export interface Importer {
  /** A new reading ends the one before, which is rejected. */
  read(reading: ImportReading, onProgress: OnProgress): Promise<ImportSummary>;
  /** What `run` would do with what was read last. */
  count(target: ImportTarget, onProgress: OnProgress): Promise<ImportCounts>;
  /** Writes in one transaction, as one deed to undo. */
  run(target: ImportTarget, onProgress: OnProgress): Promise<ImportCounts>;
  /** Every row that was not taken, with the reason. */
  report(as: 'csv' | 'html', words: ReportWords): Promise<string>;
  close(): void;
}

/** What the import of lists asks of the outside. */
export interface ImportPorts {
  openImporter(file: File): Importer;
  /** The packs in use, by priority. */
  listPacks(): Promise<readonly PackRecord[]>;
  /** A new id. */
  newId(): string;
}
