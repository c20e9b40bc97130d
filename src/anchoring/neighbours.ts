import type { Matching } from './align/matching.ts';

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
const MAX_INSERTION = 260;

/**
 * Looks from the edge of a quote outwards. `edge` is the last old unit outside of the quote on that side,
 * `place` the new unit that its direct neighbour would have; `step` is -1 on the left, 1 on the right.
 */
export function lookAside(matching: Matching, edge: number, place: number, step: 1 | -1): Side {
  const { toNew, torn } = matching;
  const reached: number[] = [];
  let touching = 0;
  let gap = Number.POSITIVE_INFINITY;
  let last = place - step;
  let lastDistance = 0;
  for (let distance = 1; distance <= REACH; distance++) {
    const i = edge + step * (distance - 1);
    if (i < 0 || i >= toNew.length || torn[step === 1 ? i : i + 1] === 1) break;
    const j = toNew[i]!;
    if (j < 0) continue;
    const moved = (j - last) * step;
    if (moved <= 0 || moved > distance - lastDistance + MAX_INSERTION) continue;
    if (touching === distance - 1 && moved === 1) touching = distance;
    if (reached.length === 0) gap = moved - 1;
    reached.push(distance);
    last = j;
    lastDistance = distance;
  }
  return { touching, reached, gap };
}
