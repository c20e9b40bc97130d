import type { RangeSelector } from '../highlights/selector.ts';

function step(element: Element): string {
  let position = 1;
  for (let before = element.previousElementSibling; before !== null; before = before.previousElementSibling) {
    if (before.localName === element.localName) position++;
  }
  return `/${element.localName}[${position}]`;
}

/** XPath of an element from its document; null when it stands in no document (a shadow tree, a loose node). */
export function xpathOf(element: Element): string | null {
  let path = '';
  let current: Element = element;
  while (true) {
    path = step(current) + path;
    const parent = current.parentNode;
    if (parent === null || parent.nodeType === 11) return null;
    if (parent.nodeType === 9) return path;
    current = parent as Element;
  }
}

function point(node: Text, offset: number): RangeSelector['startSelector'] | null {
  const parent = node.parentElement;
  const value = parent === null ? null : xpathOf(parent);
  if (parent === null || value === null) return null;
  let before = 0;
  const walker = node.ownerDocument.createTreeWalker(parent, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null && text !== node; text = walker.nextNode()) {
    before += (text as Text).data.length;
  }
  const at = before + offset;
  return { type: 'XPathSelector', value, refinedBy: { type: 'TextPositionSelector', start: at, end: at } };
}

/** A range between two points in text nodes as XPaths with offsets in the text content of the elements; null outside of a document. */
export function rangeSelectorOf(range: Range): RangeSelector | null {
  if (range.startContainer.nodeType !== 3 || range.endContainer.nodeType !== 3) return null;
  const startSelector = point(range.startContainer as Text, range.startOffset);
  const endSelector = point(range.endContainer as Text, range.endOffset);
  if (startSelector === null || endSelector === null) return null;
  return { type: 'RangeSelector', startSelector, endSelector };
}
