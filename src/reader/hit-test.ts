import { firstOfBlock } from '../page/block-around.ts';
import { offsetInBlock } from '../page/locate.ts';
import { countOf, endOf, type PackedHits, startOf } from './packed-hits.ts';
import { type Box, holds, type Point } from './placement.ts';
import { hitOf, type MarkedPage, rangeOf, type TermHit } from './term-hit.ts';

/** How far outside the glyphs' box the pointer still counts, CSS px: the underline hangs below it. */
const SLACK = 2;

/** The number of the hit whose span holds `offset` (its end included: the caret of the last half character), or -1. */
export function hitIndexAt(hits: PackedHits, offset: number): number {
  let low = 0;
  let high = countOf(hits);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(hits, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  const index = low - 1;
  return index >= 0 && offset <= endOf(hits, index) ? index : -1;
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
  const recognised = page.blockFrom(firstOfBlock(node));
  const block = recognised?.read();
  if (!recognised || !block) return undefined;
  const offset = offsetInBlock(block, node, caret!.offset);
  for (const candidate of [offset, offset - 1]) {
    const index = hitIndexAt(recognised.hits, candidate);
    if (index === -1) continue;
    const hit = hitOf(recognised, index);
    if (boxesOf(hit).some((box) => holds(box, { x, y }, SLACK))) return hit;
  }
  return undefined;
}
