const CAPITAL = /\p{Lu}/u;
const SMALL = /\p{Ll}/u;

/** Whether a UTF-16 unit is a capital letter: Unicode category Lu. */
export function isCapitalLetter(unit: number): boolean {
  return CAPITAL.test(String.fromCharCode(unit));
}

/** Whether a UTF-16 unit is a small letter: Unicode category Ll. */
export function isSmallLetter(unit: number): boolean {
  return SMALL.test(String.fromCharCode(unit));
}
