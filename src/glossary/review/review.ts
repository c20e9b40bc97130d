import { reviewCitations } from './citations.ts';
import { reviewDefinitions } from './definitions.ts';
import { reviewDuplicates } from './duplicates.ts';
import { type Authored, type Finding, RULES } from './finding.ts';
import { reviewCycles, reviewDates, reviewOrder, reviewReferences, reviewRelations } from './structure.ts';
import { reviewDomains, reviewTerms } from './terms.ts';

const REVIEWS = [
  reviewReferences,
  reviewCycles,
  reviewOrder,
  reviewDates,
  reviewCitations,
  reviewTerms,
  reviewDefinitions,
  reviewDuplicates,
  reviewRelations,
  reviewDomains,
];

/** Everything an editor should mend or look at: errors first, then by rule. The records are valid by schema already. */
export function reviewGlossary(authored: Authored): Finding[] {
  const rank = ({ severity, rule }: Finding) => (severity === 'error' ? 0 : 100) + RULES.indexOf(rule);
  return REVIEWS.flatMap((review) => review(authored)).sort((a, b) => rank(a) - rank(b));
}
