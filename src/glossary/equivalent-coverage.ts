import type { TermStatus } from './status.ts';

/** How well the other language is covered on a page: concepts by the best status of their equivalent. */
export type EquivalentCoverage = Readonly<Record<TermStatus | 'none', number>>;

/** Counts concepts by the best status of their wordings in the other language; `undefined` where there is none. */
export function equivalentCoverage(best: Iterable<TermStatus | undefined>): EquivalentCoverage {
  const coverage = { official: 0, accepted: 0, proposed: 0, superseded: 0, discouraged: 0, none: 0 };
  for (const status of best) coverage[status ?? 'none']++;
  return coverage;
}
