/** Blocks may lie in open shadow roots of the page; what looks at elements must step out of them. */

/** The element that stands for a block's container: the host of a shadow root whose text is directly in it. */
export function elementOf(container: Node): Element | undefined {
  if (container instanceof ShadowRoot) return container.host;
  return container instanceof Element ? container : undefined;
}

/** The open shadow root that a node lies in, if it lies in one. */
export function shadowRootOf(node: Node): ShadowRoot | undefined {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root : undefined;
}

/** Whether a node is one of several or lies below one, through shadow roots too. */
export function isWithin(node: Node, roots: ReadonlySet<Node>): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (roots.has(at)) return true;
  return false;
}

/** The host of the shadow root that a node is in, the host of the one that this is in, and so on. */
export function hostsOf(node: Node): Element[] {
  const hosts: Element[] = [];
  for (let root = shadowRootOf(node); root; root = shadowRootOf(root.host)) hosts.push(root.host);
  return hosts;
}

/** Whether a node comes before another in the order of reading: what is in a shadow root comes after what is in its host. */
export function comesBefore(node: Node, other: Node): boolean {
  const others = [other, ...hostsOf(other)];
  for (const mine of [node, ...hostsOf(node)]) {
    const its = others.find((candidate) => candidate.getRootNode() === mine.getRootNode());
    if (!its) continue;
    // One of them may be a host that the other is in.
    if (mine !== node && mine.contains(its)) return false;
    if (its !== other && its.contains(mine)) return true;
    return (mine.compareDocumentPosition(its) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
  return false;
}
