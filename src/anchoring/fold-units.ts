import { foldingTables } from '../text/folding-table.ts';

/**
 * Folding for anchoring: one table from UTF-16 unit to UTF-16 unit, 0 where a unit carries nothing
 * that could tell two passages apart (white space, zero-width and soft hyphen).
 *
 * What is compared is never what is shown: the quote of a highlight keeps the page's own characters.
 */

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

let table: Uint16Array | undefined;

function build(): Uint16Array {
  const { merged } = foldingTables();
  const result = Uint16Array.from({ length: 0x10000 }, (_, unit) => merged[unit] ?? unit);
  for (const [key, members] of CLASSES) {
    for (let i = 0; i < members.length; i++) result[members.charCodeAt(i)] = key.charCodeAt(0);
  }
  for (let unit = 0; unit < 0x10000; unit++) {
    if (DROPPED.test(String.fromCharCode(unit))) result[unit] = 0;
  }
  return result;
}

/**
 * The table that all of anchoring folds with, built once at first use: what the recogniser of terms takes for the
 * same character, and beyond that the marks that are exchanged freely.
 */
export function foldTable(): Uint16Array {
  table ??= build();
  return table;
}
