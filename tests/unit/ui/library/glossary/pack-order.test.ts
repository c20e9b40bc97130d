import { describe, expect, it } from 'vitest';
import { movedTo } from '../../../../../src/ui/library/glossary/pack-order.ts';

describe('moving a pack', () => {
  it.each([
    ['a', 1, ['b', 'a', 'c']],
    ['a', 2, ['b', 'c', 'a']],
    ['c', 0, ['c', 'a', 'b']],
    ['b', 1, ['a', 'b', 'c']],
    ['b', 9, ['a', 'c', 'b']],
    ['b', -1, ['b', 'a', 'c']],
    ['x', 0, ['a', 'b', 'c']],
  ])('%s to place %i', (id, place, order) => {
    expect(movedTo(['a', 'b', 'c'], id, place)).toEqual(order);
  });
});
