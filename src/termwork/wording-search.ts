import { stemmer } from 'stemmer';
import { foldToKey } from '../text/fold.ts';

/** A text made ready for looking wordings up in it. */
export interface SearchableText {
  /** Whether a wording stands in it: folded, English ones word for word in any inflection. */
  has(wording: string): boolean;
}

const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}+&$]+$/u.test(text);

/** British and American spellings are one word: the stem alone would keep them apart. */
function oneSpelling(word: string): string {
  return word
    .replace(/is(?=(?:e[sd]?|ing|ations?)$)/, 'iz')
    .replace(/ogramme/, 'ogram')
    .replace(/our(?=[a-z]*$)/, 'or')
    .replace(/ntre(?=s?$)/, 'nter')
    .replace(/nce(?=s?$)/, 'nse');
}

/** Words that may come and go without changing the name. */
const ARTICLES = new Set(['the', 'a', 'an']);

function stemsOf(text: string): string[] {
  const words = foldToKey(text.replace(/[’']s\b/g, '')).match(/[\p{Script=Latin}\p{N}+&]+/gu) ?? [];
  return words.filter((word) => !ARTICLES.has(word)).map((word) => stemmer(oneSpelling(word)));
}

/**
 * Makes a text searchable. Chinese wordings are compared as the recogniser folds them; English ones by the stems of
 * their words (Porter), so that 'digital transformations' holds 'digital transformation'.
 */
export function searchable(text: string): SearchableText {
  let key: string | undefined;
  let stems: string | undefined;
  return {
    has(wording) {
      if (isLatin(wording)) {
        stems ??= ` ${stemsOf(text).join(' ')} `;
        const wanted = stemsOf(wording).join(' ');
        return wanted !== '' && stems.includes(` ${wanted} `);
      }
      key ??= foldToKey(text);
      const wanted = foldToKey(wording);
      return wanted !== '' && key.includes(wanted);
    },
  };
}
