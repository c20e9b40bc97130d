import type { FoldedText } from '../folded-text.ts';
import { fill } from './gaps.ts';
import type { Matching } from './matching.ts';

interface Block {
  readonly start: number;
  readonly end: number;
  readonly link: boolean;
  /** Pairs of neighbouring units, each with its count. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** Blocks compared at most, on either side. */
const MAX_BLOCKS = 400;
/** Share of common pairs that makes two blocks versions of one. */
const ALIKE = 0.5;
/** How much less alike the next best must be. */
const MARGIN = 0.2;

function freeBlocks(text: FoldedText, free: Int32Array): Block[] {
  const blocks: Block[] = [];
  for (let block = 0; block < text.blockStart.length; block++) {
    const start = text.blockStart[block]!;
    const end = text.blockStart[block + 1] ?? text.units.length;
    if (end - start < 4) continue;
    if (free[block]! < (end - start) * 0.7) continue;
    const pairs = new Map<number, number>();
    for (let i = start; i + 1 < end; i++) {
      const pair = text.units[i]! * 0x10000 + text.units[i + 1]!;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    blocks.push({ start, end, link: text.linkOnly[block]!, pairs });
  }
  return blocks;
}

function likeness(a: Block, b: Block): number {
  if (a.link !== b.link) return 0;
  const sizes = a.end - a.start + b.end - b.start - 2;
  if (2 * Math.min(a.end - a.start, b.end - b.start) < ALIKE * sizes) return 0;
  let common = 0;
  for (const [pair, count] of a.pairs) common += Math.min(count, b.pairs.get(pair) ?? 0);
  return (2 * common) / sizes;
}

/** Joins free blocks that are versions of one another and of no other. */
export function* matchSimilar(matching: Matching): Generator<void, void, void> {
  const before = freeBlocks(matching.old, matching.freeInOld);
  const after = freeBlocks(matching.now, matching.freeInNew);
  if (before.length > MAX_BLOCKS || after.length > MAX_BLOCKS) return;
  const table: Float32Array[] = [];
  for (const a of before) {
    table.push(Float32Array.from(after, (b) => likeness(a, b)));
    if (table.length % 50 === 0) yield;
  }
  for (let row = 0; row < before.length; row++) {
    let best = -1;
    for (let column = 0; column < after.length; column++) {
      if (table[row]![column]! >= ALIKE && (best < 0 || table[row]![column]! > table[row]![best]!))
        best = column;
    }
    if (best < 0) continue;
    const most = table[row]![best]! - MARGIN;
    const rivalled =
      table[row]!.some((value, column) => column !== best && value > most) ||
      table.some((other, at) => at !== row && other[best]! > most);
    if (rivalled) continue;
    fill(matching, before[row]!.start, before[row]!.end, after[best]!.start, after[best]!.end, ALIKE);
  }
}
