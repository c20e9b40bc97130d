import {
  isElement,
  isText,
  type ReadableElement,
  type ReadableNode,
  type ReadableText,
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

class BlockBuilder {
  #parts: string[] = [];
  #length = 0;
  #nodes: ReadableText[] = [];
  #starts: number[] = [];

  add(node: ReadableText): void {
    if (node.data.length === 0) return;
    this.#nodes.push(node);
    this.#starts.push(this.#length);
    this.addUnits(node.data);
  }

  addUnits(units: string): void {
    this.#parts.push(units);
    this.#length += units.length;
  }

  /** The finished block, or undefined when there is nothing but white space. */
  take(container: ReadableNode): Block | undefined {
    if (this.#nodes.length === 0) {
      this.#parts = [];
      this.#length = 0;
      return undefined;
    }
    const text = this.#parts.join('');
    const block = { text, nodes: this.#nodes, starts: this.#starts, container };
    this.#parts = [];
    this.#nodes = [];
    this.#starts = [];
    this.#length = 0;
    return /\S/.test(text) ? block : undefined;
  }
}

/** Two links side by side are two words even when no white space stands between them (menus). */
function addEdgeBetweenLinks(element: ReadableElement, builder: BlockBuilder): void {
  if (element.nodeName === 'A' && element.nextSibling?.nodeName === 'A') builder.addUnits(OBJECT_REPLACEMENT);
}

/**
 * Reads the text below `root` as blocks, in document order, without touching layout. A generator, so that the caller
 * can stop between blocks and give the page its time back. Open shadow roots are read after their host.
 */
export function* readBlocks(root: ReadableNode): Generator<Block> {
  const builder = new BlockBuilder();
  yield* readChildren(root, root, builder);
  const last = builder.take(root);
  if (last) yield last;
}

function* readChildren(
  parent: ReadableNode,
  container: ReadableNode,
  builder: BlockBuilder,
): Generator<Block> {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (isText(node)) builder.add(node);
    else if (isElement(node)) yield* readElement(node, container, builder);
  }
}

function* readElement(
  element: ReadableElement,
  container: ReadableNode,
  builder: BlockBuilder,
): Generator<Block> {
  if (element.nodeName === 'BR') {
    builder.addUnits('\n');
    return;
  }
  const role = roleOf(element);
  if (role === 'skipped') return;
  if (role === 'inline') {
    yield* readChildren(element, container, builder);
    addEdgeBetweenLinks(element, builder);
    return;
  }
  if (role === 'replaced' && !element.firstChild) {
    builder.addUnits(OBJECT_REPLACEMENT);
    return;
  }
  const before = builder.take(container);
  if (before) yield before;
  yield* readChildren(element, element, builder);
  const inside = builder.take(element);
  if (inside) yield inside;
  if (element.shadowRoot) yield* readBlocks(element.shadowRoot);
}
