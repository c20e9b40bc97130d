import { termsIn } from '../glossary/preferred-term.ts';
import type { TermStatus } from '../glossary/status.ts';
import type { Graph } from './graph.ts';

/** How well the other language is covered on a page: concepts by the best status of their equivalent. */
export type EquivalentCoverage = Readonly<Record<TermStatus | 'none', number>>;

/** Counts concepts by the best status that a wording of theirs in `language` has. */
export function equivalentCoverage(
  graph: Graph,
  concepts: Iterable<string>,
  language: 'zh-Hant' | 'en',
): EquivalentCoverage {
  const coverage = { official: 0, accepted: 0, proposed: 0, superseded: 0, discouraged: 0, none: 0 };
  for (const id of concepts) {
    const concept = graph.concept(id);
    const best = concept && termsIn(concept, language)[0];
    coverage[best?.status ?? 'none']++;
  }
  return coverage;
}
