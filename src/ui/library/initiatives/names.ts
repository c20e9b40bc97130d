import type { Concept } from '../../../glossary/concept.ts';
import { preferredTerm } from '../../../glossary/preferred-term.ts';
import type { InterfaceLanguage } from '../../shared/texts.ts';

/** The languages of terms, that of the interface first. */
export function languageOrder(language: InterfaceLanguage): readonly ['en' | 'zh-Hant', 'en' | 'zh-Hant'] {
  return language === 'en' ? ['en', 'zh-Hant'] : ['zh-Hant', 'en'];
}

/** Names of a concept, that in the language of the interface first. */
export function namesOf(concept: Concept, language: InterfaceLanguage): readonly [string, string] {
  const [first, second] = languageOrder(language);
  return [preferredTerm(concept, first).text, preferredTerm(concept, second).text];
}

/**
 * The accessible name of a link in a picture: what is drawn, so that it can be called by what is seen, and the whole
 * names when those were cut; `more` comes behind.
 */
export function spokenName(drawn: readonly string[], whole: readonly string[], more = ''): string {
  const seen = drawn.join(' ');
  const isCut = seen.includes('…');
  return [seen, ...(isCut ? whole : []), more].filter(Boolean).join(', ');
}
