import { UNIT_MARK } from './image-layout.ts';

/**
 * Whether a term ends (begins) at a word edge is judged by the words of two characters around it. Only where such a
 * word straddles the edge (部分 in 交通部分路段) is there a question; then two readings run on from the edge, one with
 * the term, one with the straddling word, and the first that cannot go on with whole words has lost. On a tie the
 * term has won. The browser's segmenter is not asked: it differs between browsers and knows no policy terms.
 * The judging is the scanner's (`scanner/edges.ts`); here is what can be said of a key before any text is seen.
 */

/** The sections of an image that know words of two characters: `wordCheck[wordBase[first] + id]` is `id = wordIds[second]`. */
export interface WordKnowledge {
  /** By class. */
  readonly wordBase: Uint16Array;
  /** By class; 0: in no word. */
  readonly wordIds: Uint16Array;
  readonly wordCheck: Uint16Array;
  /** By class (`UNIT_MARK`). */
  readonly unitMarks: Uint8Array;
}

/** Whether two classes make a word. */
function isWord({ wordBase, wordIds, wordCheck }: WordKnowledge, first: number, second: number): boolean {
  const id = wordIds[second]!;
  return wordCheck[wordBase[first]! + id] === id;
}

/**
 * Whether the end of a key is worth judging: what is left of it without its last unit ends in a word (文化|部), or is
 * a single unit, or its last unit heads names (著作權|法). 人工智慧 without 慧 is no word, so nothing can straddle its end.
 */
export function endIsOpen(words: WordKnowledge, units: Uint16Array, start: number, end: number): boolean {
  const length = end - start;
  const marks = words.unitMarks[units[end - 1]!]!;
  if (length < 2 || (marks & UNIT_MARK.word) === 0) return false;
  if (length === 2 || (marks & UNIT_MARK.head) !== 0) return true;
  return isWord(words, units[end - 3]!, units[end - 2]!);
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
