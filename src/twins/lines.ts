import type { Block } from '../page/blocks.ts';

/** A line of a page as a reader sees it: a block, or what stands between two breaks in it. */
export interface Line {
  /** White space folded to one blank, trimmed; never empty. */
  readonly text: string;
  readonly block: Block;
  /** `[start, end)` in the block's text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Whether the unit at `at` stands for a `<br>`: it belongs to no node. */
function isBreak(block: Block, at: number): boolean {
  const before = block.starts.findLastIndex((start) => start <= at);
  return before === -1 || at - block.starts[before]! >= block.nodes[before]!.data.length;
}

/** The lines of blocks. `keepsBreaks`: whether line ends in the source of a block are line ends on the page. */
export function* linesOf(blocks: Iterable<Block>, keepsBreaks: (block: Block) => boolean): Generator<Line> {
  for (const block of blocks) {
    const keeps = block.text.includes('\n') && keepsBreaks(block);
    let start = 0;
    for (let at = 0; at <= block.text.length; at++) {
      const ends = at === block.text.length || (block.text[at] === '\n' && (keeps || isBreak(block, at)));
      if (!ends) continue;
      const text = block.text.slice(start, at).replace(/\s+/g, ' ').trim();
      if (text) yield { text, block, start, end: at };
      start = at + 1;
    }
  }
}
