import { elementOf } from '../page/shadow.ts';
import type { MarkedBlock } from './strip.ts';
import { hitsIn, type MarkedPage, markedBlocks, type TermHit } from './term-hit.ts';

/** Whether a block is rendered at all: a keyboard walk leaves out closed menus. */
function isRendered({ block }: MarkedBlock): boolean {
  return elementOf(block.container as Node)?.checkVisibility() ?? false;
}

/** All terms of a page in the order of the document, those in parts that are not shown left out. */
export function termOrder(page: Pick<MarkedPage, 'strips'>): TermHit[] {
  return [...markedBlocks(page)].filter(isRendered).flatMap(hitsIn);
}
