import type { Concept } from './concept.ts';
import type { TermLanguage } from './language.ts';
import { STATUS_RANK } from './status.ts';
import { FORM_RANK, type Term } from './term.ts';

/** Order of offering: better status first, then fuller form, then the author's order (stable sort). */
function compareTerms(a: Term, b: Term): number {
  return STATUS_RANK[a.status] - STATUS_RANK[b.status] || FORM_RANK[a.form] - FORM_RANK[b.form];
}

/** Terms of a concept in one language, best first. */
export function termsIn(concept: Concept, lang: TermLanguage): Term[] {
  return concept.terms.filter((term) => term.lang === lang && !term.generated).sort(compareTerms);
}

/** The term to name a concept by in a language; Traditional Chinese or English stands in when there is none. */
export function preferredTerm(concept: Concept, lang: TermLanguage): Term {
  const found =
    termsIn(concept, lang)[0] ?? termsIn(concept, lang === 'en' ? 'zh-Hant' : 'en')[0] ?? concept.terms[0];
  if (!found) throw new Error(`concept ${concept.id} has no term`);
  return found;
}
