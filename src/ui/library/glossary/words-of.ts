import type { GlossaryEntry } from '../../../glossary/entry.ts';
import { wordingOf } from '../../../glossary/entry-wording.ts';

/** An entry by its words in both languages, in one line. */
export function wordsOf(entry: Pick<GlossaryEntry, 'terms'>): string {
  return [wordingOf(entry, 'zh')?.text, wordingOf(entry, 'en')?.text].filter(Boolean).join(' · ');
}
