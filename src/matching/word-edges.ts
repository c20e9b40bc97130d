import type { TermImage } from './image.ts';
import { UNIT_MARK } from './image-layout.ts';

/**
 * Whether a term ends (begins) at a word edge is judged by the words of two characters around it. Only where such a
 * word straddles the edge (部分 in 交通部分路段) is there a question; then two readings run on from the edge, one with
 * the term, one with the straddling word, and the first that cannot go on with whole words has lost. On a tie the
 * term has won. The browser's segmenter is not asked: it differs between browsers and knows no policy terms.
 */

/** Units looked at on either side of an edge, at most. */
export const EDGE_REACH = 8;

/** Steps each reading takes before it counts as a tie. */
const STEPS = 3;

/** The part of an image that knows words. */
export type WordKnowledge = Pick<TermImage, 'wordBase' | 'wordCheck' | 'unitMarks'>;

/** Whether two classes make a word. */
export function isWord(words: WordKnowledge, first: number, second: number): boolean {
  return words.wordCheck[words.wordBase[first]! + second] === second;
}

/** Units that a reading can go on by from `at`: 2 or 1, 0 at the end of the Chinese text, -1 when it is stuck. */
function stepForward(words: WordKnowledge, classes: Uint16Array, at: number): number {
  const mark = words.unitMarks[classes[at]!]!;
  if ((mark & UNIT_MARK.word) === 0) return 0;
  if (isWord(words, classes[at]!, classes[at + 1]!)) return 2;
  return (mark & UNIT_MARK.alone) !== 0 ? 1 : -1;
}

function stepBackward(words: WordKnowledge, classes: Uint16Array, at: number): number {
  const mark = words.unitMarks[classes[at]!]!;
  if ((mark & UNIT_MARK.word) === 0) return 0;
  if (isWord(words, classes[at - 1]!, classes[at]!)) return 2;
  return (mark & UNIT_MARK.alone) !== 0 ? 1 : -1;
}

/** Whether a term may end before `at`. The last unit of the term is at `at - 1`. */
export function mayEnd(words: WordKnowledge, classes: Uint16Array, at: number): boolean {
  if (!isWord(words, classes[at - 1]!, classes[at]!)) return true;
  let withTerm = at;
  let without = at + 1;
  for (let step = 0; step < STEPS; step++) {
    const a = stepForward(words, classes, withTerm);
    if (a <= 0) return a === 0;
    const b = stepForward(words, classes, without);
    if (b < 0) return true;
    withTerm += a;
    without += b;
  }
  return true;
}

/** Whether a term may begin at `at`. */
export function mayBegin(words: WordKnowledge, classes: Uint16Array, at: number): boolean {
  if (!isWord(words, classes[at - 1]!, classes[at]!)) return true;
  let withTerm = at - 1;
  let without = at - 2;
  for (let step = 0; step < STEPS; step++) {
    const a = stepBackward(words, classes, withTerm);
    if (a <= 0) return a === 0;
    const b = stepBackward(words, classes, without);
    if (b < 0) return true;
    withTerm -= a;
    without -= b;
  }
  return true;
}

/**
 * Whether the end of a key is worth judging: what is left of it without its last unit ends in a word (文化|部), or is
 * a single unit. 人工智慧 without 慧 is no word, so nothing can straddle its end.
 */
export function endIsOpen(words: WordKnowledge, units: Uint16Array, start: number, end: number): boolean {
  const length = end - start;
  if (length < 2 || (words.unitMarks[units[end - 1]!]! & UNIT_MARK.word) === 0) return false;
  return length === 2 || isWord(words, units[end - 3]!, units[end - 2]!);
}

/** As `endIsOpen`, for the beginning. */
export function beginningIsOpen(
  words: WordKnowledge,
  units: Uint16Array,
  start: number,
  end: number,
): boolean {
  const length = end - start;
  if (length < 2 || (words.unitMarks[units[start]!]! & UNIT_MARK.word) === 0) return false;
  return length === 2 || isWord(words, units[start + 1]!, units[start + 2]!);
}
