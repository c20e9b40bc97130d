import type { EntryTerm, GlossaryEntry } from '../glossary/entry.ts';
import { keysOf } from '../glossary/entry-keys.ts';
import { entryWith, plainWording } from '../glossary/new-entry.ts';

type NeverEmpty = 'id' | 'pack' | 'createdAt' | 'updatedAt';

/**
 * An entry as a row. Empty fields are left out: of 200,000 rows most fields say nothing, and their names alone would be
 * most of the database.
 */
export interface StoredEntry
  extends Pick<GlossaryEntry, NeverEmpty>,
    Partial<Omit<GlossaryEntry, NeverEmpty | 'terms'>> {
  terms: (Pick<EntryTerm, 'lang' | 'text'> & Partial<EntryTerm>)[];
  /** Folded keys of its wordings (`entry-keys.ts`): for look-ups of the same words, and for search. */
  keys: string[];
  /** Number of the write that it was last touched by, ascending: what came after an index was built is above it. */
  written: number;
  /** The import that added it. */
  batch?: string;
  /** Set when the reader had a hand in it, beyond importing it: then it is in every backup. */
  touched?: 1;
}

/** What a row is beside its entry. */
export type RowFacts = Pick<StoredEntry, 'written' | 'batch' | 'touched'>;

const EMPTY_TERM: Readonly<Record<string, unknown>> = { ...plainWording('en', '-'), lang: '', text: '' };
const EMPTY_ENTRY: Readonly<Record<string, unknown>> = entryWith({
  id: '',
  pack: '',
  terms: [],
  createdAt: '',
  updatedAt: '',
});

function saysSomething(value: unknown, empty: unknown): boolean {
  if (value === undefined || value === empty) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || value === null || Object.values(value).some((inner) => inner !== '');
}

function sparse<T extends object>(value: T, empty: Readonly<Record<string, unknown>>): T {
  const kept: Record<string, unknown> = {};
  for (const name in value) if (saysSomething(value[name], empty[name])) kept[name] = value[name];
  return kept as T;
}

/** The row of an entry. */
export function rowOf(entry: GlossaryEntry, { written, batch, touched }: RowFacts): StoredEntry {
  return {
    ...sparse(entry, EMPTY_ENTRY),
    terms: entry.terms.map((term) => sparse(term, EMPTY_TERM)),
    keys: keysOf(entry),
    written,
    ...(batch && { batch }),
    ...(touched && { touched }),
  };
}

/** The entry of a row. */
export function entryOfRow({
  keys: _,
  written: __,
  batch: ___,
  touched: ____,
  ...row
}: StoredEntry): GlossaryEntry {
  return entryWith({
    ...(row as Partial<GlossaryEntry>),
    id: row.id,
    pack: row.pack,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    terms: row.terms.map(({ lang, text, ...facts }) => plainWording(lang, text, facts)),
  });
}
