import { describe, expect, it } from 'vitest';
import { SpeedGate } from '../../../src/reader/speed-gate.ts';

const moved = (...moves: [x: number, time: number][]) => {
  const gate = new SpeedGate();
  for (const [x, time] of moves) gate.move({ x, y: 0 }, time);
  return gate;
};

describe('the speed of a pointer', () => {
  it.each([
    { name: 'nothing moved', moves: [], isFast: false },
    { name: 'one event tells no speed', moves: [[500, 0]], isFast: false },
    {
      name: 'slow',
      moves: [
        [0, 0],
        [3, 10],
        [6, 20],
      ],
      isFast: false,
    },
    {
      name: 'just fast',
      moves: [
        [0, 0],
        [5, 10],
        [10, 20],
      ],
      isFast: true,
    },
    {
      name: 'two moves count, not the one before',
      moves: [
        [0, 0],
        [400, 10],
        [401, 30],
        [402, 50],
      ],
      isFast: false,
    },
    {
      name: 'there and back is a way too',
      moves: [
        [0, 0],
        [40, 10],
        [0, 20],
      ],
      isFast: true,
    },
    {
      name: 'several at once',
      moves: [
        [0, 5],
        [9, 5],
      ],
      isFast: true,
    },
  ] as { name: string; moves: [number, number][]; isFast: boolean }[])('$name', ({ moves, isFast }) => {
    expect(moved(...moves).isFast).toBe(isFast);
  });

  it('is none at rest', () => {
    const gate = moved([0, 0], [100, 10], [200, 20]);
    gate.rest();
    expect(gate.isFast).toBe(false);
  });
});
