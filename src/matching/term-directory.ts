import { conceptOfEntry, entryOfConceptId } from '../glossary/entry-concept.ts';
import type { TermLanguage } from '../glossary/language.ts';
import type { TermForm } from '../glossary/term.ts';
import type { PackTerm } from './pack-terms.ts';

/** What recognition asks of the terms by number. A list of terms will do; a large one is better kept in a buffer. */
export interface TermDirectory {
  at(number: number): PackTerm | undefined;
  /** Numbers of the unabridged terms of concepts. */
  fullTermsOf(concepts: ReadonlySet<string>): Set<number>;
}

const LANGUAGES: readonly TermLanguage[] = ['zh-Hant', 'zh-Hans', 'en'];
const FORMS: readonly TermForm[] = ['full', 'short', 'abbreviation', 'variant'];

/** Raised whenever the layout changes: an older directory is built anew. */
export const DIRECTORY_VERSION = 1;

/** Words (32 bit) of the header. */
const HEADER = {
  version: 0,
  entryCount: 1,
  termCount: 2,
  unitCount: 3,
  segmentCount: 4,
  conceptUnits: 5,
  length: 6,
} as const;
/** Words of a segment: its first entry, and the rank of its terms. */
const SEGMENT_WORDS = 2;
/** Words of an entry: its UUID, and the number of its first term. */
const ENTRY_WORDS = 5;

function wordsOfUuid(id: string, into: Uint32Array, at: number): void {
  const digits = id.replaceAll('-', '');
  for (let part = 0; part < 4; part++)
    into[at + part] = Number.parseInt(digits.slice(part * 8, part * 8 + 8), 16);
}

function uuidOfWords(words: Uint32Array, at: number): string {
  let digits = '';
  for (let part = 0; part < 4; part++) digits += (words[at + part] ?? 0).toString(16).padStart(8, '0');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}

function compareWords(words: Uint32Array, at: number, wanted: Uint32Array): number {
  for (let part = 0; part < 4; part++) {
    const difference = (words[at + part] ?? 0) - (wanted[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A growing array of numbers of one width. */
class Growing<A extends Uint32Array | Uint16Array | Uint8Array> {
  values: A;
  length = 0;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.values = make(1024);
  }

  /** Makes room for so many more; they are to be written from `length` on. */
  grow(by: number): number {
    const at = this.length;
    this.length += by;
    if (this.length > this.values.length) {
      const grown = this.#make(Math.max(this.length, this.values.length * 2));
      grown.set(this.values);
      this.values = grown;
    }
    return at;
  }
}

/**
 * Writes the terms of entries into one buffer, so that 200,000 entries are no objects in memory. Entries come segment by
 * segment (a pack each), within one by ascending UUID in lower case.
 */
export class DirectoryWriter {
  readonly #entries = new Growing((length) => new Uint32Array(length));
  readonly #starts = new Growing((length) => new Uint32Array(length));
  readonly #facts = new Growing((length) => new Uint8Array(length));
  readonly #units = new Growing((length) => new Uint16Array(length));
  readonly #segments: number[] = [];
  readonly #concepts: Record<number, string> = {};

  get entryCount(): number {
    return this.#entries.length / ENTRY_WORDS;
  }

  /** Begins a segment, whose terms have this rank (the status of a term counts no more than its pack). */
  beginSegment(rank: number): void {
    this.#segments.push(this.entryCount, rank);
  }

  /** Adds an entry with its terms; `concept`: the concept that its terms stand for, when it is not the entry itself. */
  add(id: string, terms: readonly Pick<PackTerm, 'text' | 'lang' | 'form'>[], concept?: string): void {
    if (concept) this.#concepts[this.entryCount] = concept;
    const at = this.#entries.grow(ENTRY_WORDS);
    wordsOfUuid(id, this.#entries.values, at);
    this.#entries.values[at + 4] = this.#facts.length;
    for (const { text, lang, form } of terms) {
      this.#facts.values[this.#facts.grow(1)] = LANGUAGES.indexOf(lang) | (FORMS.indexOf(form) << 2);
      const from = this.#units.grow(text.length);
      this.#starts.values[this.#starts.grow(1)] = from;
      for (let unit = 0; unit < text.length; unit++) this.#units.values[from + unit] = text.charCodeAt(unit);
    }
  }

  /** The buffer. */
  finish(): ArrayBuffer {
    const concepts = JSON.stringify(this.#concepts);
    const [entries, starts, units, facts] = [this.#entries, this.#starts, this.#units, this.#facts];
    const words = HEADER.length + this.#segments.length + entries.length + starts.length;
    const bytes = words * 4 + (units.length + concepts.length) * 2 + facts.length;
    const buffer = new ArrayBuffer((bytes + 3) & ~3);
    const header = new Uint32Array(buffer);
    header[HEADER.version] = DIRECTORY_VERSION;
    header[HEADER.entryCount] = this.entryCount;
    header[HEADER.termCount] = facts.length;
    header[HEADER.unitCount] = units.length;
    header[HEADER.segmentCount] = this.#segments.length / SEGMENT_WORDS;
    header[HEADER.conceptUnits] = concepts.length;
    const { segments, entryWords, termStarts, termUnits, conceptUnits, termFacts } = viewsOf(buffer);
    segments.set(this.#segments);
    entryWords.set(entries.values.subarray(0, entries.length));
    termStarts.set(starts.values.subarray(0, starts.length));
    termUnits.set(units.values.subarray(0, units.length));
    for (let unit = 0; unit < concepts.length; unit++) conceptUnits[unit] = concepts.charCodeAt(unit);
    termFacts.set(facts.values.subarray(0, facts.length));
    return buffer;
  }
}

function textOf(units: Uint16Array): string {
  return new TextDecoder('utf-16le').decode(units);
}

function viewsOf(buffer: ArrayBuffer) {
  const header = new Uint32Array(buffer, 0, HEADER.length);
  const [entryCount, termCount] = [header[HEADER.entryCount] ?? 0, header[HEADER.termCount] ?? 0];
  let at = HEADER.length * 4;
  const words = (length: number) => {
    const view = new Uint32Array(buffer, at, length);
    at += length * 4;
    return view;
  };
  const units = (length: number) => {
    const view = new Uint16Array(buffer, at, length);
    at += length * 2;
    return view;
  };
  return {
    entryCount,
    termCount,
    segments: words((header[HEADER.segmentCount] ?? 0) * SEGMENT_WORDS),
    entryWords: words(entryCount * ENTRY_WORDS),
    termStarts: words(termCount),
    termUnits: units(header[HEADER.unitCount] ?? 0),
    conceptUnits: units(header[HEADER.conceptUnits] ?? 0),
    termFacts: new Uint8Array(buffer, at, termCount),
  };
}

/** A directory written by `DirectoryWriter`. Numbers count from 0 within it. */
export interface StoredDirectory {
  readonly entryCount: number;
  readonly termCount: number;
  readonly bytes: number;
  at(number: number): PackTerm | undefined;
  /** Numbers `[first, end)` of the terms of an entry; undefined when it is not there. */
  termsOfEntry(id: string): readonly [first: number, end: number] | undefined;
  /** Entries whose terms stand for a concept of the bundled pack. */
  entriesFor(concepts: ReadonlySet<string>): string[];
}

/** Opens a stored directory. Throws when it is not one of this version, or cut off. */
export function openDirectory(buffer: ArrayBuffer): StoredDirectory {
  if (buffer.byteLength < HEADER.length * 4 || new Uint32Array(buffer)[HEADER.version] !== DIRECTORY_VERSION)
    throw new RangeError('not a directory of this version');
  const views = viewsOf(buffer);
  const { entryCount, termCount, segments, entryWords, termStarts, termUnits, conceptUnits, termFacts } =
    views;
  const concepts = JSON.parse(textOf(conceptUnits)) as Record<number, string>;
  const firstTermOf = (entry: number): number =>
    entry < entryCount ? (entryWords[entry * ENTRY_WORDS + 4] ?? 0) : termCount;

  /** The entry that a term belongs to: the last that begins at or before it. */
  const entryOf = (term: number): number => {
    let [low, high] = [0, entryCount - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firstTermOf(middle) <= term) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const rankOf = (entry: number): number => {
    let at = 0;
    while (at + SEGMENT_WORDS < segments.length && (segments[at + SEGMENT_WORDS] ?? 0) <= entry)
      at += SEGMENT_WORDS;
    return segments[at + 1] ?? 0;
  };
  const idOf = (entry: number): string => uuidOfWords(entryWords, entry * ENTRY_WORDS);
  const wanted = new Uint32Array(4);
  const findIn = (from: number, to: number): number => {
    let [low, high] = [from, to - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareWords(entryWords, middle * ENTRY_WORDS, wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };

  return {
    entryCount,
    termCount,
    bytes: buffer.byteLength,
    at(number) {
      if (number < 0 || number >= termCount) return undefined;
      const [from, to] = [termStarts[number] ?? 0, termStarts[number + 1] ?? termUnits.length];
      const entry = entryOf(number);
      const facts = termFacts[number] ?? 0;
      return {
        text: textOf(termUnits.subarray(from, to)),
        lang: LANGUAGES[facts & 3] ?? 'en',
        form: FORMS[facts >> 2] ?? 'full',
        concept: concepts[entry] ?? conceptOfEntry(idOf(entry)),
        jurisdiction: 'INT',
        rank: rankOf(entry),
      };
    },
    termsOfEntry(id) {
      wordsOfUuid(id, wanted, 0);
      for (let at = 0; at < segments.length; at += SEGMENT_WORDS) {
        const entry = findIn(segments[at] ?? 0, segments[at + SEGMENT_WORDS] ?? entryCount);
        if (entry >= 0) return [firstTermOf(entry), firstTermOf(entry + 1)];
      }
      return undefined;
    },
    entriesFor: (asked) =>
      Object.entries(concepts)
        .filter(([, concept]) => asked.has(concept))
        .map(([entry]) => idOf(Number(entry))),
  };
}

const isUnabridged = (term: PackTerm | undefined): boolean =>
  term !== undefined && term.form !== 'abbreviation';

/** A list of terms as a directory. */
export function directoryOf(terms: readonly PackTerm[]): TermDirectory {
  return {
    at: (number) => terms[number],
    fullTermsOf(concepts) {
      const numbers = new Set<number>();
      if (concepts.size > 0)
        terms.forEach((term, number) => {
          if (isUnabridged(term) && concepts.has(term.concept)) numbers.add(number);
        });
      return numbers;
    },
  };
}

/**
 * The directory of an index of several parts: a list (the bundled pack), then stored terms, then those added since the
 * image was compiled.
 */
export function joinedDirectory(
  list: readonly PackTerm[],
  stored: StoredDirectory,
  added: readonly PackTerm[],
): TermDirectory {
  const [first, second] = [list.length, list.length + stored.termCount];
  const [ofList, ofAdded] = [directoryOf(list), directoryOf(added)];
  return {
    at(number) {
      if (number < first) return list[number];
      return number < second ? stored.at(number - first) : added[number - second];
    },
    fullTermsOf(concepts) {
      const numbers = ofList.fullTermsOf(concepts);
      for (const number of ofAdded.fullTermsOf(concepts)) numbers.add(number + second);
      const ids = [...concepts].flatMap((concept) => entryOfConceptId(concept) ?? []);
      for (const id of [...ids, ...stored.entriesFor(concepts)]) {
        const [from, to] = stored.termsOfEntry(id) ?? [0, 0];
        for (let number = from; number < to; number++)
          if (isUnabridged(stored.at(number))) numbers.add(number + first);
      }
      return numbers;
    },
  };
}
