import type { Matching } from './align/matching.ts';
import type { Chain } from './chain.ts';

/** A stretch of the new page that may be the quote. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Units of the quote that are found in it. */
  readonly matched: number;
}

function isFreeTwin(matching: Matching, i: number, j: number): boolean {
  if (j < 0 || j >= matching.toOld.length) return false;
  return matching.old.units[i] === matching.now.units[j] && matching.toOld[j]! < 0;
}

/** The new unit at which a quote with `missing` edited units at one end begins or ends. */
function outer(matching: Matching, outside: number, inner: number, missing: number, step: 1 | -1): number {
  const most = missing * 2 + 3;
  const neighbour = outside >= 0 && outside < matching.toNew.length ? matching.toNew[outside]! : -1;
  if (neighbour >= 0) {
    const distance = (neighbour - inner) * step;
    if (distance > 0 && distance <= most + 1) return neighbour - step;
  }
  let at = inner;
  for (let k = 0; k < missing; k++) {
    const next = at + step;
    if (next < 0 || next >= matching.toOld.length || matching.toOld[next]! >= 0) break;
    if (matching.newBlock[next] !== matching.newBlock[inner]) break;
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
  while (head > 0 && isFreeTwin(matching, start + head - 1, from - 1)) {
    head--;
    from--;
  }
  while (tail > 0 && isFreeTwin(matching, end - tail, to)) {
    tail--;
    to++;
  }
  const matched = chain.matched + missing - head - tail;
  if (head > 0) from = outer(matching, start - 1, from, head, -1);
  if (tail > 0) to = outer(matching, end, to - 1, tail, 1) + 1;
  return { start: from, end: to, matched };
}
