import { type ConceptKind, conceptKindSchema } from '../../glossary/concept.ts';
import type { GlossaryEntry, TermContext } from '../../glossary/entry.ts';
import { FILE_ID } from '../../glossary/entry-likeness.ts';
import { entryWith } from '../../glossary/new-entry.ts';
import type { ExchangeEntry, ExchangeTerm, TermExample } from './exchange-entry.ts';

/** Names under which facts of an entry that a record of exchange has no field for stand in `other`. */
const NAMES = {
  concept: 'concept',
  kind: 'kind',
  review: 'review',
  reviewedBy: 'reviewedBy',
  reviewedOn: 'reviewedOn',
  mark: 'mark',
} as const;

type Facts = ExchangeEntry['other'];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const REVIEWS: readonly string[] = ['reviewed', 'approved'] satisfies GlossaryEntry['review'][];
const KINDS: ReadonlySet<string> = new Set(conceptKindSchema.options);

function sourceOf({ title, address, collectedOn }: TermContext): string {
  return [title, address, collectedOn].filter(Boolean).join(', ');
}

/** Contexts by the index of the term they stood at; those that say nothing of a term go with the first. */
function examplesOf({ terms, contexts }: GlossaryEntry): TermExample[][] {
  const examples: TermExample[][] = terms.map(() => []);
  for (const context of contexts) {
    const at = terms.findIndex(({ text, lang }) => text === context.term && lang === (context.lang ?? lang));
    examples[Math.max(0, at)]?.push({ text: context.sentence, source: sourceOf(context) });
  }
  return examples;
}

/** Facts without a field of their own, by name; what is as by default says nothing. */
function factsOf(entry: GlossaryEntry): Facts {
  const facts: [string, string | undefined][] = [
    [NAMES.concept, entry.concept],
    [NAMES.kind, entry.kind],
    [NAMES.review, entry.review === 'proposed' ? '' : entry.review],
    [NAMES.reviewedBy, entry.reviewedBy],
    [NAMES.reviewedOn, entry.reviewedOn],
    [NAMES.mark, entry.mark ? '' : 'no'],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** An entry of the store as a record of exchange. */
export function exchangeOfEntry(entry: GlossaryEntry): ExchangeEntry {
  const fileId = entry.other.find(({ name }) => name === FILE_ID)?.value;
  const { subject, definition, note, source } = entry;
  const examples = examplesOf(entry);
  return {
    id: fileId ?? entry.id,
    subject,
    definition,
    note,
    source,
    terms: entry.terms.map((term, index) => ({ ...term, contexts: examples[index] ?? [] })),
    created: entry.createdAt,
    changed: entry.updatedAt,
    other: [...entry.other.filter(({ name }) => name !== FILE_ID), ...factsOf(entry)],
  };
}

/** The words of `sourceOf` back in their fields; words that it did not write become the title. */
function contextOf({ text, source }: TermExample): TermContext {
  const collectedOn = /(?:^|, )(\d{4}-\d{2}-\d{2})$/.exec(source)?.[1] ?? '';
  const before = collectedOn ? source.slice(0, -collectedOn.length).replace(/, $/, '') : source;
  const address = /(?:^|, )(https?:\/\/\S+)$/.exec(before)?.[1] ?? '';
  const title = address ? before.slice(0, -address.length).replace(/, $/, '') : before;
  const context = { sentence: text, title, address, collectedOn };
  return sourceOf(context) === source ? context : { ...context, title: source, address: '', collectedOn: '' };
}

/** Contexts of all terms; those of the first are the entry's. */
function contextsOf(terms: readonly ExchangeTerm[]): TermContext[] {
  return terms.flatMap(({ text, lang, contexts }, index) => {
    const isAlone = terms.filter((term) => term.text === text).length === 1;
    const place = index === 0 ? {} : { term: text, ...(!isAlone && { lang }) };
    return contexts.map((example) => ({ ...contextOf(example), ...place }));
  });
}

/** Takes named facts out of a list; each is taken once. */
class FactList {
  readonly rest: Facts;

  constructor(facts: Facts) {
    this.rest = [...facts];
  }

  /** The value of a fact that `isValid` accepts; it is in the list no longer. */
  take(name: string, isValid: (value: string) => boolean = () => true): string {
    const at = this.rest.findIndex((fact) => fact.name === name && fact.value !== '' && isValid(fact.value));
    return at < 0 ? '' : (this.rest.splice(at, 1)[0]?.value ?? '');
  }
}

const isTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * A record of exchange as an entry of a pack. `id` is used when the record's own is no UUID (then that is kept as a fact);
 * `now`, ISO 8601 in UTC, when it says nothing of times.
 */
export function entryOfExchange(
  record: ExchangeEntry,
  { id, pack, now }: { readonly id: string; readonly pack: string; readonly now: string },
): GlossaryEntry {
  const facts = new FactList(record.other);
  const isOwnId = UUID.test(record.id);
  const kind = facts.take(NAMES.kind, (value) => KINDS.has(value));
  const concept = facts.take(NAMES.concept);
  const review = facts.take(NAMES.review, (value) => REVIEWS.includes(value));
  return entryWith({
    id: isOwnId ? record.id.toLowerCase() : id,
    pack,
    ...(concept && { concept }),
    ...(kind && { kind: kind as ConceptKind }),
    terms: record.terms.map(({ contexts: _, ...term }) => term),
    subject: record.subject,
    definition: record.definition,
    note: record.note,
    source: record.source,
    ...(review && { review: review as GlossaryEntry['review'] }),
    reviewedBy: facts.take(NAMES.reviewedBy),
    reviewedOn: facts.take(NAMES.reviewedOn),
    mark: facts.take(NAMES.mark, (value) => value === 'no') === '',
    contexts: contextsOf(record.terms),
    createdAt: isTime(record.created) ? record.created : now,
    updatedAt: isTime(record.changed) ? record.changed : now,
    other: [...(record.id && !isOwnId ? [{ name: FILE_ID, value: record.id }] : []), ...facts.rest],
  });
}
