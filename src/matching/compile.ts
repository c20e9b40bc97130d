import { type Alphabet, classifyKeys, exactAlphabet, foldedAlphabet } from './class-alphabet.ts';
import { type BuildSteps, buildDoubleArray, type DoubleArray } from './double-array.ts';
import {
  CLASS_AFTER_LATIN,
  HEADER,
  HEADER_BYTES,
  IMAGE_FLAG,
  IMAGE_MAGIC,
  IMAGE_VERSION,
  imageChecksum,
  PAYLOAD,
  SECTIONS,
  type SectionName,
  TERM_MASK,
} from './image-layout.ts';
import { createKeyPool, type KeyPool } from './key-pool.ts';
import type { MatchTerm } from './match-term.ts';
import { type SortedKeys, sortKeys } from './sort-keys.ts';
import { addExactKey, addTermKeys } from './term-keys.ts';
import { rulesOf, type TermRules } from './term-rules.ts';
import { beginningIsOpen, endIsOpen, type WordKnowledge } from './word-edges.ts';
import { unitMarks, wordPairs, wordUnits } from './word-pairs.ts';

/** How terms are compiled. */
export interface CompileOptions {
  /** `full` (default): folding, gaps, Latin words, judgement. `exact`: unit by unit, nothing else. */
  rules?: 'full' | 'exact';
}

/** Lists of jurisdictions and rules as they go into the image. */
interface Judgement {
  rules: Map<number, TermRules>;
  jurisdictions: Uint8Array;
  codes: string[];
  ranks: Int32Array;
}

/** Number under which the image keeps what is true of all terms, in the same store as the rules of single terms. */
export const COMMON_RULES = -1;

function fullFormsOf(terms: readonly MatchTerm[]): (concept: string) => readonly number[] {
  let byConcept: Map<string, number[]> | undefined;
  return (concept) => {
    if (!byConcept) {
      byConcept = new Map();
      for (const [number, term] of terms.entries()) {
        if (term.form === 'abbreviation') continue;
        const known = byConcept.get(term.concept);
        if (known) known.push(number);
        else byConcept.set(term.concept, [number]);
      }
    }
    return byConcept.get(concept) ?? [];
  };
}

function ranksOf(terms: readonly MatchTerm[]): Int32Array {
  const first = terms[0]?.rank ?? 0;
  if (terms.every((term) => term.rank === first)) return Int32Array.of(first);
  return Int32Array.from(terms, (term) => term.rank);
}

function judgementOf(terms: readonly MatchTerm[]): Judgement {
  const rules = new Map<number, TermRules>();
  const fullForms = fullFormsOf(terms);
  const codes = ['INT'];
  let jurisdictions = new Uint8Array(0);
  for (let number = 0; number < terms.length; number++) {
    const term = terms[number];
    if (!term) continue;
    const found = rulesOf(term, fullForms);
    if (found) rules.set(number, found);
    if (term.jurisdiction === 'INT') continue;
    if (jurisdictions.length === 0) jurisdictions = new Uint8Array(terms.length);
    let code = codes.indexOf(term.jurisdiction);
    if (code < 0) code = codes.push(term.jurisdiction) - 1;
    jurisdictions[number] = code;
  }
  return { rules, jurisdictions, codes, ranks: ranksOf(terms) };
}

/** Distinct keys, and the groups of terms that share one. */
interface Grouped {
  units: Uint16Array;
  starts: Int32Array;
  payloads: Int32Array;
  keyCount: number;
  groups: number[][];
}

function sameKey(sorted: SortedKeys, a: number, b: number): boolean {
  const { units, starts } = sorted;
  const length = (starts[a + 1] ?? 0) - (starts[a] ?? 0);
  if ((starts[b + 1] ?? 0) - (starts[b] ?? 0) !== length) return false;
  for (let at = 0; at < length; at++)
    if (units[(starts[a] ?? 0) + at] !== units[(starts[b] ?? 0) + at]) return false;
  return true;
}

/** Members of a key in order of preference: rank, then number. */
function membersOf(sorted: SortedKeys, from: number, to: number, terms: readonly MatchTerm[]): number[] {
  const members = [...new Set(sorted.terms.subarray(from, to))];
  return members.sort((a, b) => (terms[a]?.rank ?? 0) - (terms[b]?.rank ?? 0) || a - b);
}

/** What may be wrong with the edges of a key, as bits of its payload. */
function edgeFlags(words: WordKnowledge, units: Uint16Array, start: number, end: number): number {
  return (
    (endIsOpen(words, units, start, end) ? PAYLOAD.endRisk : 0) |
    (beginningIsOpen(words, units, start, end) ? PAYLOAD.startRisk : 0)
  );
}

function groupKeys(
  sorted: SortedKeys,
  terms: readonly MatchTerm[],
  judgement: Judgement,
  words: WordKnowledge,
): Grouped {
  const payloads = new Int32Array(sorted.keyCount);
  const starts = new Int32Array(sorted.keyCount + 1);
  const groups: number[][] = [];
  const { rules, jurisdictions } = judgement;
  let kept = 0;
  let end = 0;
  for (let key = 0, next = 1; key < sorted.keyCount; key = next++) {
    while (next < sorted.keyCount && sameKey(sorted, key, next)) next++;
    let term = sorted.terms[key] ?? 0;
    let judged = rules.has(term) || (jurisdictions[term] ?? 0) > 0;
    if (next - key > 1) {
      const members = membersOf(sorted, key, next, terms);
      if (members.every((member) => rules.get(member)?.never)) continue;
      if (members.length > 1) {
        for (const member of members)
          rules.set(member, { ...rules.get(member), text: terms[member]?.text ?? '' });
        term = terms.length + groups.push(members) - 1;
        judged = true;
      }
    }
    if (rules.get(term)?.never) continue;
    const from = sorted.starts[key] ?? 0;
    const to = sorted.starts[key + 1] ?? 0;
    sorted.units.copyWithin(end, from, to);
    payloads[kept++] =
      term | (judged ? PAYLOAD.judged : 0) | edgeFlags(words, sorted.units, end, end + to - from);
    end += to - from;
    starts[kept] = end;
  }
  return { units: sorted.units, starts, payloads, keyCount: kept, groups };
}

function exactGroups(sorted: SortedKeys): Grouped {
  const payloads = new Int32Array(sorted.keyCount);
  const starts = new Int32Array(sorted.keyCount + 1);
  let kept = 0;
  let end = 0;
  for (let key = 0, next = 1; key < sorted.keyCount; key = next++) {
    while (next < sorted.keyCount && sameKey(sorted, key, next)) next++;
    const from = sorted.starts[key] ?? 0;
    const to = sorted.starts[key + 1] ?? 0;
    sorted.units.copyWithin(end, from, to);
    end += to - from;
    payloads[kept++] = sorted.terms[key] ?? 0;
    starts[kept] = end;
  }
  return { units: sorted.units, starts, payloads, keyCount: kept, groups: [] };
}

type Sections = Record<SectionName, Int32Array | Uint16Array | Uint8Array>;

function groupSections(groups: readonly number[][]): Pick<Sections, 'groups' | 'groupStarts'> {
  const starts = new Int32Array(groups.length + 1);
  groups.forEach((members, index) => {
    starts[index + 1] = (starts[index] ?? 0) + members.length;
  });
  return { groups: Int32Array.from(groups.flat()), groupStarts: starts };
}

function ruleSections(judgement: Judgement): Pick<Sections, 'rules' | 'ruleTerms' | 'ruleStarts'> {
  const numbers = [...judgement.rules.keys()].sort((a, b) => a - b);
  const texts = numbers.map((number) => JSON.stringify(judgement.rules.get(number)));
  if (judgement.jurisdictions.length > 0) {
    numbers.unshift(COMMON_RULES);
    texts.unshift(JSON.stringify({ codes: judgement.codes }));
  }
  const starts = new Int32Array(numbers.length + 1);
  texts.forEach((text, index) => {
    starts[index + 1] = (starts[index] ?? 0) + text.length;
  });
  const rules = new Uint16Array(starts.at(-1) ?? 0);
  texts.forEach((text, index) => {
    for (let at = 0; at < text.length; at++) rules[(starts[index] ?? 0) + at] = text.charCodeAt(at);
  });
  return { rules, ruleTerms: Int32Array.from(numbers), ruleStarts: starts };
}

function assemble(sections: Sections, fields: Partial<Record<number, number>>): ArrayBuffer {
  let size = HEADER_BYTES;
  const offsets = SECTIONS.map(([name, width]) => {
    size = (size + 3) & ~3;
    const offset = size;
    size += sections[name].length * width;
    return offset;
  });
  const buffer = new ArrayBuffer((size + 3) & ~3);
  const words = new Int32Array(buffer);
  SECTIONS.forEach(([name, width], index) => {
    const section = sections[name];
    const offset = offsets[index] ?? 0;
    if (width === 4) new Int32Array(buffer, offset, section.length).set(section);
    else if (width === 2) new Uint16Array(buffer, offset, section.length).set(section);
    else new Uint8Array(buffer, offset, section.length).set(section);
    words[HEADER.sections + index * 2] = offset;
    words[HEADER.sections + index * 2 + 1] = section.length;
  });
  for (const [field, value] of Object.entries(fields)) words[Number(field)] = value ?? 0;
  words[HEADER.magic] = IMAGE_MAGIC;
  words[HEADER.version] = IMAGE_VERSION;
  words[HEADER.byteLength] = buffer.byteLength;
  words[HEADER.checksum] = imageChecksum(words);
  return buffer;
}

const TERMS_PER_STEP = 50_000;

/** Terms and the groups of those that share a key are numbered together. */
const MOST_TERMS = TERM_MASK / 2;

function* collectKeys(terms: readonly MatchTerm[], full: boolean): BuildSteps<KeyPool> {
  let units = 0;
  for (let number = 0; number < terms.length; number++) units += terms[number]?.text.length ?? 0;
  const pool = createKeyPool(terms.length, units);
  const add = full ? addTermKeys : addExactKey;
  for (let number = 0; number < terms.length; number++) {
    add(pool, terms[number]?.text ?? '', number);
    if (number % TERMS_PER_STEP === TERMS_PER_STEP - 1) yield (0.3 * number) / terms.length;
  }
  return pool;
}

function wordKnowledge(alphabet: Alphabet, full: boolean): WordKnowledge {
  const { classOf, classCount, wordClass } = alphabet;
  if (!full)
    return {
      wordBase: new Uint16Array(0),
      wordCheck: new Uint16Array(0),
      unitMarks: new Uint8Array(classCount),
    };
  const { base, check } = wordPairs(wordClass, classCount);
  return { wordBase: base, wordCheck: check, unitMarks: unitMarks(classOf, classCount) };
}

function sectionsOf(
  trie: DoubleArray,
  grouped: Grouped,
  alphabet: Alphabet,
  judgement: Judgement,
  words: WordKnowledge,
): Sections {
  return {
    base: trie.base,
    check: trie.check,
    tails: trie.tails,
    first: trie.first,
    ...groupSections(grouped.groups),
    unitClasses: alphabet.unitClasses,
    latinRanges: alphabet.latinRanges,
    softUnits: alphabet.softUnits,
    wordBase: words.wordBase,
    wordCheck: words.wordCheck,
    unitMarks: words.unitMarks,
    jurisdictions: judgement.jurisdictions,
    ranks: judgement.ranks,
    ...ruleSections(judgement),
  };
}

/**
 * Compiles terms into an image in steps: each `next()` does a few milliseconds of work (the sort of a very long list
 * is one step) and reports progress from 0 to 1; the image is the returned value. At most 2^23 terms (`RangeError`).
 */
export function* compileSteps(
  terms: readonly MatchTerm[],
  options: CompileOptions = {},
): BuildSteps<ArrayBuffer> {
  if (terms.length > MOST_TERMS) throw new RangeError(`more than ${MOST_TERMS} terms`);
  const full = options.rules !== 'exact';
  let pool: KeyPool | undefined = yield* collectKeys(terms, full);
  const alphabet = full ? foldedAlphabet(pool, wordUnits()) : exactAlphabet(pool);
  classifyKeys(pool, alphabet);
  const judgement: Judgement = full
    ? judgementOf(terms)
    : { rules: new Map(), jurisdictions: new Uint8Array(0), codes: [], ranks: new Int32Array(0) };
  const words = wordKnowledge(alphabet, full);
  yield 0.4;
  const sorted = sortKeys(pool, alphabet.classCount);
  pool = undefined;
  const grouped = full ? groupKeys(sorted, terms, judgement, words) : exactGroups(sorted);
  yield 0.5;
  const steps = buildDoubleArray(grouped, {
    classCount: alphabet.classCount,
    terminal: alphabet.latinEnd + CLASS_AFTER_LATIN.terminal,
    soft: full ? alphabet.latinEnd + CLASS_AFTER_LATIN.soft : -1,
  });
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield 0.5 + step.value / 2;
  const trie = step.value;
  return assemble(sectionsOf(trie, grouped, alphabet, judgement, words), {
    [HEADER.flags]: (full ? IMAGE_FLAG.fullRules : 0) | (trie.singles ? IMAGE_FLAG.singles : 0),
    [HEADER.termCount]: terms.length,
    [HEADER.latinEnd]: alphabet.latinEnd,
    [HEADER.classCount]: alphabet.classCount,
    [HEADER.deadBase]: trie.deadBase,
    [HEADER.keyCount]: grouped.keyCount,
  });
}

/** Compiles terms into an image at one go; a term's number is its index. See `compileSteps`. */
export function compileTerms(terms: readonly MatchTerm[], options: CompileOptions = {}): ArrayBuffer {
  const steps = compileSteps(terms, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
