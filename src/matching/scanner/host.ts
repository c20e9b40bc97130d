/**
 * What the scanner asks of its surroundings (`scanner.ts` outside this folder). Offsets are UTF-16 units of the whole text.
 * The module that is imported from has the name of this file.
 */

/** The judge's word on a hit: the term to report, by its number in the index, or -1. */
export declare function decide(start: i32, end: i32, reported: i32): i32;

/** Whether hits of a term, by its number in the index, are not simply taken. */
export declare function isBarred(term: i32): bool;

/** Whether the quotation marks in a hit, with the units on either side, make one pair at most. */
export declare function quotesBalanced(start: i32, end: i32): bool;

/** Case of a unit beyond ASCII, by the Unicode categories Lu and Ll. */
export declare function isCapitalLetter(unit: i32): bool;
export declare function isSmallLetter(unit: i32): bool;
