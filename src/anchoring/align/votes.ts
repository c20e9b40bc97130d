import type { Matching } from './matching.ts';

/**
 * How well an old stretch and a new stretch lie in the same neighbourhood: units within `reach` of the
 * old stretch whose match lies within `reach` of the new one, each counting less the farther off it is
 * (1 next to the stretch, 0 at `reach`). The stretches themselves do not count.
 */
export function countVotes(
  matching: Matching,
  old: readonly [number, number],
  now: readonly [number, number],
  reach: number,
): number {
  const { toNew } = matching;
  let votes = 0;
  const vote = (i: number, distance: number): void => {
    const j = toNew[i]!;
    if (j < 0) return;
    const away = j < now[0] ? now[0] - j : j >= now[1] ? j - now[1] + 1 : reach;
    votes += Math.max(0, 1 - (Math.max(distance, away) - 1) / reach);
  };
  for (let distance = 1; distance <= reach; distance++) {
    if (old[0] - distance >= 0) vote(old[0] - distance, distance);
    if (old[1] + distance - 1 < toNew.length) vote(old[1] + distance - 1, distance);
  }
  return votes;
}
