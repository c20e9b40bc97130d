import { offsetInBlock } from '../page/locate.ts';
import { type Box, holds, type Point } from './placement.ts';
import { hitOf, type MarkedPage, rangeOf, type TermHit } from './term-hit.ts';

/** How far outside the glyphs' box the pointer still counts, CSS px: the underline hangs below it. */
const SLACK = 2;

/** The number of the hit whose span holds `offset` (its end included: the caret of the last half character), or -1. */
export function hitIndexAt(hits: readonly number[], offset: number): number {
  let low = 0;
  let high = hits.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[3 * middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  const index = low - 1;
  return index >= 0 && offset <= hits[3 * index + 1]! ? index : -1;
}

/** The line boxes of a hit, CSS px of the viewport. */
export function boxesOf(hit: TermHit): Box[] {
  return [...(rangeOf(hit)?.getClientRects() ?? [])];
}

/**
 * The term at a point of the viewport. By caret, then by the hit's own boxes: the caret answers with the nearest text
 * even for blank space, and `highlightsFromPoint` costs milliseconds with many ranges (docs/browser-bugs.md).
 */
export function termAt({ x, y }: Point, page: MarkedPage): TermHit | undefined {
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: [...page.shadowRoots] });
  const node = caret?.offsetNode;
  if (!(node instanceof Text)) return undefined;
  const marked = page.blockAt(node);
  if (!marked) return undefined;
  const offset = offsetInBlock(marked.block, node, caret!.offset);
  for (const candidate of [offset, offset - 1]) {
    const index = hitIndexAt(marked.hits, candidate);
    if (index === -1) continue;
    const hit = hitOf(marked, index);
    if (boxesOf(hit).some((box) => holds(box, { x, y }, SLACK))) return hit;
  }
  return undefined;
}
