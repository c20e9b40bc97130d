/** Most that is taken from a file. Beyond it the file is refused, or the row is left out and named. */

/** Bytes of a file. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;
/** Bytes that a packed file may unpack to, all members together. */
export const MOST_UNPACKED_BYTES = 128 * 1024 * 1024;
export const MOST_MEMBERS = 2_000;
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 64;
/** UTF-16 units of a term; of a definition or note; of any cell (as spreadsheets have it). */
export const LONGEST_TERM = 500;
export const LONGEST_TEXT = 10_000;
export const LONGEST_CELL = 32_767;
/** As many as rows: every row of the longest list may be a meaning of its own. */
export const MOST_ENTRIES = 200_000;
export const DEEPEST_JSON = 32;
