import type { Matching } from './matching.ts';

/** Units that growth over a block border must win if it does not win a whole block. */
const ENOUGH = 8;

/** Cuts a run that crossed block borders back to whole blocks, unless what hangs over is long. */
function worthRight(matching: Matching, i: number, j: number, length: number): number {
  let whole = 0;
  for (let k = 1; k <= length; k++) {
    if (matching.startsBlock(matching.oldBlock, i + k) && matching.startsBlock(matching.newBlock, j + k))
      whole = k;
  }
  return length - whole >= ENOUGH ? length : whole;
}

function worthLeft(matching: Matching, i: number, j: number, length: number): number {
  let whole = 0;
  for (let k = 1; k <= length; k++) {
    if (
      matching.startsBlock(matching.oldBlock, i - k + 1) &&
      matching.startsBlock(matching.newBlock, j - k + 1)
    )
      whole = k;
  }
  return length - whole >= ENOUGH ? length : whole;
}

function growLeft(matching: Matching): boolean {
  const { toNew } = matching;
  let grown = false;
  for (let i = toNew.length - 1; i > 0; i--) {
    if (toNew[i]! < 0 || toNew[i - 1]! >= 0 || matching.torn[i] === 1) continue;
    const j = toNew[i]!;
    const length = worthLeft(matching, i - 1, j - 1, matching.freeRunLeft(i - 1, j - 1, false));
    if (length === 0) continue;
    matching.join(i - length, j - length, length);
    grown = true;
  }
  return grown;
}

function growRight(matching: Matching): boolean {
  const { toNew } = matching;
  let grown = false;
  for (let i = 0; i + 1 < toNew.length; i++) {
    if (toNew[i]! < 0 || toNew[i + 1]! >= 0) continue;
    const j = toNew[i]!;
    const length = worthRight(matching, i + 1, j + 1, matching.freeRunRight(i + 1, j + 1, false));
    if (length === 0) continue;
    matching.join(i + 1, j + 1, length);
    grown = true;
  }
  return grown;
}

/**
 * Lets every run grow over block borders. Leftwards first: a copy put directly before its original then
 * leaves the original to what follows it.
 */
export function growAcross(matching: Matching): boolean {
  const left = growLeft(matching);
  return growRight(matching) || left;
}
