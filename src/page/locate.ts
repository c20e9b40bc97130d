import type { Block } from './blocks.ts';

/** A place in a text node: `offset` in UTF-16 units of its data. */
export interface TextPosition {
  node: Text;
  offset: number;
}

/** Index of the last node that begins at or before `offset`; -1 when the block begins with units of no node. */
function nodeIndexAt(block: Block, offset: number): number {
  let low = 0;
  let high = block.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (block.starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where the unit at `offset` of the block stands in the DOM; `undefined` for a unit that belongs to no node. */
export function positionOfUnit(block: Block, offset: number): TextPosition | undefined {
  const index = nodeIndexAt(block, offset);
  const node = block.nodes[index];
  if (!node) return undefined;
  const within = offset - block.starts[index]!;
  return within < node.data.length ? { node: node as Text, offset: within } : undefined;
}

/**
 * The DOM range of `[start, end)` of a block, as a StaticRange: a live Range would be kept up to date by the browser
 * on every later change of the page. `undefined` when the nodes have changed since the block was read.
 */
export function staticRangeOf(block: Block, start: number, end: number): StaticRange | undefined {
  const first = positionOfUnit(block, start);
  const last = positionOfUnit(block, end - 1);
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return undefined;
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset + 1,
  });
}

/** Where a DOM position stands in the block's text, or -1 when the node is not one of the block's. */
export function offsetInBlock(block: Block, node: Node, offset: number): number {
  const index = block.nodes.indexOf(node as Text);
  return index === -1 ? -1 : block.starts[index]! + offset;
}

/** The live range of `[start, end)` for measuring; drop it at once. */
export function measuringRangeOf(block: Block, start: number, end: number): Range | undefined {
  const range = staticRangeOf(block, start, end);
  if (!range) return undefined;
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}
