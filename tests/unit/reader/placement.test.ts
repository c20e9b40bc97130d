import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUTTER, isInCorridor, keepInside, nearestBox, placeCard } from '../../../src/reader/placement.ts';

const viewport = { width: 1000, height: 800 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('placeCard', () => {
  it.each([
    ['below where there is room', box(100, 100, 60, 20), { width: 380, height: 300 }, 'below', 100, 128],
    ['above near the lower edge', box(100, 700, 60, 20), { width: 380, height: 300 }, 'above', 100, 392],
    ['inside the right edge', box(950, 100, 40, 20), { width: 380, height: 300 }, 'below', 612, 128],
    ['inside the left edge', box(-30, 100, 60, 20), { width: 380, height: 300 }, 'below', 8, 128],
  ] as const)('%s', (_, term, card, side, left, top) => {
    expect(placeCard(term, card, viewport)).toMatchObject({ side, left, top });
  });

  it('never covers the term and never leaves the viewport', () => {
    const coordinate = fc.integer({ min: 0, max: 780 });
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 100, max: 384 }),
        fc.integer({ min: 50, max: 2000 }),
        (left, top, width, cardWidth, cardHeight) => {
          const term = box(left, top, width, 20);
          const placed = placeCard(term, { width: cardWidth, height: cardHeight }, viewport);
          const height = Math.min(cardHeight, placed.maxHeight);
          const bottom = placed.top + height;
          expect(placed.side === 'below' ? placed.top >= term.bottom : bottom <= term.top).toBe(true);
          expect(placed.left).toBeGreaterThanOrEqual(GUTTER);
          expect(placed.left + cardWidth).toBeLessThanOrEqual(viewport.width);
          expect(bottom).toBeLessThanOrEqual(viewport.height);
          expect(placed.top).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('nearestBox', () => {
  const boxes = [box(900, 100, 80, 20), box(20, 124, 60, 20)];
  it.each([
    ['the first line', { x: 920, y: 110 }, 0],
    ['the second line', { x: 30, y: 130 }, 1],
    ['no pointer', undefined, 0],
  ] as const)('takes %s of a term broken over two lines', (_, point, index) => {
    expect(nearestBox(boxes, point)).toBe(boxes[index]);
  });
});

describe('isInCorridor', () => {
  const term = box(100, 100, 60, 20);
  const below = box(100, 140, 380, 300);
  it.each([
    ['straight down', { x: 130, y: 130 }, below, true],
    ['slanting to the middle of the card', { x: 220, y: 134 }, below, true],
    ['far to the side', { x: 600, y: 130 }, below, false],
    ['on the other side of the term', { x: 130, y: 80 }, below, false],
    ['straight up to a card above', { x: 130, y: 92 }, box(100, 20, 380, 64), true],
  ])('%s', (_, point, card, expected) => {
    expect(isInCorridor(point, term, card)).toBe(expected);
  });
});

describe('keepInside', () => {
  it.each([
    [
      { x: 100, y: 100 },
      { x: 100, y: 100 },
    ],
    [
      { x: -50, y: 900 },
      { x: 8, y: 492 },
    ],
    [
      { x: 900, y: -5 },
      { x: 612, y: 8 },
    ],
  ])('%o → %o', (wanted, kept) => {
    expect(keepInside(wanted, { width: 380, height: 300 }, viewport)).toEqual(kept);
  });

  it('shows the upper left of a card that is larger than the window', () => {
    expect(keepInside({ x: 50, y: 50 }, { width: 2000, height: 2000 }, viewport)).toEqual({
      x: GUTTER,
      y: GUTTER,
    });
  });
});
