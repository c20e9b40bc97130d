import type { Matching } from './matching.ts';

/**
 * How well an old stretch and a new stretch lie in the same neighbourhood: units within `reach` of the
 * old stretch whose match lies within `reach` of the new one. The stretches themselves do not count.
 */
export function countVotes(
  matching: Matching,
  old: readonly [number, number],
  now: readonly [number, number],
  reach: number,
): number {
  const { toNew } = matching;
  const low = now[0] - reach;
  const high = now[1] + reach;
  let votes = 0;
  const count = (from: number, to: number): void => {
    for (let i = Math.max(0, from); i < Math.min(toNew.length, to); i++) {
      const j = toNew[i]!;
      if (j >= low && j < high && (j < now[0] || j >= now[1])) votes++;
    }
  };
  count(old[0] - reach, old[0]);
  count(old[1], old[1] + reach);
  return votes;
}
