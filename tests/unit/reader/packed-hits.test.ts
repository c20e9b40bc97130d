import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packHits, unpackHits } from '../../../src/reader/packed-hits.ts';

describe('packHits', () => {
  const below = (most: number) =>
    fc.oneof(fc.constantFrom(0, 127, 128, most - 1), fc.integer({ min: 0, max: most - 1 }));
  const hits = fc
    .array(fc.record({ gap: below(2 ** 20), length: below(2 ** 16), term: below(2 ** 24) }), {
      maxLength: 20,
    })
    .map((all) => {
      let at = 0;
      return all.flatMap(({ gap, length, term }) => {
        const start = at + gap;
        at = start + length;
        return [start, at, term];
      });
    });

  it('gives back what was put in, of units that take a byte each', () => {
    fc.assert(
      fc.property(hits, (triples) => {
        const packed = packHits(triples);
        expect(packed).toMatch(/^[\0-\u00ff]*$/);
        expect(unpackHits(packed)).toEqual(triples);
      }),
    );
  });

  it('packs a hit of running text into four units', () => {
    expect(packHits([10, 14, 1_900, 20, 26, 300])).toHaveLength(8);
  });
});
