import { blockAround } from '../page/block-around.ts';
import { offsetInBlock, positionOfUnit } from '../page/locate.ts';
import { sentenceEdges } from '../text/sentence.ts';
import type { Edge } from './surface.ts';

/** Whether an end of a range goes outward or inward. */
export type EdgeWay = 'wider' | 'narrower';

function rangeFrom(selection: Selection): Range | undefined {
  return selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
}

/**
 * A range with one end moved by a word, as the browser cuts words; the same range when nothing would be left. The
 * browser moves selections only: the page's is used for it, and is empty afterwards.
 */
export function withEdgeMoved(range: Range, edge: Edge, way: EdgeWay): Range {
  const selection = getSelection();
  if (!selection) return range;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  // The focus of the selection is the end that moves.
  if (edge === 'end') selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  else selection.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
  const isForward = (edge === 'end') === (way === 'wider');
  selection.modify('extend', isForward ? 'forward' : 'backward', 'word');
  const moved = rangeFrom(selection) ?? range;
  selection.removeAllRanges();
  return moved.toString().trim() === '' ? range : moved;
}

/** Moves an end of a range to the edge of a sentence within its block; `undefined` when there is none that way. */
function withinBlock(range: Range, edge: Edge, way: EdgeWay): Range | undefined {
  const node = edge === 'end' ? range.endContainer : range.startContainer;
  const block = blockAround(node);
  if (!block) return undefined;
  const at = offsetInBlock(block, node, edge === 'end' ? range.endOffset : range.startOffset);
  const edges = sentenceEdges(block.text);
  const isForward = (edge === 'end') === (way === 'wider');
  const target = isForward ? edges.find((place) => place > at) : edges.findLast((place) => place < at);
  if (at === -1 || target === undefined) return undefined;
  const position = positionOfUnit(block, edge === 'end' ? target - 1 : target);
  if (!position) return undefined;
  const moved = range.cloneRange();
  if (edge === 'end') moved.setEnd(position.node, position.offset + 1);
  else moved.setStart(position.node, position.offset);
  return moved.toString().trim() === '' ? undefined : moved;
}

/** Words gone on by until an end that left its block stands in the text of the next one: the way may be blank. */
const MOST_WORDS_BETWEEN = 3;

/** A range with one end moved to the next edge of a sentence, into the next block where its own is at an end. */
export function withEdgeAtSentence(range: Range, edge: Edge, way: EdgeWay): Range {
  let at = range;
  for (let words = 0; words <= MOST_WORDS_BETWEEN; words++) {
    const moved = withinBlock(at, edge, way);
    if (moved) return moved;
    at = withEdgeMoved(at, edge, way);
  }
  return at;
}
