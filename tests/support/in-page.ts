/**
 * Questions asked inside a page by a driver's `evaluate`: each function is sent as text, so it may use nothing outside
 * itself. They rely on the stable names only (see docs/architecture.md).
 */

/** Texts of all ranges in highlights whose name starts with `prefix`, in document order. */
export function highlightedTexts(prefix: string): string[] {
  const ranges = [...CSS.highlights].flatMap(([name, highlight]) =>
    name.startsWith(prefix) ? [...highlight] : [],
  );
  const live = ranges.map((range) => {
    const copy = document.createRange();
    copy.setStart(range.startContainer, range.startOffset);
    copy.setEnd(range.endContainer, range.endOffset);
    return copy;
  });
  const sameTree = live.filter((range) => range.startContainer.getRootNode() === document);
  sameTree.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
  return sameTree.map((range) => range.toString());
}

/** A point to rest the pointer on, CSS px of the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Centre of the first line box of the `nth` range (0 the first) in a highlight starting with `prefix` whose text is
 * `text`, scrolled into the middle of the viewport; null when there is none.
 */
export function pointOnHighlight({
  prefix,
  text,
  nth = 0,
}: {
  prefix: string;
  text: string;
  nth?: number;
}): Point | null {
  const found: Range[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith(prefix)) continue;
    for (const range of highlight) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      if (live.toString() === text) found.push(live);
    }
  }
  found.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
  const range = found[nth];
  if (!range) return null;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = range.getClientRects()[0];
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

/**
 * A point on the first painted term, in document order, that a reader can point at: scrolled into the middle of the
 * viewport, with nothing of the page over it. Null when there is none.
 */
export function pointOnFirstTerm(): (Point & { readonly text: string }) | null {
  const found: Range[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('gloss-term')) continue;
    for (const range of highlight) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      found.push(live);
    }
  }
  found.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
  for (const range of found) {
    const parent = range.startContainer.parentElement;
    parent?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range.getClientRects()[0];
    if (!box || box.width < 2 || box.height < 2) continue;
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const top = document.elementFromPoint(point.x, point.y);
    if (top && parent?.contains(top)) return { ...point, text: range.toString() };
  }
  return null;
}

/**
 * Where to press and where to let go to select `text`, which lies in one text node, as a reader would by dragging;
 * scrolled into the middle of the viewport. Null when the text is not there.
 */
export function dragOver(text: string): { from: Point; to: Point } | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node as Text).data.indexOf(text);
    if (at < 0) continue;
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    const boxes = range.getClientRects();
    const first = boxes[0];
    const last = boxes[boxes.length - 1];
    if (!first || !last) return null;
    const middle = (box: DOMRect) => box.y + box.height / 2;
    return { from: { x: first.left + 1, y: middle(first) }, to: { x: last.right - 1, y: middle(last) } };
  }
  return null;
}

/** State of the card: `data-state` of its host, or `absent` before it was ever shown. */
export function cardState(): string {
  return document.querySelector('policy-gloss-card')?.getAttribute('data-state') ?? 'absent';
}

/** What a notice of ours says; empty when there is none. For builds whose shadow roots are open. */
export function noticeText(): string {
  const root = document.querySelector('policy-gloss-card')?.shadowRoot;
  return root?.querySelector('[role=status]')?.textContent ?? '';
}

/** The document as text, without the one element that is ours. */
export function documentWithoutCard(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const host of copy.querySelectorAll('policy-gloss-card')) host.remove();
  return copy.outerHTML;
}
