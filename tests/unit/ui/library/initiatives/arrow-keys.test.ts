import { describe, expect, it } from 'vitest';
import { nearestSpot } from '../../../../../src/ui/library/initiatives/arrow-keys.ts';

const spots = [
  { id: 'here', x: 0, y: 0 },
  { id: 'right', x: 10, y: 0 },
  { id: 'far right', x: 30, y: 0 },
  { id: 'below', x: 0, y: 10 },
  { id: 'askew', x: 6, y: 5 },
  { id: 'left', x: -10, y: 1 },
];

describe('nearestSpot', () => {
  it.each([
    ['ArrowRight', 'right'],
    ['ArrowDown', 'below'],
    ['ArrowLeft', 'left'],
    ['ArrowUp', undefined],
    ['Enter', undefined],
  ])('%s goes to %s', (key, expected) => {
    expect(nearestSpot({ x: 0, y: 0 }, spots, key)?.id).toBe(expected);
  });
});
