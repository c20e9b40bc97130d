import { describe, expect, it } from 'vitest';
import { equivalentCoverage } from '../../../src/glossary/equivalent-coverage.ts';

describe('the coverage of a page', () => {
  it('counts concepts by the best status of their equivalent', () => {
    expect(equivalentCoverage(['official', 'proposed', undefined, 'official'])).toEqual({
      official: 2,
      accepted: 0,
      proposed: 1,
      superseded: 0,
      discouraged: 0,
      none: 1,
    });
  });
});
