import {
  CLASS_NONE,
  CLASS_REST,
  CLASS_SEPARATOR,
  CLASS_SOFT,
  CLASS_TERMINAL,
  FLAG_CAPITAL,
  FLAG_CAPITALS,
  FLAG_COUNTRY,
  FLAG_FULL_RULES,
  FLAG_NEVER,
  FLAG_RULES,
  FLAG_SINGLES,
  HEADER_FLAGS,
  HEADER_LATIN_END,
  HEADER_SECTIONS,
  HEADER_TERM_COUNT,
  MARK_ALONE,
  MARK_HEAD,
  MARK_JOINT,
  MARK_TAIL,
  MARK_WORD,
  PAYLOAD_END_RISK,
  PAYLOAD_JUDGED,
  PAYLOAD_LENGTH_SHIFT,
  PAYLOAD_START_RISK,
} from './scanner/layout.ts';

/** First word of an image, ASCII `PGTI` read as little-endian. */
export const IMAGE_MAGIC = 0x49544750;

/** Raised whenever the layout or the meaning of a section changes: an older image is built anew. */
export const IMAGE_VERSION = 6;

/** Bits of the header's flag word. */
export const IMAGE_FLAG = {
  /** All rules; without it terms are compared unit by unit and nothing is judged. */
  fullRules: FLAG_FULL_RULES,
  /** Some key has one unit. */
  singles: FLAG_SINGLES,
} as const;

/** Word index (32 bit) of each header field. */
export const HEADER = {
  magic: 0,
  version: 1,
  checksum: 2,
  byteLength: 3,
  flags: HEADER_FLAGS,
  termCount: HEADER_TERM_COUNT,
  /** Classes below this are Latin units. */
  latinEnd: HEADER_LATIN_END,
  keyCount: 7,
  /** From here on: byte offset and element count of every section, in the order of `SECTIONS`. */
  sections: HEADER_SECTIONS,
} as const;

/**
 * Sections and the width of their elements in bytes.
 * - `base`, `check`: the double array. `check` holds the class that leads into a slot (0xffff: free), which is enough
 *   because no two states share a base. `base` of a slot: not negative: base of its transitions * 2 + 1 if a term ends
 *   here (its payload is the `base` of the slot at the transition `terminal`); negative: the complement is payload
 *   * 2 + 1 (a term ends here and none goes on), or index into `tails` * 2.
 * - `tails`: two units with payload and length (see `PAYLOAD`), then the classes left of the only term.
 * - `first`: by class, base * 2 + terminal of the state that the class leads to from the root.
 * - `unitClasses`: pairs unit, class. `latinRanges`: pairs of first and last unit of Latin units in no term.
 * - `softUnits`: pairs unit, kind, of units that a match may step over.
 * - `groups`: terms with the same key, the preferred first, one group after the other; `groupStarts`: where each begins
 *   in `groups`, and the end. The trie reports such a key as term number `termCount` + number of the group.
 * - `groupTexts`, `groupTextStarts`: the wordings of `groups`, in the same order.
 * - `members`: terms of groups, ascending, a term once for each of its groups; `memberGroups`: the group.
 * - `flagBits`, `flagStarts`, `termFlags`: flags of terms (`TERM_FLAG`), see `packed-flags.ts`; empty when no term has any.
 * - `nameTails`: see `name-tails.ts`.
 * - `wordBase`, `wordIds`, `wordCheck`, `unitMarks`: see `WordKnowledge`.
 * - `ranks`: by term; one element when all are equal.
 * - `rules`, `ruleTerms`, `ruleStarts`: see `term-rules.ts`.
 */
export const SECTIONS = [
  ['base', 4],
  ['first', 4],
  ['groups', 4],
  ['groupStarts', 4],
  ['ranks', 4],
  ['members', 4],
  ['memberGroups', 4],
  ['groupTextStarts', 4],
  ['ruleTerms', 4],
  ['ruleStarts', 4],
  ['flagBits', 4],
  ['flagStarts', 4],
  ['check', 2],
  ['wordBase', 2],
  ['tails', 2],
  ['unitClasses', 2],
  ['latinRanges', 2],
  ['softUnits', 2],
  ['rules', 2],
  ['groupTexts', 2],
  ['nameTails', 2],
  ['wordIds', 2],
  ['wordCheck', 2],
  ['jurisdictions', 1],
  ['termFlags', 1],
  ['unitMarks', 1],
] as const;
export type SectionName = (typeof SECTIONS)[number][0];

/** Number under which `rules` keep what is true of all terms. */
export const COMMON_RULES = -1;

/** Bytes of the header. */
export const HEADER_BYTES = (HEADER.sections + SECTIONS.length * 2) * 4;

/** Bits of a payload: term number, then flags; in a tail also the length of the tail. */
export const PAYLOAD = {
  /** The term has flags, or homonyms. */
  judged: PAYLOAD_JUDGED,
  /** A word may straddle the end of the term: 部落 in 文化部落. */
  endRisk: PAYLOAD_END_RISK,
  /** A word may straddle its start: 對方 in 對方案. */
  startRisk: PAYLOAD_START_RISK,
  lengthShift: PAYLOAD_LENGTH_SHIFT,
  maxTail: 31,
} as const;

/** Bits of `termFlags`. */
export const TERM_FLAG = {
  /** The first letter must be a capital. */
  capital: FLAG_CAPITAL,
  /** All letters must be capitals. */
  capitals: FLAG_CAPITALS,
  /** Never marked; it is in the image only as a homonym. */
  never: FLAG_NEVER,
  /** There is more to ask: see `term-rules.ts`. */
  rules: FLAG_RULES,
  /** It belongs to a country. */
  country: FLAG_COUNTRY,
} as const;

/** Classes that are not units of terms, counted from `latinEnd`. */
export const CLASS_AFTER_LATIN = {
  /** Units that may stand inside a match without being of it. Only in text. */
  soft: CLASS_SOFT,
  /** Space or hyphen between two Latin units. Only in keys. */
  separator: CLASS_SEPARATOR,
  /** End of a key. */
  terminal: CLASS_TERMINAL,
  /** In no term, and not Latin. */
  none: CLASS_NONE,
  /** First class of the other units of keys. */
  rest: CLASS_REST,
} as const;

/** Bits of the marks of classes. */
export const UNIT_MARK = {
  /** Stands as a word by itself: 的, 與. */
  alone: MARK_ALONE,
  /** Is of a word in the list of words. Other units end the judgement of a word edge. */
  word: MARK_WORD,
  /** Begins what may make a longer name of a term before it: 組 in 組織法. */
  tail: MARK_TAIL,
  /** Heads names whatever stands before it (法), so that a word may straddle the end of any such name: 著作權|法規. */
  head: MARK_HEAD,
  /** Joins Latin words into an address. */
  joint: MARK_JOINT,
} as const;

/** Value of `check` in a free slot. */
export const FREE_SLOT = 0xffff;

/** Bytes at the beginning of an image of which the checksum covers every word. */
const DENSE_BYTES = 1 << 16;
/** Words further on of which it covers one. */
const SPARSE_WORDS = 128;

/** Goes on with a sum over every `step`th word in [from, to). */
function sumOf(words: Int32Array, from: number, to: number, step: number, begin: number): number {
  let sum = begin;
  for (let at = from; at < to; at += step) sum = (Math.imul(sum, 31) + words[at]!) | 0;
  return sum;
}

/**
 * Checksum of an image: every word of its first 64 KiB, then one word of each 512 bytes; the header's checksum is left
 * out. Storage loses whole blocks of at least 512 bytes, so all of a large image is covered in little time.
 */
export function imageChecksum(words: Int32Array): number {
  const dense = Math.min(words.length, DENSE_BYTES >> 2);
  const before = sumOf(words, 0, HEADER.checksum, 1, words.length);
  return sumOf(words, dense, words.length, SPARSE_WORDS, sumOf(words, HEADER.checksum + 1, dense, 1, before));
}
