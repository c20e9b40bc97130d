import { describe, expect, it } from 'vitest';
import { occurrenceCoverage } from '../../../src/termwork/occurrence-coverage.ts';

describe('coverage by occurrences', () => {
  it('counts places, not concepts', () => {
    const concepts = [
      { count: 5, best: 'official' as const },
      { count: 2, best: 'proposed' as const },
      { count: 1, best: undefined },
    ];
    expect(occurrenceCoverage(concepts, [{ count: 4 }, { count: 1 }])).toEqual({
      known: 8,
      official: 5,
      unknown: 5,
    });
  });

  it('is nothing for an empty page', () => {
    expect(occurrenceCoverage([], [])).toEqual({ known: 0, official: 0, unknown: 0 });
  });
});
