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
 * A run of text that is read as one: a paragraph, a cell, a list item, or the text between two blocks. `text` holds the
 * data of `nodes` verbatim, `starts[i]` is where that of `nodes[i]` begins in it (UTF-16 units); the units between, which
 * belong to no node, stand for `<br>` (line feed) and for replaced parts.
 */
export interface Block<T extends ReadableText = ReadableText> {
  readonly text: string;
  readonly nodes: readonly T[];
  readonly starts: readonly number[];
  /** The nearest element that begins a block around the text. */
  readonly container: ReadableNode;
}

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
    const nodes = this.#nodes;
    const starts = this.#starts;
    this.#text = '';
    if (nodes.length === 0) return undefined;
    this.#nodes = [];
    this.#starts = [];
    return /\S/.test(text) ? { text, nodes, starts, container } : undefined;
  }
}

/** Told of an open shadow root before it is read, whether it has text or not. */
export type OnShadowRoot = (root: ReadableNode) => void;

/** Where an element stood when it was looked at. */
export interface Place {
  readonly element: ReadableElement;
  readonly parent: ReadableNode | null;
  readonly previous: ReadableNode | null;
  readonly next: ReadableNode | null;
}

/** Where an element stands. */
export function placeOf(element: ReadableElement): Place {
  const { parentNode: parent, previousSibling: previous, nextSibling: next } = element;
  return { element, parent, previous, next };
}

/** Whether the page has moved an element since, as far as can be told from its neighbours. */
export function hasMoved({ element, parent, previous, next }: Place): boolean {
  return (
    element.parentNode !== parent || (element.previousSibling !== previous && element.nextSibling !== next)
  );
}

/** An element that is being read. */
interface Open {
  readonly place: Place;
  readonly isBlock: boolean;
  /** The block that the text behind it belongs to. */
  readonly outside: ReadableNode;
}

/** Two links side by side are two words even when no white space stands between them (menus). */
function addEdgeBetweenLinks(element: ReadableElement, builder: BlockBuilder): void {
  if (element.nodeName === 'A' && element.nextSibling?.nodeName === 'A') builder.addUnits(OBJECT_REPLACEMENT);
}

/** What stands for an element that is not entered; `undefined` for one that is. */
export function standIn(element: ReadableElement, role: Role): string | undefined {
  if (element.nodeName === 'BR') return '\n';
  if (role === 'skipped') return '';
  return role === 'replaced' && !element.firstChild ? OBJECT_REPLACEMENT : undefined;
}

/** The blocks of a tree, one by one; at the end, whether the page has moved what was being read, so that some are missing. */
export type Reading = Generator<Block, boolean>;

/**
 * Reads the text below `root` as blocks, in document order, without touching layout. A generator, so that the caller
 * can stop between blocks and give the page its time back. Open shadow roots are read after their host.
 */
export function readBlocks(root: ReadableNode, onShadowRoot?: OnShadowRoot): Reading {
  return readFrom(root, root.firstChild, [], onShadowRoot);
}

/**
 * Reads from a node on; `open`: the elements between it and `root`. Where the page has moved what is being read, what
 * comes next cannot be known. One loop and not one generator in another, which takes twice the time.
 */
function* readFrom(
  root: ReadableNode,
  from: ReadableNode | null,
  open: Open[],
  onShadowRoot?: OnShadowRoot,
): Reading {
  const builder = new BlockBuilder();
  let container = root;
  let node = from;
  while (true) {
    while (node) {
      if (isText(node)) builder.add(node);
      else if (isElement(node)) {
        const role = roleOf(node);
        const instead = standIn(node, role);
        if (instead === undefined) {
          const isBlock = role !== 'inline';
          open.push({ place: placeOf(node), isBlock, outside: container });
          const before = isBlock ? builder.take(container) : undefined;
          if (before) yield before;
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
    if (!done) return false;
    const { element } = done.place;
    if (!done.isBlock) addEdgeBetweenLinks(element, builder);
    else if (element.shadowRoot) {
      onShadowRoot?.(element.shadowRoot);
      if (yield* readBlocks(element.shadowRoot, onShadowRoot)) return true;
    }
    if (hasMoved(done.place)) return true;
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

/**
 * The blocks of a tree from a place in it on, to its end: `from` is a child of `parent`, or null behind the last one. Units
 * before that place, which belong to no node, are not in the first.
 */
export function readOn(
  parent: ReadableNode,
  from: ReadableNode | null,
  onShadowRoot?: OnShadowRoot,
): Reading {
  const open: Open[] = [];
  for (let at = parent; at.parentNode; at = at.parentNode) {
    const element = at as ReadableElement;
    open.unshift({
      place: placeOf(element),
      isBlock: roleOf(element) !== 'inline',
      outside: containerOf(at),
    });
  }
  const innermost = open.at(-1);
  const container = !innermost || innermost.isBlock ? parent : innermost.outside;
  return readFrom(container, from, open, onShadowRoot);
}

/** The block that begins with a text node, as it stands now; `undefined` when there is nothing but white space. */
export function blockFrom(first: ReadableText): Block | undefined {
  const { value } = readOn(first.parentNode ?? first, first).next();
  return typeof value === 'object' && value.nodes[0] === first ? value : undefined;
}
