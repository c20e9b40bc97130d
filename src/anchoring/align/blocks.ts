import type { FoldedText } from '../folded-text.ts';
import type { Matching } from './matching.ts';

/** Which blocks take part, and how many units they must have. */
export interface BlockChoice {
  readonly minLength: number;
  /** Whether link-only blocks take part; they then match link-only blocks alone. */
  readonly links: boolean;
}

/** First unit after a block. */
export function endOfBlock(text: FoldedText, block: number): number {
  return text.blockStart[block + 1] ?? text.units.length;
}

/** A number that blocks of the same text and kind share; others seldom do. */
export function hashOfBlock(text: FoldedText, block: number): number {
  const end = endOfBlock(text, block);
  let hash = text.linkOnly[block] ? 7 : 3;
  for (let i = text.blockStart[block]!; i < end; i++)
    hash = (Math.imul(hash, 0x01000193) ^ text.units[i]!) | 0;
  return hash;
}

/** Whether a block of one text and a block of another have the same text and kind. */
export function areEqualBlocks(a: FoldedText, blockA: number, b: FoldedText, blockB: number): boolean {
  const i = a.blockStart[blockA]!;
  const j = b.blockStart[blockB]!;
  const length = endOfBlock(a, blockA) - i;
  if (length !== endOfBlock(b, blockB) - j || a.linkOnly[blockA] !== b.linkOnly[blockB]) return false;
  for (let k = 0; k < length; k++) if (a.units[i + k] !== b.units[j + k]) return false;
  return true;
}

/** Whether no unit of a block is used yet, by the count of free units of every block. */
export function isFreeBlock(text: FoldedText, free: Int32Array, block: number): boolean {
  return free[block] === endOfBlock(text, block) - text.blockStart[block]!;
}

/** Blocks by hash; -1 where several share it. */
function uniqueBlocks(
  text: FoldedText,
  free: Int32Array,
  choice: BlockChoice,
  torn: Uint8Array | null,
): Map<number, number> {
  const found = new Map<number, number>();
  for (let block = 0; block < text.blockStart.length; block++) {
    if (text.linkOnly[block] && !choice.links) continue;
    const start = text.blockStart[block]!;
    const end = endOfBlock(text, block);
    if (end - start < choice.minLength || !isFreeBlock(text, free, block)) continue;
    if (torn !== null && (torn[start] === 1 || torn[end] === 1)) continue;
    const hash = hashOfBlock(text, block);
    found.set(hash, found.has(hash) ? -1 : block);
  }
  return found;
}

/** Joins whole blocks whose text occurs once among the free blocks on either side. */
export function matchBlocks(matching: Matching, choice: BlockChoice): void {
  const { old, now } = matching;
  const torn = old.tornAt === null ? null : matching.torn;
  const before = uniqueBlocks(old, matching.freeInOld, choice, torn);
  const after = uniqueBlocks(now, matching.freeInNew, choice, null);
  for (const [hash, block] of before) {
    const other = block < 0 ? undefined : after.get(hash);
    if (other === undefined || other < 0 || !areEqualBlocks(old, block, now, other)) continue;
    const start = old.blockStart[block]!;
    matching.join(start, now.blockStart[other]!, endOfBlock(old, block) - start);
  }
}
