import { type FoldedText, keyOf } from '../folded-text.ts';
import type { Matching } from './matching.ts';

/** Which blocks take part, and how many units they must have. */
export interface BlockChoice {
  readonly minLength: number;
  /** Whether link-only blocks take part; they then match link-only blocks alone. */
  readonly links: boolean;
}

function uniqueBlocks(
  text: FoldedText,
  taken: Int32Array,
  choice: BlockChoice,
  torn: Uint8Array | null,
): Map<string, number> {
  const found = new Map<string, number>();
  for (let block = 0; block < text.blockStart.length; block++) {
    const link = text.linkOnly[block]!;
    if (link && !choice.links) continue;
    const start = text.blockStart[block]!;
    const end = text.blockStart[block + 1] ?? text.units.length;
    if (end - start < choice.minLength || isTouched(taken, start, end)) continue;
    if (torn !== null && (torn[start] === 1 || torn[end] === 1)) continue;
    const key = (link ? '@' : '=') + keyOf(text.units, start, end);
    found.set(key, found.has(key) ? -1 : block);
  }
  return found;
}

function isTouched(taken: Int32Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (taken[i]! >= 0) return true;
  return false;
}

/** Joins whole blocks whose text occurs once among the free blocks on either side. */
export function matchBlocks(matching: Matching, choice: BlockChoice): void {
  const torn = matching.old.tornAt === null ? null : matching.torn;
  const before = uniqueBlocks(matching.old, matching.toNew, choice, torn);
  const after = uniqueBlocks(matching.now, matching.toOld, choice, null);
  for (const [key, block] of before) {
    const other = block < 0 ? undefined : after.get(key);
    if (other === undefined || other < 0) continue;
    matching.join(matching.old.blockStart[block]!, matching.now.blockStart[other]!, key.length - 1);
  }
}
