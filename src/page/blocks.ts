import {
  isElement,
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
 * A run of text that is read as one: a paragraph, a cell, a list item, or the text between two blocks.
 * `text` holds the data of `nodes` verbatim; `starts[i]` is where `nodes[i]` begins in it (UTF-16 units). Units that
 * belong to no node stand for `<br>` (line feed) and for replaced parts.
 */
export interface Block<T extends ReadableText = ReadableText> {
  readonly text: string;
  readonly nodes: readonly T[];
  readonly starts: readonly number[];
  /** The nearest element that begins a block around the text. */
  readonly container: ReadableNode;
}

/** Of most blocks: they have one node, which begins them. Shared, since a page has thousands. */
const AT_START: readonly number[] = [0];

class BlockBuilder {
  #text = '';
  #nodes: ReadableText[] = [];
  #starts: number[] = [];

  add(node: ReadableText): void {
    const { data } = node;
    if (data.length === 0) return;
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    this.#text += data;
  }

  addUnits(units: string): void {
    this.#text += units;
  }

  /** The finished block, or undefined when there is nothing but white space. */
  take(container: ReadableNode): Block | undefined {
    const text = this.#text;
    if (text === '') return undefined;
    this.#text = '';
    if (this.#nodes.length === 0) return undefined;
    const isWhole = this.#starts.length === 1 && this.#starts[0] === 0;
    const block = { text, nodes: this.#nodes, starts: isWhole ? AT_START : this.#starts, container };
    this.#nodes = [];
    this.#starts = [];
    return /\S/.test(text) ? block : undefined;
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
