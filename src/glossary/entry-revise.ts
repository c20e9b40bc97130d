import type { EntryChange, EntryEdit, EntryTerm, GlossaryEntry, TermContext } from './entry.ts';

/** What the reader does to entries, as pure functions. Times are set by the one who stores. */

const wordsOf = ({ lang, text }: EntryTerm): string => `${lang} ${text}`;
const placeOf = ({ address, sentence, term, lang }: TermContext): string =>
  JSON.stringify([address, sentence, term, lang]);

function joinedBy<T>(nameOf: (item: T) => string, lists: readonly (readonly T[])[]): T[] {
  const known = new Map<string, T>();
  for (const item of lists.flat()) if (!known.has(nameOf(item))) known.set(nameOf(item), item);
  return [...known.values()];
}

const joinedContexts = (...lists: TermContext[][]): TermContext[] => joinedBy(placeOf, lists);

/** Without absent values, and without those that say "take this away". */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}

/** The entry with what the editor changed. */
export function changedEntry(entry: GlossaryEntry, change: EntryChange): GlossaryEntry {
  return { ...entry, ...defined(change) } as GlossaryEntry;
}

/** Names of the fields in which a draft differs from what it was begun on. */
function writtenFields(base: GlossaryEntry, draft: GlossaryEntry): string[] {
  const names = new Set([...Object.keys(base), ...Object.keys(draft)] as (keyof GlossaryEntry)[]);
  return [...names].filter((name) => JSON.stringify(base[name]) !== JSON.stringify(draft[name]));
}

/** Whether a draft says anything else than what it was begun on. */
export function isWritten(base: GlossaryEntry, draft: GlossaryEntry): boolean {
  return writtenFields(base, draft).length > 0;
}

/** A draft that was begun on `base`, on what the entry says by now: fields that were written stay, others follow. */
export function rebased(base: GlossaryEntry, draft: GlossaryEntry, current: GlossaryEntry): GlossaryEntry {
  const written = writtenFields(base, draft);
  const others = Object.entries(current).filter(([name]) => !written.includes(name));
  const own = Object.entries(draft).filter(([name]) => written.includes(name));
  return Object.fromEntries([...others, ...own]) as GlossaryEntry;
}

/** The entry with what was changed in many at once. */
export function editedEntry(entry: GlossaryEntry, { status, ...edit }: EntryEdit): GlossaryEntry {
  const terms = status ? entry.terms.map((term) => ({ ...term, status })) : entry.terms;
  return { ...entry, ...defined(edit), terms } as GlossaryEntry;
}

/**
 * The entry that results from collecting `incoming` when `existing` (the same concept or the same words) is there: the
 * contexts are joined without repeats, the reader's own words stay, and it comes out of the bin.
 */
export function collectedAgain(existing: GlossaryEntry, incoming: GlossaryEntry): GlossaryEntry {
  const { deletedAt: _, ...kept } = existing;
  return { ...kept, contexts: joinedContexts(existing.contexts, incoming.contexts) };
}

type Fact = GlossaryEntry['other'][number];

/** Texts of the merged entries that the first one's field does not say: kept as facts, so that merging loses nothing. */
function displacedFacts(into: GlossaryEntry, entry: GlossaryEntry): Fact[] {
  const texts: [string, string, string][] = [
    ['subject', into.subject, entry.subject],
    ['definition', into.definition.zh, entry.definition.zh],
    ['definition', into.definition.en, entry.definition.en],
    ['note', into.note.zh, entry.note.zh],
    ['note', into.note.en, entry.note.en],
    ['source', into.source, entry.source],
    ['concept', into.concept ?? '', entry.concept ?? ''],
    ['kind', into.kind ?? '', entry.kind ?? ''],
  ];
  return texts
    .filter(([, stays, other]) => other !== '' && stays !== '' && other !== stays)
    .map(([name, , value]) => ({ name, value }));
}

/** `into` with all that another entry says. */
function joined(into: GlossaryEntry, entry: GlossaryEntry): GlossaryEntry {
  const [concept, kind] = [into.concept ?? entry.concept, into.kind ?? entry.kind];
  return {
    ...into,
    ...(concept && { concept }),
    ...(kind && { kind }),
    terms: joinedBy(wordsOf, [into.terms, entry.terms]),
    subject: into.subject || entry.subject,
    definition: {
      zh: into.definition.zh || entry.definition.zh,
      en: into.definition.en || entry.definition.en,
    },
    note: { zh: into.note.zh || entry.note.zh, en: into.note.en || entry.note.en },
    source: into.source || entry.source,
    contexts: joinedContexts(into.contexts, entry.contexts),
    other: joinedBy(
      ({ name, value }) => JSON.stringify([name, value]),
      [into.other, entry.other, displacedFacts(into, entry)],
    ),
  };
}

/** The first entry with the wordings, contexts and facts of all: what two say differently stands in `other`. */
export function mergedEntry(into: GlossaryEntry, others: readonly GlossaryEntry[]): GlossaryEntry {
  return others.reduce(joined, into);
}

/**
 * An entry in two: the terms of the given indexes go to a new entry of id `newId`, with the contexts in which they stood;
 * what says nothing of a term stays, the subject goes with both. `undefined` when a side would have no term.
 */
export function splitEntry(
  entry: GlossaryEntry,
  indexes: readonly number[],
  newId: string,
): { stays: GlossaryEntry; goes: GlossaryEntry } | undefined {
  const chosen = new Set(indexes);
  const going = entry.terms.filter((_, index) => chosen.has(index));
  const staying = entry.terms.filter((_, index) => !chosen.has(index));
  if (going.length === 0 || staying.length === 0) return undefined;
  const goes = ({ term, lang }: TermContext) =>
    going.some((word) => word.text === term && (lang === undefined || word.lang === lang));
  const { concept: _, deletedAt: __, ...rest } = entry;
  return {
    stays: { ...entry, terms: staying, contexts: entry.contexts.filter((context) => !goes(context)) },
    goes: {
      ...rest,
      id: newId,
      terms: going,
      contexts: entry.contexts.filter(goes),
      definition: { zh: '', en: '' },
      note: { zh: '', en: '' },
      source: '',
      other: [],
      review: 'proposed',
      reviewedBy: '',
      reviewedOn: '',
    },
  };
}
