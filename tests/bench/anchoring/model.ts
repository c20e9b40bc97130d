/** A page as the bench knows it: every character carries an identity that no anchoring code can see. */

/** Characters that an advertisement, a menu, a notice brought along. */
export const FOREIGN = -1;

export interface Leaf {
  readonly kind: 'text';
  text: string;
  /** One identity for each UTF-16 unit of the text. */
  ids: number[];
}

export interface Box {
  readonly kind: 'box';
  tag: string;
  kids: Piece[];
  /** Marks boxes that the changes must tell apart. */
  role?: 'main' | 'chrome' | 'own' | 'shadow';
}

export type Piece = Leaf | Box;

let nextId = 1;

/** Identities for fresh text. */
export function freshIds(length: number): number[] {
  return Array.from({ length }, () => nextId++);
}

export function leaf(text: string, ids: number[] = freshIds(text.length)): Leaf {
  return { kind: 'text', text, ids };
}

export function foreign(text: string): Leaf {
  return leaf(text, new Array<number>(text.length).fill(FOREIGN));
}

export function box(tag: string, ...kids: Piece[]): Box {
  return { kind: 'box', tag, kids };
}

export function clone<T extends Piece>(piece: T): T {
  return structuredClone(piece);
}

/** Gives every character of a copy an identity of its own. */
export function renew(piece: Piece): void {
  for (const text of leavesOf(piece)) text.ids = freshIds(text.text.length);
}

export function leavesOf(piece: Piece): Leaf[] {
  if (piece.kind === 'text') return [piece];
  return piece.kids.flatMap(leavesOf);
}

export function textOf(piece: Piece): string {
  return leavesOf(piece)
    .map((text) => text.text)
    .join('');
}

const LEAF_BLOCKS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'li',
  'td',
  'th',
  'dt',
  'dd',
  'blockquote',
  'figcaption',
]);

export function isLeafBlock(piece: Piece): piece is Box {
  return piece.kind === 'box' && LEAF_BLOCKS.has(piece.tag);
}

/** Visits all boxes with their parents, parents first. */
export function eachBox(
  piece: Piece,
  visit: (found: Box, parent: Box | null) => void,
  parent: Box | null = null,
): void {
  if (piece.kind === 'text') return;
  visit(piece, parent);
  for (const kid of [...piece.kids]) eachBox(kid, visit, piece);
}

/** The blocks that hold text directly, in page order; a list item with a list inside counts with its own text. */
export function leafBlocks(piece: Piece): Box[] {
  const found: Box[] = [];
  eachBox(piece, (candidate) => {
    if (isLeafBlock(candidate)) found.push(candidate);
  });
  return found;
}

const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u;

/** Whether a character counts for a verdict. */
export function isVisible(character: string): boolean {
  return VISIBLE.test(character);
}
