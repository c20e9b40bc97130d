import { compileTerms } from '../../src/matching/compile.ts';
import { openImage, type TermIndex } from '../../src/matching/image.ts';
import type { MatchTerm } from '../../src/matching/match-term.ts';
import { type RecogniseOptions, recognise } from '../../src/matching/recognise.ts';

/** A term for tests: Chinese unless it begins with a Latin letter; a concept of its own. */
export function term(text: string, more: Partial<MatchTerm> = {}): MatchTerm {
  const lang = /^[a-z]/i.test(text) ? 'en' : 'zh-Hant';
  return { text, lang, form: 'full', concept: `test.${text}`, jurisdiction: 'INT', rank: 0, ...more };
}

/** Advice with the given parts, the rest empty. */
export function advice(more: Partial<NonNullable<MatchTerm['advice']>>): NonNullable<MatchTerm['advice']> {
  return { mark: 'always', near: [], notAfter: [], notBefore: [], ...more };
}

/** An index of terms, given as texts or whole. */
export function indexOf(terms: readonly (string | MatchTerm)[]): { index: TermIndex; terms: MatchTerm[] } {
  const whole = terms.map((item) => (typeof item === 'string' ? term(item) : item));
  return { index: openImage(compileTerms(whole)), terms: whole };
}

/** Surfaces that are recognised in a text. */
export function surfaces(
  terms: readonly (string | MatchTerm)[],
  text: string,
  options?: RecogniseOptions,
): string[] {
  const hits = recognise(indexOf(terms).index, text, options);
  return Array.from({ length: hits.length / 3 }, (_, at) => text.slice(hits[at * 3], hits[at * 3 + 1]));
}
