/**
 * Numbers that the scanner (AssemblyScript, this folder) and its surroundings (TypeScript) must agree on: plain constants,
 * the only form that both languages read.
 */

/** Word index (32 bit) of header fields of an image; see `HEADER`. */
export const HEADER_FLAGS = 4;
export const HEADER_TERM_COUNT = 5;
export const HEADER_LATIN_END = 6;
export const HEADER_SECTIONS = 16;

/** Bits of the header's flag word; see `IMAGE_FLAG`. */
export const FLAG_FULL_RULES = 1;
export const FLAG_SINGLES = 2;

/** Places of the sections that the scanner reads, in `SECTIONS`. */
export const SECTION_BASE = 0;
export const SECTION_FIRST = 1;
export const SECTION_GROUPS = 2;
export const SECTION_GROUP_STARTS = 3;
export const SECTION_GROUP_TEXT_STARTS = 7;
export const SECTION_FLAG_BITS = 10;
export const SECTION_FLAG_STARTS = 11;
export const SECTION_CHECK = 12;
export const SECTION_WORD_BASE = 13;
export const SECTION_TAILS = 14;
export const SECTION_UNIT_CLASSES = 15;
export const SECTION_LATIN_RANGES = 16;
export const SECTION_SOFT_UNITS = 17;
export const SECTION_GROUP_TEXTS = 19;
export const SECTION_NAME_TAILS = 20;
export const SECTION_WORD_IDS = 21;
export const SECTION_WORD_CHECK = 22;
export const SECTION_JURISDICTIONS = 23;
export const SECTION_TERM_FLAGS = 24;
export const SECTION_UNIT_MARKS = 25;

/** Bits of a payload; see `PAYLOAD`. */
export const PAYLOAD_JUDGED = 1 << 24;
export const PAYLOAD_END_RISK = 1 << 25;
export const PAYLOAD_START_RISK = 1 << 26;
export const PAYLOAD_LENGTH_SHIFT = 27;
/** Payload without the length. */
export const PAYLOAD_MASK = (1 << 27) - 1;
export const TERM_MASK = (1 << 24) - 1;

/** `base` of the slot that a state after one unit keeps for a gap, so that the scan stops there: it reads as a tail. */
export const SOFT_STATE = (1 << 31) | 1;

/** Bits of `termFlags`; see `TERM_FLAG`. */
export const FLAG_CAPITAL = 1;
export const FLAG_CAPITALS = 2;
export const FLAG_NEVER = 4;
export const FLAG_RULES = 8;
export const FLAG_COUNTRY = 16;

/** Classes counted from the end of the Latin ones; see `CLASS_AFTER_LATIN`. */
export const CLASS_SOFT = 0;
export const CLASS_SEPARATOR = 1;
export const CLASS_TERMINAL = 2;
export const CLASS_NONE = 3;
export const CLASS_REST = 4;

/** Bits of the marks of classes; see `UNIT_MARK`. */
export const MARK_ALONE = 1;
export const MARK_WORD = 4;
export const MARK_TAIL = 8;
export const MARK_JOINT = 16;
export const MARK_HEAD = 32;

/** Kinds of units that a match may step over; see `UNIT_KIND`. */
export const KIND_SPACE = 2;
export const KIND_QUOTE = 4;
export const KIND_HYPHEN = 5;

/** Longest key, and longest stretch of text that one match may cover, in UTF-16 units. Longer terms never match. */
export const MAX_SPAN = 1024;
/** Longest stretch behind a term in which a name may go on, up to the end of its last gap. */
export const TAIL_REACH = 24;
/** Units looked at behind a match, at most: a name that goes on, or the readings of a word edge. */
export const BEYOND = 64;
/** Starts walked at a time, but in a text's last window, which is walked to its end. A multiple of 32. */
export const WALKED = 3040;
/** Units of text read at a time: all that a match from such a start, and its judgement, may touch. */
export const WINDOW = WALKED + MAX_SPAN + BEYOND;
/** Places are counted from here: before them are the units before the window. A multiple of 32. */
export const BEFORE = 32;

/** What weighing finds, beside terms: not to be marked; only the judge can say. */
export const VERDICT_REJECT = -1;
export const VERDICT_ASK = -2;

/**
 * Addresses in the scanner's memory, in bytes. First tables that last as long as the image, then what one scan works
 * with (`WORK` to `WORK_END`), then the image.
 */
export const CLASS_TABLE = 0x1000;
export const KIND_TABLE = 0x21000;
export const WORK = 0x31000;
/** Where the window lies in the text; end of the last hit, as an offset in the text; number of the image's first term. */
export const STATE_ORIGIN = WORK + 0;
export const STATE_FREE = WORK + 4;
export const STATE_FIRST_TERM = WORK + 8;
/** Whether some terms are not simply taken; whether quotation marks were crossed in this walk. */
export const STATE_BARRED = WORK + 12;
export const STATE_QUOTES = WORK + 16;
/** The place behind the gap that was read last, or -1. */
export const STATE_NEXT = WORK + 20;
/** Units of the text and their classes, from place 0 on. */
export const UNITS = 0x31100;
export const CLASSES = 0x33200;
/** A bit for each place where a walk may begin. */
export const STARTS = 0x35300;
/** Ends of keys found from one start: triples end, payload, end of the key without a plural ending. */
export const ENDS = 0x35600;
/** Hits of a walk: triples start, end (offsets in the text), term. Of a text's last window every unit may be one. */
export const HITS = 0x38700;
/**
 * For each place where a key may begin, the state (see `base` in `image-layout.ts`) that a walk from there begins in: behind
 * two units, in images with keys of one unit behind one. Elsewhere it means nothing.
 */
export const OPENINGS = 0x44900;
export const WORK_END = 0x48b00;
/** For each place, what tells whether a key begins there: lasts only while a window is read. */
export const PAIRS = 0x48c00;
export const IMAGE = 0x4b200;
