import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitIndexAt } from '../../../src/reader/hit-test.ts';

describe('hitIndexAt', () => {
  it('finds the hit whose span holds the offset, as a search from the front does', () => {
    const spans = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 })), { maxLength: 30 })
      .map((steps) => {
        const triples: number[] = [];
        let at = 0;
        for (const [gap, length] of steps) {
          triples.push(at + gap, at + gap + length, 0);
          at += gap + length;
        }
        return triples;
      });
    fc.assert(
      fc.property(spans, fc.integer({ min: -1, max: 300 }), (hits, offset) => {
        let expected = -1;
        for (let index = 0; index * 3 < hits.length; index++) {
          if (hits[index * 3]! <= offset && offset <= hits[index * 3 + 1]!) expected = index;
        }
        expect(hitIndexAt(hits, offset)).toBe(expected);
      }),
    );
  });
});
