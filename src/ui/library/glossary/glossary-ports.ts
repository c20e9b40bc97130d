import type { ReadonlySignal } from '@preact/signals';
import type { EntryEdit, GlossaryEntry } from '../../../glossary/entry.ts';
import type { EntryRow, RowFilter, RowOrder } from '../../../glossary/entry-row.ts';
import type { EntryStep } from '../../../glossary/entry-step.ts';
import type { Side } from '../../../glossary/entry-wording.ts';
import type { PackChange, PackRecord } from '../../../glossary/pack-record.ts';
import type { RowConflict } from '../../../glossary/row-conflicts.ts';
import type { AlikeEntries } from '../../../reader/ports.ts';

/** The entries of all packs, the bundled one too, as light rows. */
export interface EntryTable {
  /** Reads what has changed since it was last read; true when anything had. `onProgress` is told how many rows are there. */
  refresh(onProgress?: (rows: number) => void): Promise<boolean>;
  /** Ids of the wanted rows in order; `undefined` when a newer call has overtaken this one. */
  select(filter: RowFilter, order: RowOrder): Promise<readonly string[] | undefined>;
  row(id: string): EntryRow | undefined;
  /** Words of a side that several rows name differently in the other language. */
  conflicts(side: Side): Promise<readonly RowConflict[]>;
  /** Values in use, most used first. */
  valuesOf(field: 'subject' | 'source'): readonly string[];
}

/** Entries of which one names a thing otherwise than another. */
export interface ConflictGroup {
  readonly side: Side;
  /** Folded key of the words that all have in common. */
  readonly key: string;
  /** At least two; those of the bundled pack are among them, with the id of their concept. */
  readonly entries: readonly GlossaryEntry[];
}

/** What the workspace of glossaries asks of the outside. Writes may reject: nothing was written then. */
export interface GlossaryPorts {
  readonly table: EntryTable;
  /** Is another whenever entries or packs have changed. */
  readonly changes: ReadonlySignal<number>;
  /** Packs in use, the first in priority first; undefined until read. */
  readonly packs: ReadonlySignal<readonly PackRecord[] | undefined>;
  /** What can be undone and redone. */
  readonly steps: ReadonlySignal<{ readonly canUndo: boolean; readonly canRedo: boolean }>;
  get(id: string): Promise<GlossaryEntry | undefined>;
  getMany(ids: readonly string[]): Promise<GlossaryEntry[]>;
  /** Entries of all glossaries that share one of these words. */
  alike(zh: string, en: string): Promise<AlikeEntries>;
  /** What was done to an entry, the newest first. */
  history(id: string): Promise<readonly EntryStep[]>;
  /** An id for a new entry. */
  newId(): string;
  /** Stores an entry of the editor, a new one or the whole of one that is there. */
  put(entry: GlossaryEntry): Promise<GlossaryEntry>;
  /** These resolve to the name of the deed, by which a message can undo it. */
  edit(ids: readonly string[], edit: EntryEdit): Promise<string>;
  merge(into: string, others: readonly string[]): Promise<string>;
  /** Gives the terms of these indexes to a new entry; resolves to its id. */
  split(id: string, terms: readonly number[]): Promise<string>;
  travel(direction: 'undo' | 'redo'): Promise<unknown>;
  /** The entries of these ids, concepts of the bundled pack among them, in their order. */
  entriesOf(ids: readonly string[]): Promise<GlossaryEntry[]>;
  /** Conflicts that the reader does not want to hear of, by name. */
  readonly ignored: ReadonlySignal<ReadonlySet<string>>;
  ignore(name: string, isIgnored: boolean): Promise<unknown>;
  /** How many terms pages are read for, and how much of a new index is built (0 to 1) while one is. */
  indexState(): Promise<{ readonly terms: number; readonly progress?: number | undefined }>;
  changePack(id: string, change: PackChange): Promise<unknown>;
  orderPacks(ids: readonly string[]): Promise<unknown>;
  removePack(id: string): Promise<unknown>;
  restorePack(id: string): Promise<unknown>;
  /** Packs in the bin, the last removed first; undefined until read. */
  readonly removedPacks: ReadonlySignal<readonly PackRecord[] | undefined>;
  /** Takes packs out of the bin for good; resolves to how many entries went. */
  erasePacks(ids: readonly string[]): Promise<number>;
}
