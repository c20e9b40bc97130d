import { foldingTables } from '../../src/text/folding-table.ts';
import { UNIT_KIND, unitKinds } from '../../src/text/unit-kind.ts';

/** Leftmost-longest, non-overlapping exact hits by trying every term at every place: pairs start, end. */
export function naiveExact(terms: readonly string[], text: string): number[] {
  const hits: number[] = [];
  for (let at = 0; at < text.length; ) {
    let length = 0;
    for (const term of terms) if (term.length > length && text.startsWith(term, at)) length = term.length;
    if (length > 0) hits.push(at, at + length);
    at += Math.max(1, length);
  }
  return hits;
}

/** Folded as the recogniser compares: words that Simplified merges stay apart; a term also counts merged. */
function apartKey(text: string): string {
  const { apart } = foldingTables();
  return foldToKeyWith(text, apart);
}

function foldToKeyWith(text: string, table: Uint16Array): string {
  const kinds = unitKinds();
  let key = '';
  let space = false;
  let hyphen = false;
  for (const unit of text.split('')) {
    const code = table[unit.charCodeAt(0)] ?? 0;
    const kind = kinds[code];
    if (kind === UNIT_KIND.space) space = true;
    if (kind === UNIT_KIND.hyphen) hyphen = true;
    if (kind !== UNIT_KIND.latin && kind !== UNIT_KIND.other) continue;
    const before = kinds[key.charCodeAt(key.length - 1)] === UNIT_KIND.latin;
    const after = kind === UNIT_KIND.latin;
    if (key !== '' && (before && after ? space || hyphen : !before && !after && hyphen)) key += ' ';
    key += String.fromCharCode(code);
    space = false;
    hyphen = false;
  }
  return key;
}

function isLatinAt(text: string, at: number): boolean {
  const { apart } = foldingTables();
  return at >= 0 && at < text.length && unitKinds()[apart[text.charCodeAt(at)] ?? 0] === UNIT_KIND.latin;
}

function isSoftAt(text: string, at: number): boolean {
  const { apart } = foldingTables();
  const kind = unitKinds()[apart[text.charCodeAt(at)] ?? 0];
  return kind !== UNIT_KIND.latin && kind !== UNIT_KIND.other;
}

/**
 * The same with folding, gaps and Latin words, for terms without case rules and texts without quotation marks, name
 * tails or words that straddle edges: every stretch of the text whose key is a term's key.
 */
export function naiveFolded(terms: readonly string[], text: string): number[] {
  const keys = new Set(
    terms.flatMap((term) => [apartKey(term), foldToKeyWith(term, foldingTables().merged)]),
  );
  const hits: number[] = [];
  for (let at = 0; at < text.length; ) {
    let end = 0;
    if (!isSoftAt(text, at) && !(isLatinAt(text, at) && isLatinAt(text, at - 1))) {
      for (let to = at + 1; to <= text.length; to++) {
        if (isSoftAt(text, to - 1) || (isLatinAt(text, to - 1) && isLatinAt(text, to))) continue;
        if (keys.has(apartKey(text.slice(at, to)))) end = to;
      }
    }
    if (end > 0) hits.push(at, end);
    at = end > 0 ? end : at + 1;
  }
  return hits;
}
