import { textAt } from '../page/blocks.ts';
import { measuringRangeOf, offsetInBlock } from '../page/locate.ts';
import type { PageTerms, RecognisedBlock } from './page-terms.ts';
import { type Box, holds, type Point } from './placement.ts';

/** A term under the pointer or under the keyboard's cursor. */
export interface TermHit {
  readonly key: string;
  readonly recognised: RecognisedBlock;
  /** Number of the hit in its block. */
  readonly index: number;
}

/** How far outside the glyphs' box the pointer still counts, CSS px: the underline hangs below it. */
const SLACK = 2;

let nextKey = 0;
const keys = new WeakMap<RecognisedBlock, number>();

/** The hit of a number in a block. */
export function hitOf(recognised: RecognisedBlock, index: number): TermHit {
  let key = keys.get(recognised);
  if (key === undefined) {
    key = nextKey++;
    keys.set(recognised, key);
  }
  return { key: `${key}:${index}`, recognised, index };
}

/** `[start, end)` of a hit in its block's text, UTF-16 units. */
export function spanOf({ recognised, index }: TermHit): [number, number] {
  return [recognised.hits[index * 3]!, recognised.hits[index * 3 + 1]!];
}

/** The words of a hit as they stand on the page. */
export function wordsOf(hit: TermHit): string {
  return textAt(hit.recognised).slice(...spanOf(hit));
}

/** The number of the hit whose span holds `offset` (its end included: the caret of the last half character), or -1. */
export function hitIndexAt(hits: readonly number[], offset: number): number {
  let low = 0;
  let high = hits.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle * 3]! <= offset) low = middle + 1;
    else high = middle;
  }
  const index = low - 1;
  return index >= 0 && offset <= hits[index * 3 + 1]! ? index : -1;
}

/** The line boxes of a hit, CSS px of the viewport. */
export function boxesOf(hit: TermHit): Box[] {
  const [start, end] = spanOf(hit);
  const range = measuringRangeOf(hit.recognised, start, end);
  return range ? [...range.getClientRects()] : [];
}

function caretAt(
  point: Point,
  shadowRoots: ReadonlySet<ShadowRoot>,
): { node: Node; offset: number } | undefined {
  const position = document.caretPositionFromPoint?.(point.x, point.y, { shadowRoots: [...shadowRoots] });
  return position ? { node: position.offsetNode, offset: position.offset } : undefined;
}

/**
 * The term at a point of the viewport. By caret, then by the hit's own boxes: the caret answers with the nearest text
 * even for blank space, and `highlightsFromPoint` costs milliseconds with many ranges (docs/browser-bugs.md).
 */
export function termAt(point: Point, terms: PageTerms): TermHit | undefined {
  const caret = caretAt(point, terms.shadowRoots);
  const recognised = caret && terms.blockOf(caret.node);
  if (!caret || !recognised) return undefined;
  const offset = offsetInBlock(recognised, caret.node, caret.offset);
  for (const candidate of [offset, offset - 1]) {
    const index = hitIndexAt(recognised.hits, candidate);
    if (index === -1) continue;
    const hit = hitOf(recognised, index);
    if (boxesOf(hit).some((box) => holds(box, point, SLACK))) return hit;
  }
  return undefined;
}
