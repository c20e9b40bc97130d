import { foldingTables } from '../text/folding-table.ts';
import { UNIT_KIND, unitKinds } from '../text/unit-kind.ts';
import { closeKey, type KeyPool, reserveKey } from './key-pool.ts';
import { MAX_SPAN } from './scanner/layout.ts';

/** Unit that stands in a key for a gap that counts, see `gapCounts`. */
export const SEPARATOR_UNIT = 0x20;

const Y = 0x79;
const VOWELS = 'aeiou';

/**
 * Whether a gap (units that may stand inside a match) is part of the key: between two Latin units when it holds white
 * space or a hyphen, between two others when it holds a hyphen. The same rule reads keys and texts.
 */
export function gapCounts(
  latinBefore: boolean,
  latinAfter: boolean,
  space: boolean,
  hyphen: boolean,
): boolean {
  return latinBefore ? latinAfter && (space || hyphen) : !latinAfter && hyphen;
}

/** Whether a text begins with `the ` and goes on. */
function hasArticle(text: string): boolean {
  return (text.charCodeAt(0) | 0x20) === 0x74 && /^the\s+\S/i.test(text);
}

/** Writes the folded units of a text as a key; returns its end. A leading `the ` is left out. */
function writeUnits(text: string, into: Uint16Array, start: number, fold: Uint16Array): number {
  const kinds = unitKinds();
  let end = start;
  let space = false;
  let hyphen = false;
  for (let at = hasArticle(text) ? 4 : 0; at < text.length; at++) {
    const raw = text.charCodeAt(at);
    const unit = fold[raw] ?? raw;
    const kind = kinds[unit];
    if (kind === UNIT_KIND.space) space = true;
    else if (kind === UNIT_KIND.hyphen) hyphen = true;
    if (kind !== UNIT_KIND.latin && kind !== UNIT_KIND.other) continue;
    if ((space || hyphen) && end > start) {
      const latinBefore = kinds[into[end - 1] ?? 0] === UNIT_KIND.latin;
      if (gapCounts(latinBefore, kind === UNIT_KIND.latin, space, hyphen)) into[end++] = SEPARATOR_UNIT;
    }
    into[end++] = unit;
    space = false;
    hyphen = false;
  }
  return end;
}

/** `policy` → `policies`: the one plural that is not made by adding to the end. */
function addPluralOfY(pool: KeyPool, start: number, end: number, term: number): void {
  if (end - start < 3 || pool.units[end - 1] !== Y) return;
  const before = pool.units[end - 2] ?? 0;
  if (before < 0x61 || before > 0x7a || VOWELS.includes(String.fromCharCode(before))) return;
  reserveKey(pool, end - start + 2);
  const at = pool.unitCount;
  pool.units.copyWithin(at, start, end - 1);
  pool.units.set([0x69, 0x65, 0x73], at + end - start - 1);
  closeKey(pool, at + end - start + 2, term);
}

/** A term with 後 is also found as 后, which is how Simplified text writes it. */
function addMergedForm(pool: KeyPool, start: number, end: number, term: number, merged: Uint16Array): void {
  let differs = false;
  for (let at = start; at < end && !differs; at++) {
    const unit = pool.units[at] ?? 0;
    differs = merged[unit] !== unit;
  }
  if (!differs) return;
  reserveKey(pool, end - start);
  const to = pool.unitCount;
  for (let at = 0; at < end - start; at++) {
    const unit = pool.units[start + at] ?? 0;
    pool.units[to + at] = merged[unit] ?? unit;
  }
  closeKey(pool, to + end - start, term);
}

/** Adds the keys under which a term is found with all rules. */
export function addTermKeys(pool: KeyPool, text: string, term: number): void {
  const { apart, merged } = foldingTables();
  reserveKey(pool, text.length + 1);
  const start = pool.unitCount;
  const end = writeUnits(text, pool.units, start, apart);
  if (end - start > MAX_SPAN) return;
  closeKey(pool, end, term);
  if (end === start) return;
  addPluralOfY(pool, start, end, term);
  addMergedForm(pool, start, end, term, merged);
}

/** Adds the one key of exact matching: the text's own units. */
export function addExactKey(pool: KeyPool, text: string, term: number): void {
  if (text.length > MAX_SPAN) return;
  reserveKey(pool, text.length);
  const start = pool.unitCount;
  for (let at = 0; at < text.length; at++) pool.units[start + at] = text.charCodeAt(at);
  closeKey(pool, start + text.length, term);
}
