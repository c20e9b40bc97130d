import { type FoldedText, keyOf } from '../folded-text.ts';
import { endOfBlock, isFreeBlock } from './blocks.ts';
import type { Matching } from './matching.ts';
import { countVotes } from './votes.ts';

/** Distances at which neighbours are asked, in units: the same row, the same list, the same section. */
export const REACHES: readonly number[] = [14, 48, 160];
/** Pairs of equal blocks beyond which a group is left alone. */
const MAX_PAIRS = 2_500;

type Span = readonly [number, number];

function freeBlocks(text: FoldedText, free: Int32Array): Map<string, Span[]> {
  const groups = new Map<string, Span[]>();
  for (let block = 0; block < text.blockStart.length; block++) {
    if (!isFreeBlock(text, free, block)) continue;
    const start = text.blockStart[block]!;
    const end = endOfBlock(text, block);
    const key = (text.linkOnly[block] ? '@' : '=') + keyOf(text.units, start, end);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [[start, end]]);
    else group.push([start, end]);
  }
  return groups;
}

/** Votes that settle a pair at a distance against the best rival. */
export function isClear(votes: number, rival: number, reach: number): boolean {
  return votes >= Math.max(2.5, reach * 0.12) && votes >= rival * 2 + 1;
}

function settleGroup(
  matching: Matching,
  before: readonly Span[],
  after: readonly Span[],
  reach: number,
): boolean {
  const votes = before.map((old) => after.map((now) => countVotes(matching, old, now, reach)));
  let settled = false;
  before.forEach((old, row) => {
    after.forEach((now, column) => {
      if (matching.toNew[old[0]]! >= 0 || matching.toOld[now[0]]! >= 0) return;
      const mine = votes[row]![column]!;
      let rival = 0;
      for (let c = 0; c < after.length; c++) if (c !== column) rival = Math.max(rival, votes[row]![c]!);
      for (let r = 0; r < before.length; r++) if (r !== row) rival = Math.max(rival, votes[r]![column]!);
      if (!isClear(mine, rival, reach)) return;
      matching.join(old[0], now[0], old[1] - old[0]);
      settled = true;
    });
  });
  return settled;
}

/** Joins free blocks that stand there several times by the company they keep. */
export function* matchRepeats(matching: Matching): Generator<void, void, void> {
  const before = freeBlocks(matching.old, matching.freeInOld);
  const after = freeBlocks(matching.now, matching.freeInNew);
  for (const reach of REACHES) {
    for (const [key, spans] of before) {
      const others = after.get(key);
      if (others === undefined) continue;
      const free = spans.filter(([start]) => matching.toNew[start]! < 0);
      const open = others.filter(([start]) => matching.toOld[start]! < 0);
      if (free.length * open.length === 0 || free.length * open.length > MAX_PAIRS) continue;
      settleGroup(matching, free, open, reach);
    }
    yield;
  }
}
