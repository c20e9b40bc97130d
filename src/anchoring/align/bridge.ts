import type { Matching } from './matching.ts';

/** New units that may have been put into a stretch that is bridged. */
const MAX_INSERTION = 600;

/** Joins the free old stretch [i, i1) between matched neighbours if something was put in at one place and nothing else changed. */
function bridgeOne(matching: Matching, i: number, i1: number): void {
  const { toNew, toOld } = matching;
  const j = toNew[i - 1]! + 1;
  const j1 = toNew[i1]!;
  const length = i1 - i;
  if (j1 - j < length || j1 - j > length + MAX_INSERTION) return;
  for (let at = j; at < j1; at++) if (toOld[at]! >= 0) return;
  const right = Math.min(length, matching.freeRunRight(i, j, false));
  const left = Math.min(length, matching.freeRunLeft(i1 - 1, j1 - 1, false));
  if (right + left < length) return;
  // Of several places for the seam the first between blocks: what is put in goes before what it copies.
  let seam = right;
  for (let at = right; at >= length - left; at--) {
    if (matching.startsBlock(matching.oldBlock, i + at)) seam = at;
  }
  matching.join(i, j, seam);
  matching.join(i + seam, j1 - (length - seam), length - seam);
}

/**
 * Closes stretches between two matched neighbours that stand as they did, or with something put in: the
 * surest growth there is, since both ends are known.
 */
export function bridge(matching: Matching): void {
  const { toNew, torn } = matching;
  let i = 1;
  while (i < toNew.length) {
    if (toNew[i]! >= 0 || toNew[i - 1]! < 0) {
      i++;
      continue;
    }
    let end = i;
    let isTorn = torn[i] === 1;
    while (end < toNew.length && toNew[end]! < 0) {
      end++;
      if (torn[end] === 1) isTorn = true;
    }
    if (end < toNew.length && !isTorn && toNew[end]! > toNew[i - 1]!) bridgeOne(matching, i, end);
    i = end + 1;
  }
}
