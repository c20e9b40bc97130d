import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, endOf, packHits, startOf, termOf } from '../../../src/reader/packed-hits.ts';

describe('packHits', () => {
  it('gives back what was put in', () => {
    const below = (most: number) =>
      fc.oneof(fc.constantFrom(0, most - 1), fc.integer({ min: 0, max: most - 1 }));
    const hit = fc.record({ start: below(2 ** 23), length: below(2 ** 16), term: below(2 ** 24) });
    fc.assert(
      fc.property(fc.array(hit, { maxLength: 20 }), (hits) => {
        const packed = packHits(hits.flatMap(({ start, length, term }) => [start, start + length, term]));
        const back = Array.from({ length: countOf(packed) }, (_, index) => ({
          start: startOf(packed, index),
          length: endOf(packed, index) - startOf(packed, index),
          term: termOf(packed, index),
        }));
        expect(back).toEqual(hits);
      }),
    );
  });
});
