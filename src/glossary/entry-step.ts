import type { GlossaryEntry } from './entry.ts';
import type { PackEdition } from './pack-edition.ts';

/** What can be done to a glossary. */
export type Deed =
  | 'add'
  | 'collect'
  | 'change'
  | 'edit'
  | 'merge'
  | 'split'
  | 'remove'
  | 'restore'
  | 'import'
  | 'backup';

/** What a step did to one entry: the named fields, before and after. A field that was absent is not there. */
export interface EntryStepRow {
  readonly id: string;
  readonly fields: readonly (keyof GlossaryEntry)[];
  readonly before: Partial<GlossaryEntry>;
  readonly after: Partial<GlossaryEntry>;
}

/** What an import did to a pack. */
export interface ImportedInto {
  readonly pack: string;
  /** What its new entries are marked with. */
  readonly batch: string;
  /** How many they are. */
  readonly added: number;
  /** Whether the pack was new, or came out of the bin. */
  readonly isNewPack: boolean;
  /** The edition of a pack that was there, and the one that came. */
  readonly editions?: { readonly before: PackEdition; readonly after: PackEdition };
}

/** One thing that was done to glossaries. Steps that can no longer be undone stay as the history of their entries. */
export interface EntryStep {
  /** Given by the store, ascending. */
  readonly number: number;
  readonly at: string;
  readonly deed: Deed;
  readonly isUndone: boolean;
  /** The request that undid or redid it last: the same request twice is one. */
  readonly by?: string;
  /** Entries it touched, for their history; of an import only those that were there before. */
  readonly ids: readonly string[];
  readonly rows: readonly EntryStepRow[];
  /** Names the deed, for a message that offers to undo it; given by the sender. */
  readonly id?: string;
  /** When it was undone: what was undone last is redone first. */
  readonly undoneAt?: string;
  /** Of an import. */
  readonly imported?: ImportedInto;
  /** Of a file of our own, which may bring several packs. */
  readonly lists?: readonly ImportedInto[];
}

/** All packs that a step brought entries into. */
export function importsOf({ imported, lists = [] }: Pick<EntryStep, 'imported' | 'lists'>): ImportedInto[] {
  return imported ? [imported, ...lists] : [...lists];
}

/** Fields that say nothing of what was done. */
const UNTOLD: ReadonlySet<string> = new Set(['updatedAt']);

type Fields = readonly (keyof GlossaryEntry)[];

function pick(entry: GlossaryEntry, fields: Fields): Partial<GlossaryEntry> {
  return Object.fromEntries(
    fields.filter((field) => entry[field] !== undefined).map((field) => [field, entry[field]]),
  );
}

/** What changed between two versions of an entry; undefined when nothing did. A new one came out of the bin. */
export function entryStepRow(
  before: GlossaryEntry | undefined,
  after: GlossaryEntry,
): EntryStepRow | undefined {
  if (!before) {
    return {
      id: after.id,
      fields: ['deletedAt'],
      before: { deletedAt: after.createdAt },
      after: pick(after, ['deletedAt']),
    };
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof GlossaryEntry)[]);
  const fields = [...names].filter(
    (name) => !UNTOLD.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (fields.length === 0) return undefined;
  return { id: after.id, fields, before: pick(before, fields), after: pick(after, fields) };
}

/** The entry with one side of a step put on. */
export function entryOnSide(
  entry: GlossaryEntry,
  step: EntryStepRow,
  side: 'before' | 'after',
  now: string,
): GlossaryEntry {
  const bare = Object.fromEntries(
    Object.entries(entry).filter(([name]) => !step.fields.includes(name as keyof GlossaryEntry)),
  );
  return { ...bare, ...step[side], updatedAt: now } as GlossaryEntry;
}
