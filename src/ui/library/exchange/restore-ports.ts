import type { ImportProblem } from '../../../interchange/exchange-reading.ts';

/** An imported glossary of a file, held against what is here. */
export interface ListInFile {
  readonly title: string;
  /** Entries that the file says it has of it, and how many of them can be read. */
  readonly entries: number;
  readonly readable: number;
  /** Entries that are not here. */
  readonly new: number;
}

/** What a file of ours would bring. */
export interface FilePreview {
  /** Highlights and entries of the reader's own work that are not here, and that are. */
  readonly new: number;
  readonly present: number;
  /** Records that are none. */
  readonly refused: number;
  /** What is known of packs. */
  readonly packs: number;
  readonly lists: readonly ListInFile[];
  /** What was not deleted when the file was made, and is in the bin here. */
  readonly deleted: { readonly highlights: number; readonly entries: number; readonly packs: number };
  readonly problems: readonly ImportProblem[];
}

/** What bringing a file back did. */
export interface FileRestored {
  readonly added: number;
  readonly present: number;
  readonly updated: number;
  /** Entries of imported glossaries that were not there. */
  readonly imported: number;
  readonly broughtBack: number;
  /** Names the deed, to undo it. */
  readonly deed: string;
}

/** Reads one file of ours and brings back what it holds, off the page. */
export interface Restorer {
  read(): Promise<FilePreview>;
  /** Writes all or nothing. */
  run(bringBack: boolean, onProgress: (share: number) => void): Promise<FileRestored>;
  close(): void;
}

/** What restoring asks of the outside. */
export interface RestorePorts {
  openRestorer(file: Blob): Restorer;
}
