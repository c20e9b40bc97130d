/**
 * Folding for anchoring: one table from UTF-16 unit to UTF-16 unit, 0 where a unit carries nothing
 * that could tell two passages apart (white space, zero-width and soft hyphen).
 *
 * What is compared is never what is shown: the quote of a highlight keeps the page's own characters.
 */

/** Gives the key unit of one UTF-16 unit of the BMP. */
export type FoldUnit = (unit: number) => number;

/** Marks that typesetters exchange freely: dashes, quotes, commas, stops, brackets. */
const CLASSES: readonly (readonly [string, string])[] = [
  ['-', '‐‑‒–—―−﹣─━﹘'],
  ['"', '“”„‟«»「」『』〝〞〟﹁﹂﹃﹄"\'‘’‚‛`´'],
  [',', '，、､﹐﹑､'],
  ['.', '。｡．﹒'],
  ['·', '‧・•･∙⋅●'],
  ['~', '～〜∼'],
  ['<', '〈《＜﹤'],
  ['>', '〉》＞﹥'],
  ['…', '⋯'],
  ['(', '（〔【［[﹙﹝'],
  [')', '）〕】］]﹚﹞'],
];

const DROPPED = /\s|\p{Cc}|\p{Cf}|\p{Variation_Selector}/u;

function compatible(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const folded = String.fromCharCode(unit).normalize('NFKC').toLowerCase();
  return folded.length === 1 ? folded.charCodeAt(0) : unit;
}

let table: Uint16Array | undefined;

function build(foldUnit: FoldUnit): Uint16Array {
  const result = new Uint16Array(0x10000);
  for (let unit = 1; unit < 0x10000; unit++) result[unit] = foldUnit(unit);
  for (const [key, members] of CLASSES) {
    for (let i = 0; i < members.length; i++) result[members.charCodeAt(i)] = key.charCodeAt(0);
  }
  for (let unit = 0; unit < 0x10000; unit++) {
    if ((unit < 0x2000 || unit > 0x3000 || unit < 0x2070) && DROPPED.test(String.fromCharCode(unit)))
      result[unit] = 0;
  }
  result[0x3000] = 0;
  return result;
}

/** The table that all of anchoring folds with; built once, at first use. */
export function foldTable(): Uint16Array {
  table ??= build(compatible);
  return table;
}
