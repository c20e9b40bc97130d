import type { Block } from '../page/blocks.ts';

/** Title and headings sent along with a text, UTF-16 units: enough for cues, little for the message. */
const MOST_CONTEXT = 2_000;

/** Joins blocks in a message; no term runs across it. */
export const BLOCK_SEPARATOR = '\u2029';

/** Index of the first block that ends below the top of the viewport, by bisection: document order is top order. */
function firstVisible(blocks: readonly Block[]): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const container = blocks[middle]!.container as Element;
    if (container.getBoundingClientRect && container.getBoundingClientRect().bottom < 0) low = middle + 1;
    else high = middle;
  }
  return low < blocks.length ? low : 0;
}

/** Blocks in the order in which they are to be read: from the section that is on the screen, then those before it. */
export function fromVisible(blocks: readonly Block[]): { visible: Block[]; before: Block[] } {
  const visible = firstVisible(blocks);
  // A section is read from its start, so that the first in it is the first.
  const start = Math.max(
    0,
    blocks.findLastIndex((block, index) => index <= visible && isHeading(block)),
  );
  return { visible: blocks.slice(start), before: blocks.slice(0, start) };
}

/** Whether a block is a heading, which begins a section. */
export function isHeading({ container }: Pick<Block, 'container'>): boolean {
  return /^H[1-6]$/.test(container.nodeName);
}

/** Title and headings of a page, as far as they are sent along. */
export function contextOf(root: Node): string {
  const parts = [document.title];
  let units = document.title.length;
  for (const { textContent } of (root as ParentNode).querySelectorAll?.('h1, h2, h3, h4, h5, h6') ?? []) {
    if (units > MOST_CONTEXT) break;
    parts.push(textContent);
    units += textContent.length;
  }
  return parts.join(BLOCK_SEPARATOR).slice(0, MOST_CONTEXT);
}
