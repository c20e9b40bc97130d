import { isElement, isNeverRead, isText, roleOf } from './readable.ts';

/** Whether a node ends the line that the text beside it is in. */
function isBlock(node: Node): boolean {
  return isElement(node) && roleOf(node) === 'block';
}

/** The node at or above `node` that stands directly in a block. */
function inBlock(node: Node): Node {
  let at = node;
  while (at.parentNode && !isBlock(at) && !isBlock(at.parentNode)) at = at.parentNode;
  return at;
}

/**
 * The last or first node below a node, in the order of reading (a shadow root is read after what is in its host), none
 * of an editor.
 */
function outermostLeaf(node: Node, side: 'lastChild' | 'firstChild'): Node {
  let at = node;
  while (true) {
    if (isElement(at) && roleOf(at) === 'skipped') return at;
    const shadow = side === 'lastChild' ? (at as Element).shadowRoot?.lastChild : null;
    const below = shadow ?? at[side];
    if (!below) return at;
    at = below;
  }
}

/** Collects the nodes that changes have touched. */
class Touched {
  readonly nodes = new Set<Node>();
  /** Nodes whose line has been looked at from them on. */
  readonly #followed = new Set<Node>();
  /** Whether nodes lie in a part that is not read: many changes mostly lie side by side. */
  readonly #skipped = new Map<Node, boolean>();

  add({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
    const isOfChildren = type === 'childList';
    if (isOfChildren && [...addedNodes, ...removedNodes].every(isNeverRead)) return;
    const around = isOfChildren ? target : target.parentNode;
    if (around && this.#isSkipped(around)) {
      // Who writes in an editor changes nothing that is read; but what is in one now may have stood elsewhere.
      for (const node of addedNodes) this.nodes.add(node);
      return;
    }
    if (!isOfChildren || (target.parentNode && !isBlock(target))) {
      this.#addText(inBlock(target));
      return;
    }
    for (const node of addedNodes) if (node.parentNode === target) this.#addText(node);
    if (removedNodes.length > 0) this.#addEdges(target, previousSibling, nextSibling);
  }

  #isSkipped(node: Node): boolean {
    let isSkipped = this.#skipped.get(node);
    if (isSkipped === undefined) {
      const { parentNode } = node;
      isSkipped =
        (isElement(node) && roleOf(node) === 'skipped') ||
        (parentNode !== null && this.#isSkipped(parentNode));
      this.#skipped.set(node, isSkipped);
    }
    return isSkipped;
  }

  /** Adds a node and, where it is no block, what may now be one text with it: its line up to the next text behind it. */
  #addText(node: Node): void {
    if (isBlock(node)) {
      this.nodes.add(node);
      return;
    }
    for (let at: Node | null = node; at && !isBlock(at) && !this.#followed.has(at); at = at.nextSibling) {
      this.nodes.add(at);
      if (at !== node && isText(at) && at.data !== '') return;
      this.#followed.add(at);
    }
  }

  /**
   * Adds what stands where children of `target` were taken out: of blocks beside it no more than their edges. When none
   * was left, all that is in it now came later.
   */
  #addEdges(target: Node, before: Node | null, behind: Node | null): void {
    if (!before && !behind) this.nodes.add(target);
    const sides = [
      { node: before, leaf: 'lastChild' },
      { node: behind, leaf: 'firstChild' },
    ] as const;
    for (const { node, leaf } of sides)
      if (node?.parentNode === target) this.#addText(isBlock(node) ? outermostLeaf(node, leaf) : node);
  }
}

/**
 * The nodes of a page that changes of it have touched: all text that is another now lies in one of them, or goes on from
 * one. Of a block only what has changed in it, however much it holds: a page adds a banner to its body.
 */
export function changedNodes(records: readonly MutationRecord[]): ReadonlySet<Node> {
  const touched = new Touched();
  for (const record of records) touched.add(record);
  return touched.nodes;
}
