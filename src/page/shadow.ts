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

/** Whether `root` contains `node`, through shadow roots too. */
export function containsDeep(root: Node, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = shadowRootOf(at)?.host) {
    if (root.contains(at)) return true;
  }
  return false;
}
