import type { PageIndex } from './page-index.ts';

/** Number of the text node that a folded unit lies in. */
export function nodeOf(index: PageIndex, unit: number): number {
  let low = 0;
  let high = index.nodeStart.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (index.nodeStart[middle]! <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a text node is still in the page and says what it said. */
function stands(index: PageIndex, node: number): boolean {
  const text = index.nodes[node]!;
  return text.data === index.data[node] && (text.isConnected || !index.isConnected);
}

/**
 * The DOM range of the folded units from `start` to before `end`; null if the page has changed under
 * the index or the ends lie in different trees.
 */
export function rangeOf(index: PageIndex, start: number, end: number): Range | null {
  if (end <= start) return null;
  const first = nodeOf(index, start);
  const last = nodeOf(index, end - 1);
  const from = index.nodes[first]!;
  const to = index.nodes[last]!;
  if (!stands(index, first) || !stands(index, last)) return null;
  if (index.hasShadow && from.getRootNode() !== to.getRootNode()) return null;
  const range = from.ownerDocument.createRange();
  range.setStart(from, index.nodeOffset[start]!);
  range.setEnd(to, index.nodeOffset[end - 1]! + 1);
  return range;
}

/** The folded units that a range covers, as [start, end); start = end when it holds no text. */
export function unitsOf(index: PageIndex, range: Range): readonly [number, number] {
  const point = (unit: number, after: number): number => {
    const node = index.nodes[nodeOf(index, unit)]!;
    return range.comparePoint(node, index.nodeOffset[unit]! + after);
  };
  if (index.hasShadow) return unitsInTree(index, range);
  const start = firstUnit(index.units.length, (unit) => point(unit, 0) >= 0);
  const end = firstUnit(index.units.length, (unit) => point(unit, 1) > 0);
  return [start, Math.max(start, end)];
}

function firstUnit(length: number, holds: (unit: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** With shadow trees the page is no single tree: look at the nodes of the range's own tree only. */
function unitsInTree(index: PageIndex, range: Range): readonly [number, number] {
  const tree = range.startContainer.getRootNode();
  let start = -1;
  let end = -1;
  index.nodes.forEach((node, at) => {
    if (node.getRootNode() !== tree || !range.intersectsNode(node)) return;
    const last = index.nodeStart[at + 1] ?? index.units.length;
    for (let unit = index.nodeStart[at]!; unit < last; unit++) {
      const offset = index.nodeOffset[unit]!;
      if (range.comparePoint(node, offset) < 0 || range.comparePoint(node, offset + 1) > 0) continue;
      if (start < 0) start = unit;
      end = unit + 1;
    }
  });
  return start < 0 ? [0, 0] : [start, end];
}

/** The page's own text of the folded units from `start` to before `end`: white space collapsed, a line feed between blocks, nothing of scripts or of ours. */
export function textBetween(index: PageIndex, start: number, end: number): string {
  const first = nodeOf(index, start);
  const last = nodeOf(index, end - 1);
  let text = '';
  for (let node = first; node <= last; node++) {
    const data = index.data[node]!;
    const from = node === first ? index.nodeOffset[start]! : 0;
    const to = node === last ? index.nodeOffset[end - 1]! + 1 : data.length;
    text += (node > first && index.nodeBorder[node] ? '\n' : '') + data.slice(from, to).replace(/\s+/g, ' ');
  }
  return text.replace(/ *\n[ \n]*/g, '\n').replace(/ +/g, ' ');
}
