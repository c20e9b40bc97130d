import { type Block, blockFrom, standIn } from './blocks.ts';
import { isElement, isInSkippedPart, roleOf } from './readable.ts';

/** What ends directly before a node within its block, inline elements entered; `undefined` where the block begins. */
function before(node: Node): Node | undefined {
  let at = node;
  while (!at.previousSibling) {
    const parent = at.parentNode;
    if (!parent || !isElement(parent) || roleOf(parent) !== 'inline') return undefined;
    at = parent;
  }
  at = at.previousSibling;
  while (isElement(at)) {
    const role = roleOf(at);
    if (standIn(at, role) !== undefined) return at;
    if (role !== 'inline') return undefined;
    if (!at.lastChild) return at;
    at = at.lastChild;
  }
  return at;
}

/** The text node that the block of a text node begins with, as reading has it. */
export function firstOfBlock(node: Text): Text {
  let first = node;
  for (let at: Node | undefined = node; at; at = before(at))
    if (at instanceof Text && at.length > 0) first = at;
  return first;
}

/** The block that a text node is read in, from its first text on; `undefined` when it is not read. */
export function blockAround(node: Node): Block | undefined {
  return node instanceof Text && !isInSkippedPart(node) ? blockFrom(firstOfBlock(node)) : undefined;
}
