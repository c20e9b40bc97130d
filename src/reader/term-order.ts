import { elementOf } from '../page/shadow.ts';
import { hitsIn, type RecognisedBlock, type TermHit } from './term-hit.ts';

/** Whether a block is rendered at all: a keyboard walk leaves out closed menus. */
function isRendered(recognised: RecognisedBlock): boolean {
  return elementOf(recognised.container)?.checkVisibility() ?? false;
}

/** All terms of a page in the order of the document, those in parts that are not shown left out. */
export function termOrder(blocks: Iterable<RecognisedBlock>): TermHit[] {
  const shown = [...blocks].filter(isRendered);
  shown.sort((a, b) => {
    const position = a.first.compareDocumentPosition(b.first);
    return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  return shown.flatMap(hitsIn);
}
