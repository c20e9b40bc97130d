import type { ReadonlySignal } from '@preact/signals';
import type { BackupFacts, Loss } from '../../../highlights/backup-schedule.ts';
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
  /** When a backup was last saved as a file, ISO 8601 in UTC. */
  readonly lastBackupFile: ReadonlySignal<string | undefined>;
  makeBackup(): Promise<unknown>;
  /** The text of a backup, an exchange file. */
  readBackup(at: string): Promise<string>;
  noteBackupFile(): Promise<unknown>;
  acceptLoss(): Promise<unknown>;
}
