import type { Matching } from './align/matching.ts';
import type { Chain } from './chain.ts';

/** A stretch of the new page that may be the quote. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Units of the quote that are found in it. */
  readonly matched: number;
}

function isFreePair(matching: Matching, i: number, j: number): boolean {
  if (j < 0 || j >= matching.toOld.length) return false;
  return matching.old.units[i] === matching.now.units[j] && matching.toOld[j]! < 0;
}

/**
 * The new unit at which a quote with `missing` edited units at one end begins or ends. `outside` is the old
 * unit just outside of the quote, `last` the outermost one that was found, `inner` where that stands now.
 */
function outer(matching: Matching, outside: number, last: number, inner: number, step: 1 | -1): number {
  const { toNew, toOld, oldBlock, newBlock } = matching;
  const missing = Math.abs(outside - last) - 1;
  // What was edited within one block stays in its block.
  const staysInBlock = oldBlock[outside - step] === oldBlock[last];
  const neighbour = outside >= 0 && outside < toNew.length ? toNew[outside]! : -1;
  const distance = neighbour < 0 ? -1 : (neighbour - inner) * step;
  const isClose = distance > 0 && distance <= missing * 2 + 4;
  const most = isClose ? distance - 1 : missing;
  let at = inner;
  for (let k = 0; k < most; k++) {
    const next = at + step;
    if (next < 0 || next >= toOld.length || toOld[next]! >= 0) break;
    if ((staysInBlock || !isClose) && newBlock[next] !== newBlock[inner]) break;
    at = next;
  }
  return at;
}

/**
 * Moves the ends of a chain out to where the quote began and ended: over units that are equal and free,
 * then over edited ones as far as the neighbours leave room.
 */
export function mend(matching: Matching, chain: Chain, start: number, end: number): Place {
  const first = chain.runs[0]!;
  const last = chain.runs.at(-1)!;
  let from = first.to;
  let to = last.to + last.length;
  let head = first.from - start;
  let tail = end - last.from - last.length;
  const missing = head + tail;
  while (head > 0 && isFreePair(matching, start + head - 1, from - 1)) {
    head--;
    from--;
  }
  while (tail > 0 && isFreePair(matching, end - tail, to)) {
    tail--;
    to++;
  }
  const matched = chain.matched + missing - head - tail;
  if (head > 0) from = outer(matching, start - 1, start + head, from, -1);
  if (tail > 0) to = outer(matching, end, end - tail - 1, to - 1, 1) + 1;
  return { start: from, end: to, matched };
}
