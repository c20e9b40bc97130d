import type { TermStatus } from '../glossary/status.ts';

/** How much of the terminology of a page the glossaries know, counted by occurrences. */
export interface OccurrenceCoverage {
  /** Places of terms that the glossaries know. */
  readonly known: number;
  /** Of these, places whose best equivalent is official. */
  readonly official: number;
  /** Places of unknown wordings that may be terms. */
  readonly unknown: number;
}

/** Counts the occurrences of a page: its known concepts with the best status of their equivalents, and its candidates. */
export function occurrenceCoverage(
  concepts: Iterable<{ readonly count: number; readonly best: TermStatus | undefined }>,
  candidates: Iterable<{ readonly count: number }>,
): OccurrenceCoverage {
  let known = 0;
  let official = 0;
  for (const { count, best } of concepts) {
    known += count;
    if (best === 'official') official += count;
  }
  let unknown = 0;
  for (const { count } of candidates) unknown += count;
  return { known, official, unknown };
}
