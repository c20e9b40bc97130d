import { citedAddress } from '../../highlights/cited-address.ts';
import type { Highlight, KeptPage } from '../../highlights/highlight.ts';
import type { ExchangeEntry } from './exchange-entry.ts';

/** What one format, written now, will not give back. Computed, never written by hand. */
export interface Loss {
  /** Name of the field; `losses.field.<field>` is its text. */
  readonly field: string;
  /** How many values are lost or come back changed. */
  readonly count: number;
  /** The first few values. */
  readonly examples: readonly string[];
}

/** What files are made of. */
export interface Records {
  readonly entries: readonly ExchangeEntry[];
  readonly highlights: readonly Highlight[];
  /** Versions of pages that the highlights were made on: only our own file takes them along. */
  readonly pages?: readonly KeptPage[];
}

/** One statement that a record makes. `key` says about what (a term, a highlight), so that values are not mixed up. */
interface Fact {
  readonly field: string;
  readonly key: string;
  readonly value: string;
}

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 80;

/** Statements of an entry. What says nothing (no text, status `proposed`, form `full`) is no statement. */
function* factsOfEntry(entry: ExchangeEntry): Generator<Fact> {
  const words = entry.terms.map(({ lang, text }) => `${lang} ${text}`);
  if (entry.terms.length > 1) yield { field: 'grouping', key: '', value: words.toSorted().join(' | ') };
  for (const [at, term] of entry.terms.entries()) {
    const key = words[at] ?? '';
    yield { field: 'term', key: term.lang, value: term.text };
    if (term.form !== 'full') yield { field: 'form', key, value: term.form };
    if (term.status !== 'proposed') yield { field: 'status', key, value: term.status };
    for (const field of ['source', 'usage', 'partOfSpeech', 'region', 'from', 'to'] as const)
      if (term[field]) yield { field, key, value: term[field] };
    for (const context of term.contexts)
      yield { field: 'context', key, value: `${context.text} — ${context.source}` };
  }
  const plain: [string, string][] = [
    ['id', entry.id],
    ['subject', entry.subject],
    ['definitionZh', entry.definition.zh],
    ['definitionEn', entry.definition.en],
    ['noteZh', entry.note.zh],
    ['noteEn', entry.note.en],
    ['definitionSource', entry.source],
    ['created', entry.created],
    ['changed', entry.changed],
    ...entry.other.map(({ name, value }): [string, string] => [name, value]),
  ];
  for (const [field, value] of plain) if (value) yield { field, key: '', value };
}

/** Statements of a highlight, about the highlight of its id. */
function* factsOfHighlight(highlight: Highlight): Generator<Fact> {
  const { document, selectors, tags, concepts, id, found, earlier = [], ...rest } = highlight;
  const cited = citedAddress(document);
  const values: [string, string | undefined][] = [
    ['highlightId', id],
    ...Object.entries(rest),
    ['newWording', found?.text],
    ['found', found && JSON.stringify({ ...found, text: undefined })],
    ...earlier.map((words): [string, string] => ['earlier', JSON.stringify(words)]),
    ['address', cited],
    ['url', document.url === cited ? undefined : document.url],
    ['title', document.title],
    ['agency', document.agency],
    ['pageDate', document.pageDate],
    ['readOn', document.readOn],
    ...tags.map((tag): [string, string] => ['tag', tag]),
    ...selectors.map((selector): [string, string] => [selector.type, JSON.stringify(selector)]),
    ...concepts.flatMap((concept): [string, string][] => [
      ['quotedTerm', `${concept.zh} = ${concept.en}`],
      ['quotedTermFacts', JSON.stringify(concept)],
    ]),
  ];
  for (const [field, value] of values) if (value) yield { field, key: id, value };
}

function* factsOf(records: Records): Generator<Fact> {
  for (const entry of records.entries) yield* factsOfEntry(entry);
  for (const highlight of records.highlights) yield* factsOfHighlight(highlight);
}

const nameOf = ({ field, key, value }: Fact): string => `${field}\u0000${key}\u0000${value}`;

/** Gathers lost statements by field. */
class LossTable {
  readonly #found = new Map<string, { count: number; examples: string[] }>();

  add({ field, value }: Fact): void {
    const loss = this.#found.get(field) ?? { count: 0, examples: [] };
    loss.count++;
    if (loss.examples.length < MOST_EXAMPLES) loss.examples.push(value.slice(0, LONGEST_EXAMPLE));
    this.#found.set(field, loss);
  }

  losses(): Loss[] {
    return [...this.#found].map(([field, loss]) => ({ field, ...loss }));
  }
}

/** What a file that nobody reads back says: which fields, and how a text stands in it. */
export interface Holding {
  readonly fields: ReadonlySet<string>;
  /** A text as the file has it. */
  readonly text: (value: string, field: string) => string;
  /** What is the same for several records where the file says it once (the title of a page). */
  readonly unified?: (records: Records) => Records;
}

/** Counts statements, so that the same one made twice must be kept twice. */
class FactCounts {
  readonly #left = new Map<string, number>();

  add(fact: Fact): void {
    this.#left.set(nameOf(fact), (this.#left.get(nameOf(fact)) ?? 0) + 1);
  }

  /** Whether the statement is there; it is there once less afterwards. */
  take(fact: Fact): boolean {
    const left = this.#left.get(nameOf(fact)) ?? 0;
    if (left > 0) this.#left.set(nameOf(fact), left - 1);
    return left > 0;
  }
}

function lossesOf(before: Records, kept: FactCounts): Loss[] {
  const table = new LossTable();
  for (const fact of factsOf(before)) if (!kept.take(fact)) table.add(fact);
  return table.losses();
}

/** The statements of records that a file of such a kind does not make, or makes in other words. */
export function lossesBeside(records: Records, { fields, text, unified }: Holding): Loss[] {
  const kept = new FactCounts();
  for (const fact of factsOf(unified?.(records) ?? records))
    if (fields.has(fact.field) && text(fact.value, fact.field) === fact.value) kept.add(fact);
  return lossesOf(records, kept);
}

/**
 * The statements of `before` that `after` does not make: by field, in the order in which they are first missed.
 * Only what the records themselves say counts, whatever the format: so it is right for every format.
 */
export function lossesBetween(before: Records, after: Records): Loss[] {
  const kept = new FactCounts();
  for (const fact of factsOf(after)) kept.add(fact);
  return lossesOf(before, kept);
}
