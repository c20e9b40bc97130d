import type { ReadonlySignal } from '@preact/signals';
import type { BackupFacts, BackupTrouble, FileFacts, Loss } from '../../../highlights/backup-schedule.ts';
import type { HighlightEdit, KeptPage } from '../../../highlights/highlight.ts';

/** What the library asks of the outside for highlights and their safety. Each may reject: nothing was written then. */
export interface HighlightPorts {
  editHighlights(ids: string[], edit: HighlightEdit): Promise<unknown>;
  settleHighlights(ids: string[], how: 'accept' | 'record'): Promise<unknown>;
  renameTag(from: string, to: string): Promise<unknown>;
  mergeAddresses(from: string, into: string): Promise<unknown>;
  /** Undoes or redoes the next step. */
  travel(direction: 'undo' | 'redo'): Promise<unknown>;
  readonly steps: ReadonlySignal<{ readonly canUndo: boolean; readonly canRedo: boolean }>;
  readPages(hashes: readonly string[]): Promise<KeptPage[]>;
  /** Backups that are kept, and records that are missing from the store. */
  readonly backups: ReadonlySignal<readonly BackupFacts[]>;
  readonly loss: ReadonlySignal<Loss | undefined>;
  /** When a backup was last saved as a file, and whether there is something new to save. */
  readonly fileFacts: ReadonlySignal<FileFacts>;
  /** Set while backups cannot be made. */
  readonly trouble: ReadonlySignal<BackupTrouble | undefined>;
  makeBackup(): Promise<unknown>;
  /** The text of a backup, an exchange file. */
  readBackup(at: string): Promise<string>;
  /** Notes that the backup was given out as a file. */
  noteBackupFile(at: string): Promise<unknown>;
  /** Makes a backup and offers it as a file. */
  saveBackupFile(): Promise<unknown>;
  /** Asks the browser for leave to save files without a press; to be called in the handler of one. */
  allowUnattended(): Promise<boolean>;
  forbidUnattended(): Promise<unknown>;
  /** Takes highlights out of the bin for good; resolves to how many. */
  eraseHighlights(ids: string[]): Promise<number>;
  acceptLoss(): Promise<unknown>;
}
