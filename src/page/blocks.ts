import {
  isElement,
  isInSkippedPart,
  isText,
  type ReadableElement,
  type ReadableNode,
  type ReadableText,
  type Role,
  roleOf,
} from './readable.ts';

/** Stands for something in a line that is not text (an image, a button): no word runs across it. */
const OBJECT_REPLACEMENT = '\uFFFC';

/**
 * Where a run of text that is read as one stands: a paragraph, a cell, a list item, or the text between two blocks.
 * `starts[i]` is where `nodes[i]` begins in its text (UTF-16 units); `gaps` are the units of it that belong to no node, in
 * order: they stand for `<br>` (line feed) and for replaced parts. What is kept of a block is this: its text is the page's.
 */
export interface BlockPlace<T extends ReadableText = ReadableText> {
  readonly nodes: readonly T[];
  readonly starts: readonly number[];
  readonly gaps: string;
  /** The nearest element that begins a block around the text. */
  readonly container: ReadableNode;
}

/** A run of text that was read: `text` holds the data of `nodes` verbatim, and the gaps. */
export interface Block<T extends ReadableText = ReadableText> extends BlockPlace<T> {
  readonly text: string;
}

/** The text that stands at a place now. The gaps behind the last node are left out: nothing is found in them. */
export function textAt({ nodes, starts, gaps }: BlockPlace): string {
  let text = '';
  let used = 0;
  for (const [index, { data }] of nodes.entries()) {
    const gap = Math.max(0, starts[index]! - text.length);
    text += gaps.slice(used, used + gap) + data;
    used += gap;
  }
  return text;
}

/** Of most blocks: they have one node, which begins them. Shared, since a page has thousands. */
const AT_START: readonly number[] = [0];

class BlockBuilder {
  #text = '';
  #nodes: ReadableText[] = [];
  #starts: number[] = [];
  #gaps = '';

  add(node: ReadableText): void {
    const { data } = node;
    if (data.length === 0) return;
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    this.#text += data;
  }

  addUnits(units: string): void {
    this.#text += units;
    this.#gaps += units;
  }

  /** The finished block, or undefined when there is nothing but white space. */
  take(container: ReadableNode): Block | undefined {
    const text = this.#text;
    if (text === '') return undefined;
    const nodes = this.#nodes;
    const starts = this.#starts;
    const gaps = this.#gaps;
    this.#text = '';
    this.#gaps = '';
    if (nodes.length === 0) return undefined;
    this.#nodes = [];
    this.#starts = [];
    if (!/\S/.test(text)) return undefined;
    return {
      text,
      nodes,
      starts: starts.length === 1 && starts[0] === 0 ? AT_START : starts,
      gaps,
      container,
    };
  }
}

/** An element that is being read. */
interface Open {
  readonly element: ReadableElement;
  readonly isBlock: boolean;
  /** The block that the text behind it belongs to. */
  readonly outside: ReadableNode;
}

/** Two links side by side are two words even when no white space stands between them (menus). */
function addEdgeBetweenLinks(element: ReadableElement, builder: BlockBuilder): void {
  if (element.nodeName === 'A' && element.nextSibling?.nodeName === 'A') builder.addUnits(OBJECT_REPLACEMENT);
}

/** What stands for an element that is not entered; `undefined` for one that is. */
function standIn(element: ReadableElement, role: Role): string | undefined {
  if (element.nodeName === 'BR') return '\n';
  if (role === 'skipped') return '';
  return role === 'replaced' && !element.firstChild ? OBJECT_REPLACEMENT : undefined;
}

/**
 * Reads the text below `root` as blocks, in document order, without touching layout. A generator, so that the caller
 * can stop between blocks and give the page its time back; one loop and not one generator in another, which takes twice
 * the time. Open shadow roots are read after their host.
 */
export function* readBlocks(root: ReadableNode): Generator<Block> {
  const builder = new BlockBuilder();
  const open: Open[] = [];
  let container = root;
  let node = root.firstChild;
  while (true) {
    while (node) {
      if (isText(node)) builder.add(node);
      else if (isElement(node)) {
        const role = roleOf(node);
        const instead = standIn(node, role);
        if (instead === undefined) {
          const isBlock = role !== 'inline';
          const before = isBlock ? builder.take(container) : undefined;
          if (before) yield before;
          open.push({ element: node, isBlock, outside: container });
          if (isBlock) container = node;
          node = node.firstChild;
          continue;
        }
        builder.addUnits(instead);
      }
      node = node.nextSibling;
    }
    const done = open.pop();
    const inside = !done || done.isBlock ? builder.take(container) : undefined;
    if (inside) yield inside;
    if (!done) return;
    const { element } = done;
    if (!done.isBlock) addEdgeBetweenLinks(element, builder);
    else if (element.shadowRoot) yield* readBlocks(element.shadowRoot);
    container = done.outside;
    node = element.nextSibling;
  }
}

/** The element that begins the block a text node is in, as reading has it; else the root of its tree. */
export function containerOf(node: ReadableNode): ReadableNode {
  let at = node;
  while (at.parentNode) {
    at = at.parentNode;
    if (isElement(at) && roleOf(at) !== 'inline') return at;
  }
  return at;
}

/** The block that a text node is read in; `undefined` when it is not read. Reads all that lies before it in its element. */
export function blockAround(node: ReadableNode): Block | undefined {
  if (!isText(node) || isInSkippedPart(node)) return undefined;
  for (const block of readBlocks(containerOf(node))) if (block.nodes.includes(node)) return block;
  return undefined;
}
