import type { TermLanguage } from '../glossary/language.ts';

/** The side that a wording of the page is on: its equivalent is on the other. */
export function languageOf(lang: TermLanguage): 'zh' | 'en' {
  return lang === 'en' ? 'en' : 'zh';
}
