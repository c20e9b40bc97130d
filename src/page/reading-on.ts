import { type Block, type OnShadowRoot, readOn } from './blocks.ts';

/**
 * The blocks from the one on that begins with a text node, as they stand now, to the end of the page: in the order of
 * `readBlocks`, out of open shadow roots too.
 */
export function* blocksFrom(first: Text, onShadowRoot?: OnShadowRoot): Generator<Block> {
  let from: Node | null = first;
  let parent: Node | null = first.parentNode;
  while (parent) {
    yield* readOn(parent, from, onShadowRoot);
    const top: Node = parent.getRootNode();
    if (!(top instanceof ShadowRoot)) return;
    from = top.host.nextSibling;
    parent = top.host.parentNode;
  }
}
