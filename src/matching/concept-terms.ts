import type { Concept } from '../glossary/concept.ts';
import { STATUS_RANK } from '../glossary/status.ts';
import type { MatchTerm } from './match-term.ts';

const FORM_RANK = { full: 0, short: 1, abbreviation: 2, variant: 3 } as const;

/** Distance between the ranks of two packs: more than any status and form add up to. */
const PACK_STEP = 100;

/**
 * The terms of concepts for the recogniser, in order of concepts and terms. `priority`: place of their pack among all
 * packs, 0 first; within a pack the better status ranks first, then the fuller form.
 */
export function conceptTerms(concepts: readonly Concept[], priority = 0): MatchTerm[] {
  return concepts.flatMap((concept) =>
    concept.terms.map(
      (term): MatchTerm => ({
        text: term.text,
        lang: term.lang,
        form: term.form,
        concept: concept.id,
        jurisdiction: concept.jurisdiction,
        rank: priority * PACK_STEP + STATUS_RANK[term.status] * 10 + FORM_RANK[term.form],
        ...(term.match ? { advice: term.match } : {}),
      }),
    ),
  );
}
