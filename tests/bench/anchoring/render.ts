import { type Box, isVisible, type Leaf, type Piece } from './model.ts';

/** A page in the DOM with the identity of every character. */
export interface Rendered {
  readonly root: HTMLElement;
  readonly idsOf: Map<Text, Leaf>;
  readonly elementOf: Map<Box, HTMLElement>;
}

function build(piece: Piece, rendered: Rendered, into: Node, doc: Document): void {
  if (piece.kind === 'text') {
    const node = doc.createTextNode(piece.text);
    rendered.idsOf.set(node, piece);
    into.appendChild(node);
    return;
  }
  const element = doc.createElement(piece.tag);
  rendered.elementOf.set(piece, element);
  if (piece.tag === 'a') element.setAttribute('href', '#');
  if (piece.tag === 'script') element.setAttribute('type', 'text/plain');
  into.appendChild(element);
  const home = piece.role === 'shadow' ? element.attachShadow({ mode: 'open' }) : element;
  for (const kid of piece.kids) build(kid, rendered, home, doc);
}

/** Puts a page in the place of what the body holds. */
export function render(page: Box, body: HTMLElement): Rendered {
  const rendered: Rendered = { root: body, idsOf: new Map(), elementOf: new Map() };
  body.replaceChildren();
  build(page, rendered, body, body.ownerDocument);
  return rendered;
}

/** The identities of all visible characters of a page, in page order. */
export function idsInOrder(rendered: Rendered): number[] {
  const ids: number[] = [];
  for (const text of rendered.idsOf.values()) {
    for (let i = 0; i < text.text.length; i++) if (isVisible(text.text[i]!)) ids.push(text.ids[i]!);
  }
  return ids;
}

/** The identities of the visible characters that a range covers, in page order. */
export function idsInRange(rendered: Rendered, range: Range): number[] {
  const ids: number[] = [];
  const nodes = [...rendered.idsOf.keys()];
  const first = range.startContainer.nodeType === 3 ? nodes.indexOf(range.startContainer as Text) : -1;
  const last = range.endContainer.nodeType === 3 ? nodes.indexOf(range.endContainer as Text) : -1;
  for (let n = Math.max(0, first); n < (last < 0 ? nodes.length : last + 1); n++) {
    const node = nodes[n]!;
    let start = 0;
    let end = node.length;
    if (n === first) start = range.startOffset;
    else if (first < 0 && range.comparePoint(node, 0) !== 0) continue;
    if (n === last) end = range.endOffset;
    else if (last < 0 && range.comparePoint(node, 0) !== 0) continue;
    const text = rendered.idsOf.get(node)!;
    for (let i = start; i < end; i++) if (isVisible(text.text[i]!)) ids.push(text.ids[i]!);
  }
  return ids;
}
