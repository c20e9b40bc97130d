/** Where a card goes. Pure: everything in CSS px relative to the viewport, measured by the caller. */

/** The edges of a rectangle. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A place in the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How large something is. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a card goes: its left upper corner. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  /** Which side of the term the card is on. */
  readonly side: 'below' | 'above';
  /** Height the card may have; beyond it the card scrolls inside. */
  readonly maxHeight: number;
}

/** Between term and card: small enough to cross, large enough not to cover descenders. */
export const GAP = 8;
/** Between card and edge of the viewport. */
export const GUTTER = 8;

/** The line box of a term nearest to the pointer: a term broken over two lines has two. */
export function nearestBox(boxes: readonly Box[], point: Point | undefined): Box | undefined {
  if (!point) return boxes[0];
  const distance = (box: Box) =>
    Math.max(box.top - point.y, point.y - box.bottom, 0) +
    Math.max(box.left - point.x, point.x - box.right, 0);
  return boxes.reduce<Box | undefined>(
    (best, box) => (best && distance(best) <= distance(box) ? best : box),
    undefined,
  );
}

/**
 * Places a card of `card` size at the term's line box: below it, or above where there is more room; never over the
 * term; inside the viewport by the gutter.
 */
export function placeCard(term: Box, card: Size, viewport: Size): Placement {
  const below = viewport.height - GUTTER - (term.bottom + GAP);
  const above = term.top - GAP - GUTTER;
  const side = card.height <= below || below >= above ? 'below' : 'above';
  const maxHeight = Math.max(0, side === 'below' ? below : above);
  const height = Math.min(card.height, maxHeight);
  const top = side === 'below' ? term.bottom + GAP : term.top - GAP - height;
  const rightmost = viewport.width - GUTTER - card.width;
  const left = Math.max(GUTTER, Math.min(term.left, rightmost));
  return { left, top, side, maxHeight };
}

/** The upper left corner nearest to `wanted` at which a card of this size is inside the viewport by the gutter. */
export function keepInside(wanted: Point, card: Size, viewport: Size): Point {
  const within = (value: number, extent: number, room: number) =>
    Math.max(GUTTER, Math.min(value, room - GUTTER - extent));
  return {
    x: within(wanted.x, card.width, viewport.width),
    y: within(wanted.y, card.height, viewport.height),
  };
}

/**
 * Whether a point is on the way from the term to the card: inside the trapezium between the facing edges of the two
 * boxes. Tolerates a slanting hand without any timer.
 */
export function isInCorridor(point: Point, term: Box, card: Box): boolean {
  const cardIsBelow = card.top >= term.bottom;
  const nearY = cardIsBelow ? term.bottom : term.top;
  const farY = cardIsBelow ? card.top : card.bottom;
  const span = farY - nearY;
  if (span === 0) return false;
  const progress = (point.y - nearY) / span;
  if (progress < 0 || progress > 1) return false;
  const left = term.left + (card.left - term.left) * progress;
  const right = term.right + (card.right - term.right) * progress;
  return point.x >= left && point.x <= right;
}

/** Whether a box holds a point, with `slack` px around it. */
export function holds(box: Box, point: Point, slack = 0): boolean {
  return (
    point.x >= box.left - slack &&
    point.x <= box.right + slack &&
    point.y >= box.top - slack &&
    point.y <= box.bottom + slack
  );
}
