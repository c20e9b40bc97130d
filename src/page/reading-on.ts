import { hasMoved, type OnShadowRoot, placeOf, type Reading, readOn } from './blocks.ts';
import { hostsOf } from './shadow.ts';

/**
 * The blocks from the one on that begins with a text node, as they stand now, to the end of the page: in the order of
 * `readBlocks`, out of open shadow roots too.
 */
export function* blocksFrom(first: Text, onShadowRoot?: OnShadowRoot): Reading {
  if (!first.parentNode) return true;
  const hosts = hostsOf(first).map(placeOf);
  if (yield* readOn(first.parentNode, first, onShadowRoot)) return true;
  for (const place of hosts) {
    const { parentNode, nextSibling } = place.element as Element;
    if (hasMoved(place) || !parentNode) return true;
    if (yield* readOn(parentNode, nextSibling, onShadowRoot)) return true;
  }
  return false;
}
