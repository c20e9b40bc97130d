import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/initiatives/card-model.ts';
import { MOST_CARDS, manyCards } from '../../../src/initiatives/many-cards.ts';

const ids = (count: number) => Array.from({ length: count }, (_, n) => `c${n}`);

describe('cards of many concepts', () => {
  it.each([
    [0, []],
    [1, [1]],
    [MOST_CARDS, [MOST_CARDS]],
    [MOST_CARDS + 1, [MOST_CARDS, 1]],
    [3 * MOST_CARDS, [MOST_CARDS, MOST_CARDS, MOST_CARDS]],
  ])('%i are asked for in parts of %j', async (count, sizes) => {
    const parts: string[][] = [];
    const cards = await manyCards(ids(count), async (part) => {
      parts.push(part);
      return part.map((id) => ({ id }) as Card);
    });
    expect(parts.map(({ length }) => length)).toEqual(sizes);
    expect(cards.map(({ id }) => id)).toEqual(ids(count));
  });

  it('asks for none twice', async () => {
    const cards = await manyCards(['a', 'b', 'a'], async (part) => part.map((id) => ({ id }) as Card));
    expect(cards.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
