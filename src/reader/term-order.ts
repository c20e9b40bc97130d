import { elementOf } from '../page/shadow.ts';
import { hitOf, type TermHit } from './hit-test.ts';
import type { RecognisedBlock } from './page-terms.ts';

/** Whether a block is rendered at all: a keyboard walk leaves out closed menus. */
function isRendered(recognised: RecognisedBlock): boolean {
  return elementOf(recognised.container)?.checkVisibility() ?? false;
}

/** All terms of a page in the order of the document, those in parts that are not shown left out. */
export function termOrder(blocks: Iterable<RecognisedBlock>): TermHit[] {
  const shown = [...blocks].filter((recognised) => recognised.hits.length > 0 && isRendered(recognised));
  shown.sort((a, b) => {
    const first = a.nodes[0] as Text;
    const second = b.nodes[0] as Text;
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  return shown.flatMap((recognised) =>
    Array.from({ length: recognised.hits.length / 3 }, (_, index) => hitOf(recognised, index)),
  );
}
