import { foldString } from './folded-text.ts';
import { indexPage } from './page-index.ts';
import { rangeOf } from './page-ranges.ts';

/** Share of the pairs of neighbouring units of the quote that a passage must have, to be worth a look. */
const LEAST_SHARE = 0.3;

const pairAt = (units: Uint16Array, at: number) => units[at]! * 0x10000 + units[at + 1]!;

/** The stretch of `units` as long as `wanted` that has most pairs of neighbours in common with it: start and score. */
function bestStretch(units: Uint16Array, wanted: Uint16Array, need: ReadonlyMap<number, number>) {
  const pairs = wanted.length - 1;
  const have = new Map<number, number>();
  let [score, best, start] = [0, 0, 0];
  for (let at = 0; at < units.length - 1; at++) {
    const entering = pairAt(units, at);
    const limit = need.get(entering);
    if (limit !== undefined) {
      const count = (have.get(entering) ?? 0) + 1;
      have.set(entering, count);
      if (count <= limit) score++;
    }
    if (at >= pairs) {
      const leaving = pairAt(units, at - pairs);
      const most = need.get(leaving);
      if (most !== undefined) {
        const count = have.get(leaving)!;
        have.set(leaving, count - 1);
        if (count <= most) score--;
      }
    }
    if (score > best) {
      best = score;
      start = Math.max(0, at - pairs + 1);
    }
  }
  return { start, score: best };
}

/**
 * The passage of a page that has most in common with a quote, for the reader to look at: it is never taken by itself.
 * Null when nothing on the page has a good part of it.
 */
export function findAlike(quote: string, root: Node): Range | null {
  const index = indexPage(root);
  const wanted = foldString(quote).units;
  const need = new Map<number, number>();
  for (let at = 0; at < wanted.length - 1; at++)
    need.set(pairAt(wanted, at), (need.get(pairAt(wanted, at)) ?? 0) + 1);
  const { start, score } = bestStretch(index.units, wanted, need);
  if (score < Math.max(1, (wanted.length - 1) * LEAST_SHARE)) return null;
  const isShared = (at: number) => need.has(pairAt(index.units, at));
  let from = start;
  let to = Math.min(start + wanted.length, index.units.length) - 2;
  while (from < to && !isShared(from)) from++;
  while (to > from && !isShared(to)) to--;
  return rangeOf(index, from, to + 2);
}
