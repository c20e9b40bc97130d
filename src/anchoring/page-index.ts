import { foldTable } from './fold-units.ts';
import type { FoldedText } from './folded-text.ts';

/**
 * The text of a page as it stands now: folded, with the text node and the offset of every unit.
 *
 * Shadow trees that are open are read in the place of their host; what script never shows as text,
 * and what this extension put there itself, is left out.
 */
export interface PageIndex extends FoldedText {
  /** Text nodes in reading order, also those that fold to nothing. */
  readonly nodes: readonly Text[];
  /** The data each node had when it was read, to notice later changes. */
  readonly data: readonly string[];
  /** For every node the index of its first folded unit. */
  readonly nodeStart: readonly number[];
  /** For every node whether a block border lies between it and the node before. */
  readonly nodeBorder: readonly boolean[];
  /** For every folded unit its offset in its text node, in UTF-16 units. */
  readonly nodeOffset: Uint32Array;
  /** Whether the root stood in its document. */
  readonly isConnected: boolean;
  /** Whether any node lies in a shadow tree below the root. */
  readonly hasShadow: boolean;
}

/** What the walk must know of an element by its name; flags. */
const BLOCK = 1;
const SKIPPED = 2;
const LINK = 4;
const SLOT = 8;
const HOST = 16;

function kindsOf(): Map<string, number> {
  const kinds = new Map<string, number>();
  const add = (names: string, kind: number): void => {
    for (const name of names.split(' ')) kinds.set(name, (kinds.get(name) ?? 0) | kind);
  };
  add(
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset',
    BLOCK,
  );
  add(
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu',
    BLOCK,
  );
  add('nav ol option p pre search section summary table tbody td tfoot th thead tr ul', BLOCK);
  add('script style noscript template head iframe object textarea select datalist title', SKIPPED);
  add('a button', LINK);
  add('slot', SLOT);
  // The standard's list of elements that may carry a shadow tree; others need a hyphen in their name.
  add('article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span', HOST);
  return kinds;
}

const KINDS = kindsOf();

/** Elements of our own begin like this; nothing in them is text of the page. */
const OWN_PREFIX = 'policy-gloss-';

function kindOf(name: string): number {
  const kind = KINDS.get(name);
  if (kind !== undefined) return kind;
  if (!name.includes('-')) return 0;
  return name.startsWith(OWN_PREFIX) ? SKIPPED : HOST;
}

/** Growing columns of an index under construction. */
class IndexBuilder {
  readonly nodes: Text[] = [];
  readonly data: string[] = [];
  readonly nodeStart: number[] = [];
  readonly nodeBorder: boolean[] = [];
  readonly blockStart: number[] = [];
  readonly linkOnly: boolean[] = [];
  units: Uint16Array;
  nodeOffset: Uint32Array;
  length = 0;
  border = true;
  blockOpen = false;
  linkDepth = 0;
  hasShadow = false;
  readonly #table = foldTable();

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.nodeOffset = new Uint32Array(capacity);
  }

  #reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.units.length) return;
    const capacity = Math.max(needed, this.units.length * 2);
    const units = new Uint16Array(capacity);
    units.set(this.units);
    const nodeOffset = new Uint32Array(capacity);
    nodeOffset.set(this.nodeOffset);
    this.units = units;
    this.nodeOffset = nodeOffset;
  }

  addText(node: Text): void {
    const data = node.data;
    this.#reserve(data.length);
    this.nodes.push(node);
    this.data.push(data);
    this.nodeStart.push(this.length);
    this.nodeBorder.push(this.border);
    const { units, nodeOffset } = this;
    const table = this.#table;
    let at = this.length;
    for (let i = 0; i < data.length; i++) {
      const unit = table[data.charCodeAt(i)]!;
      if (unit === 0) continue;
      units[at] = unit;
      nodeOffset[at] = i;
      at++;
    }
    if (at > this.length) {
      if (!this.blockOpen) {
        this.blockStart.push(this.length);
        this.linkOnly.push(true);
        this.blockOpen = true;
      }
      if (this.linkDepth === 0) this.linkOnly[this.linkOnly.length - 1] = false;
      this.length = at;
    }
    this.border = false;
  }

  addBorder(): void {
    this.border = true;
    this.blockOpen = false;
  }

  finish(isConnected: boolean): PageIndex {
    return {
      units: this.units.subarray(0, this.length),
      blockStart: this.blockStart,
      linkOnly: this.linkOnly,
      tornAt: null,
      nodes: this.nodes,
      data: this.data,
      nodeStart: this.nodeStart,
      nodeBorder: this.nodeBorder,
      nodeOffset: this.nodeOffset.subarray(0, this.length),
      isConnected,
      hasShadow: this.hasShadow,
    };
  }
}

/** What is rendered in an element in the place of its children, if anything is. */
function shownInstead(element: Element, kind: number): readonly Node[] | null {
  if ((kind & HOST) !== 0 && element.shadowRoot) return [...element.shadowRoot.childNodes];
  if ((kind & SLOT) === 0) return null;
  const assigned = (element as HTMLSlotElement).assignedNodes();
  return assigned.length > 0 ? assigned : null;
}

/** Nodes to visit before the walk hands control back. */
const NODES_A_SLICE = 2_000;

interface Level {
  readonly node: Node;
  readonly kind: number;
  readonly shadow: readonly Node[] | null;
  next: number;
}

function* visit(node: Node, builder: IndexBuilder): Generator<void, void, void> {
  // A loop over siblings with an explicit stack of parents: pages nest deeper than a call stack may.
  const parents: Level[] = [];
  let current: Node | null = node;
  let seen = 0;
  while (true) {
    if (current === null) {
      const parent = parents.pop();
      if (parent === undefined) return;
      if (parent.shadow !== null && parent.next < parent.shadow.length) {
        current = parent.shadow[parent.next++]!;
        parents.push(parent);
        continue;
      }
      if ((parent.kind & BLOCK) !== 0) builder.addBorder();
      if ((parent.kind & LINK) !== 0) builder.linkDepth--;
      const above = parents.at(-1);
      current = parents.length === 0 || above?.shadow ? null : parent.node.nextSibling;
      continue;
    }
    if (++seen % NODES_A_SLICE === 0) yield;
    const type = current.nodeType;
    const inList = parents.at(-1)?.shadow != null;
    if (type === 1 || type === 11) {
      const kind = type === 1 ? kindOf((current as Element).localName) : 0;
      if ((kind & SKIPPED) === 0 || parents.length === 0) {
        const shadow = (kind & (HOST | SLOT)) === 0 ? null : shownInstead(current as Element, kind);
        if ((kind & BLOCK) !== 0) builder.addBorder();
        if ((kind & LINK) !== 0) builder.linkDepth++;
        if (shadow !== null) builder.hasShadow = true;
        parents.push({ node: current, kind, shadow, next: 0 });
        current = shadow === null ? current.firstChild : null;
        continue;
      }
    } else if (type === 3 || type === 4) {
      builder.addText(current as Text);
    } else if (type === 9) {
      parents.push({ node: current, kind: 0, shadow: null, next: 0 });
      current = (current as Document).documentElement;
      continue;
    }
    if (parents.length === 0) return;
    current = inList ? null : current.nextSibling;
  }
}

/** Reads the page in slices; yields between them and returns the index. */
export function* readPage(root: Node): Generator<void, PageIndex, void> {
  const builder = new IndexBuilder(
    root.textContent?.length ?? root.ownerDocument?.body?.textContent?.length ?? 0,
  );
  yield* visit(root, builder);
  return builder.finish(root.isConnected);
}

/** Reads the page in one go. */
export function indexPage(root: Node): PageIndex {
  const reading = readPage(root);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}
