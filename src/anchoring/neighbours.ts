import type { Matching } from './align/matching.ts';
import { weightBetween } from './align/weight.ts';

/** What of the surroundings on one side of a quote still stands beside it. */
export interface Side {
  /** Units directly beside the quote that are the same and directly beside it now. */
  readonly touching: number;
  /** Distances (1 = next to the quote) of old units found in order on this side, nearest first. */
  readonly reached: readonly number[];
  /** New units between the place of the quote and the nearest unit found; Infinity if none is. */
  readonly gap: number;
}

/** How far the surroundings are looked at, in units. */
const REACH = 320;
/** New units that may have come between two neighbouring units. */
const MAX_INSERTION = 200;
/** Old units that may have gone from between them. */
const MAX_REMOVAL = 60;
/** Weight from which a run that does not touch the quote is no coincidence. */
const SOLID = 4;

/**
 * Looks from the edge of a quote outwards. `edge` is the last old unit outside of the quote on that side,
 * `place` the new unit that its direct neighbour would have; `step` is -1 on the left, 1 on the right.
 */
export function lookAside(matching: Matching, edge: number, place: number, step: 1 | -1): Side {
  const { toNew } = matching;
  const reached: number[] = [];
  let touching = 0;
  let gap = Number.POSITIVE_INFINITY;
  let last = place - step;
  let lastDistance = 0;
  for (let distance = 1; distance <= REACH; ) {
    const i = edge + step * (distance - 1);
    if (i < 0 || i >= toNew.length || isTorn(matching, i, step)) break;
    const j = toNew[i]!;
    if (j < 0) {
      distance++;
      continue;
    }
    const length = runFrom(matching, i, step, REACH - distance + 1);
    const moved = (j - last) * step;
    const isBeside = distance === 1 && moved === 1;
    const drift = moved - (distance - lastDistance);
    const isNear = moved > 0 && drift <= MAX_INSERTION && drift >= -MAX_REMOVAL;
    if (isBeside) touching = length;
    if (isBeside || (isNear && weightOfRun(matching, i, step, length) >= SOLID)) {
      if (reached.length === 0) gap = moved - 1;
      for (let k = 0; k < length; k++) reached.push(distance + k);
      last = j + step * (length - 1);
      lastDistance = distance + length - 1;
    }
    distance += length;
  }
  return { touching, reached, gap };
}

function weightOfRun(matching: Matching, i: number, step: 1 | -1, length: number): number {
  const [low, high] = step === 1 ? [i, i + length] : [i - length + 1, i + 1];
  return weightBetween(matching.old.units, low, high);
}

function isTorn(matching: Matching, i: number, step: 1 | -1): boolean {
  return matching.torn[step === 1 ? i : i + 1] === 1;
}

/** Length of the run that starts at an old unit and goes outwards, up to a limit. */
function runFrom(matching: Matching, i: number, step: 1 | -1, limit: number): number {
  let length = 1;
  while (length < limit) {
    const next = i + step * length;
    if (next < 0 || next >= matching.toNew.length || isTorn(matching, next, step)) break;
    if (matching.toNew[next] !== matching.toNew[i]! + step * length) break;
    length++;
  }
  return length;
}
