import { type Alphabet, classifyKeys, exactAlphabet, foldedAlphabet } from './class-alphabet.ts';
import { type BuildSteps, buildDoubleArray } from './double-array.ts';
import { distinctKeys, type GroupedKeys, groupKeys } from './group-keys.ts';
import { CLASS_AFTER_LATIN, HEADER, IMAGE_FLAG } from './image-layout.ts';
import { assembleImage, sectionsOf } from './image-sections.ts';
import { createKeyPool, type KeyPool } from './key-pool.ts';
import type { MatchTerm } from './match-term.ts';
import { TERM_MASK } from './scanner/layout.ts';
import { type SortedKeys, sortKeys } from './sort-keys.ts';
import { judgementOf, NO_JUDGEMENT } from './term-judgement.ts';
import { addExactKey, addTermKeys } from './term-keys.ts';
import type { WordKnowledge } from './word-edges.ts';
import { unitMarks, wordPairs, wordUnits } from './word-pairs.ts';

/** How terms are compiled. */
export interface CompileOptions {
  /** `full` (default): folding, gaps, Latin words, judgement. `exact`: unit by unit, nothing else. */
  rules?: 'full' | 'exact';
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
  const { classOf, classCount } = alphabet;
  if (full) return { ...wordPairs(classOf, classCount), unitMarks: unitMarks(classOf, classCount) };
  const none = new Uint16Array(0);
  return { wordBase: none, wordIds: none, wordCheck: none, unitMarks: new Uint8Array(classCount) };
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
  const judgement = full ? judgementOf(terms) : NO_JUDGEMENT;
  const words = wordKnowledge(alphabet, full);
  yield 0.4;
  let sorted: SortedKeys | undefined = sortKeys(pool, alphabet.classCount);
  pool = undefined;
  let grouped: GroupedKeys | undefined = full
    ? groupKeys(sorted, terms, judgement, words)
    : distinctKeys(sorted);
  sorted = undefined;
  yield 0.5;
  const { groups, keyCount } = grouped;
  const steps = buildDoubleArray(grouped, {
    classCount: alphabet.classCount,
    terminal: alphabet.latinEnd + CLASS_AFTER_LATIN.terminal,
    soft: full ? alphabet.latinEnd + CLASS_AFTER_LATIN.soft : -1,
  });
  grouped = undefined;
  const trie = yield* laterHalf(steps);
  return assembleImage(sectionsOf(trie, groups, terms, alphabet, judgement, words), {
    [HEADER.flags]: (full ? IMAGE_FLAG.fullRules : 0) | (trie.singles ? IMAGE_FLAG.singles : 0),
    [HEADER.termCount]: terms.length,
    [HEADER.latinEnd]: alphabet.latinEnd,
    [HEADER.keyCount]: keyCount,
  });
}

/** Steps that are the second half of the work. */
function* laterHalf<T>(steps: BuildSteps<T>): BuildSteps<T> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield 0.5 + step.value / 2;
  return step.value;
}

/** Compiles terms into an image at one go; a term's number is its index. See `compileSteps`. */
export function compileTerms(terms: readonly MatchTerm[], options: CompileOptions = {}): ArrayBuffer {
  const steps = compileSteps(terms, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
