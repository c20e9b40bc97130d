import type { Matching } from './matching.ts';
import { weightOf } from './weight.ts';

/** Largest table of the dynamic programme, in cells. */
const MAX_CELLS = 300_000;
/** Cost of opening a run, in units: single coincidences do not pay, two in a row do. */
const OPEN_COST = 1.5;
/** Weight of one run that two blocks must have in common to be alike: figures with a unit are not enough. */
const MIN_ALIKE = 2;
/** What it is worth that a unit begins or ends its block on either side: of two copies the whole block is chosen. */
const EDGE = 0.25;
/** What a letter, digit or mark scores where both sides of a stretch are known: three in a row pay. */
const LIGHT = 0.6;

/**
 * Aligns two stretches in order, favouring runs, and joins what pays, if it makes up at least `share` of
 * the longer one.
 */
export function fill(matching: Matching, i0: number, i1: number, j0: number, j1: number, share = 0): void {
  const rows = i1 - i0;
  const columns = j1 - j0;
  if (rows < 2 || columns < 2 || rows * columns > MAX_CELLS) return;
  const { toNew, toOld, newBlock, now } = matching;
  const a = matching.old.units;
  const b = now.units;
  const width = columns + 1;
  // Best score with everything before (row, column) settled, and best score of a run that ends just there.
  const best = new Float64Array((rows + 1) * width);
  const run = new Float64Array((rows + 1) * width).fill(-1e9);
  for (let r = 1; r <= rows; r++) {
    const unit = a[i0 + r - 1];
    const isLink = matching.isOldLink(i0 + r - 1);
    for (let c = 1; c <= columns; c++) {
      const at = r * width + c;
      let score = Math.max(best[at - width]!, best[at - 1]!);
      const j = j0 + c - 1;
      if (
        unit === b[j] &&
        toOld[j]! < 0 &&
        toNew[i0 + r - 1]! < 0 &&
        (isLink === null || isLink === now.linkOnly[newBlock[j]!])
      ) {
        // Both corners are anchored: what hangs on them is no coincidence and opens for nothing.
        const opening = r === 1 && c === 1 ? 0 : best[at - width - 1]! - OPEN_COST;
        const corner = r === rows && c === columns ? OPEN_COST : 0;
        const edges = edgesInCommon(matching, i0 + r - 1, j) * EDGE;
        const ending =
          (unit! >= 0x2e80 ? 1 : LIGHT) + edges + corner + Math.max(run[at - width - 1]!, opening);
        run[at] = ending;
        if (ending > score) score = ending;
      }
      best[at] = score;
    }
  }
  const found: [number, number][] = [];
  let r = rows;
  let c = columns;
  while (r > 0 && c > 0) {
    const at = r * width + c;
    if (best[at] === best[at - width]) r--;
    else if (best[at] === best[at - 1]) c--;
    else {
      while (true) {
        const here = r * width + c;
        found.push([i0 + r - 1, j0 + c - 1]);
        r--;
        c--;
        if (r === 0 || c === 0 || best[here - width - 1]! - OPEN_COST >= run[here - width - 1]!) break;
      }
    }
  }
  if (share > 0 && (found.length < share * Math.max(rows, columns) || longestRun(a, found) < MIN_ALIKE))
    return;
  for (const [i, j] of found) matching.join(i, j, 1);
}

function edgesInCommon(matching: Matching, i: number, j: number): number {
  const { oldBlock, newBlock } = matching;
  const start = matching.startsBlock(oldBlock, i) && matching.startsBlock(newBlock, j) ? 1 : 0;
  return start + (matching.startsBlock(oldBlock, i + 1) && matching.startsBlock(newBlock, j + 1) ? 1 : 0);
}

/** Weight of the heaviest run among pairs that come last pair first. */
function longestRun(units: Uint16Array, pairs: readonly (readonly [number, number])[]): number {
  let best = 0;
  let weight = 0;
  pairs.forEach(([i, j], at) => {
    const next = pairs[at - 1];
    weight = (next?.[0] === i + 1 && next[1] === j + 1 ? weight : 0) + weightOf(units[i]!);
    best = Math.max(best, weight);
  });
  return best;
}

function freeRight(taken: Int32Array, from: number, to: number): number {
  let at = from;
  while (at < to && taken[at]! < 0) at++;
  return at;
}

function freeLeft(taken: Int32Array, from: number, to: number): number {
  let at = to;
  while (at > from && taken[at - 1]! < 0) at--;
  return at;
}

function blockEnd(starts: readonly number[], block: number, length: number): number {
  return starts[block + 1] ?? length;
}

/** Fills the stretch after the pair (i - 1, j - 1) as far as both blocks go. */
function fillAfter(matching: Matching, i: number, i1: number, j: number): void {
  const oldEnd = blockEnd(matching.old.blockStart, matching.oldBlock[i - 1]!, matching.toNew.length);
  const newEnd = blockEnd(matching.now.blockStart, matching.newBlock[j - 1]!, matching.toOld.length);
  fill(matching, i, Math.min(i1, oldEnd), j, freeRight(matching.toOld, j, newEnd));
}

/** Fills the stretch before the pair (i1, j1) as far as both blocks go. */
function fillBefore(matching: Matching, i: number, i1: number, j1: number): void {
  const oldStart = matching.old.blockStart[matching.oldBlock[i1]!]!;
  const newStart = matching.now.blockStart[matching.newBlock[j1]!]!;
  fill(matching, Math.max(i, oldStart), i1, freeLeft(matching.toOld, newStart, j1), j1);
}

/** Fills the free block at the end of a run from the free block that follows it now, if they are alike. */
function fillNextBlock(matching: Matching, i: number, j: number): void {
  if (i >= matching.toNew.length || j >= matching.toOld.length) return;
  if (!matching.startsBlock(matching.oldBlock, i) || !matching.startsBlock(matching.newBlock, j)) return;
  const oldEnd = blockEnd(matching.old.blockStart, matching.oldBlock[i]!, matching.toNew.length);
  const newEnd = blockEnd(matching.now.blockStart, matching.newBlock[j]!, matching.toOld.length);
  if (freeRight(matching.toNew, i, oldEnd) < oldEnd || freeRight(matching.toOld, j, newEnd) < newEnd) return;
  fill(matching, i, oldEnd, j, newEnd, 0.5);
}

/** As `fillNextBlock`, for the block before a run; `i1` and `j1` are where the run starts. */
function fillBlockBefore(matching: Matching, i1: number, j1: number): void {
  if (i1 <= 0 || j1 <= 0) return;
  if (!matching.startsBlock(matching.oldBlock, i1) || !matching.startsBlock(matching.newBlock, j1)) return;
  const oldStart = matching.old.blockStart[matching.oldBlock[i1 - 1]!]!;
  const newStart = matching.now.blockStart[matching.newBlock[j1 - 1]!]!;
  if (freeLeft(matching.toNew, oldStart, i1) > oldStart || freeLeft(matching.toOld, newStart, j1) > newStart)
    return;
  fill(matching, oldStart, i1, newStart, j1, 0.5);
}

/** Settles the free stretch [i, i1) of the old text by what stands on either side of it. */
function settle(matching: Matching, i: number, i1: number): void {
  const { toNew, toOld, torn } = matching;
  const left = i > 0 && torn[i] !== 1 ? toNew[i - 1]! : -1;
  const right = i1 < toNew.length && torn[i1] !== 1 ? toNew[i1]! : -1;
  if (left >= 0 && right > left) {
    const end = freeRight(toOld, left + 1, right);
    if (end === right) {
      fill(matching, i, i1, left + 1, right);
      if (toNew[i]! >= 0 || (right - left) * (i1 - i) <= MAX_CELLS) return;
    }
  }
  if (left >= 0) {
    fillAfter(matching, i, i1, left + 1);
    fillNextBlock(matching, i, left + 1);
  }
  if (right >= 0) {
    let from = i1;
    while (from > i && toNew[from - 1]! < 0) from--;
    fillBefore(matching, from, i1, right);
    fillBlockBefore(matching, i1, right);
  }
}

/** Aligns the free stretches of the old text whose neighbours say where they belong. Yields now and then. */
export function* fillGaps(matching: Matching): Generator<void, void, void> {
  const { toNew, torn } = matching;
  let i = 0;
  let cells = 0;
  while (i < toNew.length) {
    if (toNew[i]! >= 0) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < toNew.length && toNew[end]! < 0 && torn[end] !== 1) end++;
    settle(matching, i, end);
    cells += (end - i) * 200;
    if (cells > MAX_CELLS) {
      cells = 0;
      yield;
    }
    i = end;
  }
}
