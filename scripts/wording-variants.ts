import { Converter } from 'opencc-js';
import type { MatchTerm } from '../src/matching/match-term.ts';
import { foldToKey } from '../src/text/fold.ts';

let toMainland: ((text: string) => string) | undefined;
let toSimplified: ((text: string) => string) | undefined;

/** The wording, or null when it is the same to the recogniser as the text. */
function unlessSame(wording: string, text: string): string | null {
  return foldToKey(wording) === foldToKey(text) ? null : wording;
}

/** How Mainland texts word a Taiwanese term (資訊安全: 信息安全), or null when they word it the same. Not for display. */
export function mainlandWording(text: string): string | null {
  toMainland ??= Converter({ from: 'twp', to: 'cn' });
  return unlessSame(toMainland(text), text);
}

/**
 * How a Taiwanese term is spelled in Simplified characters where that is more than a change of characters (計畫: 计划), or
 * null. Names are often spelled so without being put into Mainland wording (智慧城鄉計畫: 智慧城乡计划). Not for display.
 */
export function simplifiedSpelling(text: string): string | null {
  toSimplified ??= Converter({ from: 'tw', to: 'cn' });
  return unlessSame(toSimplified(text), text);
}

/**
 * Further terms for texts in Mainland wording or spelling, marked as generated; made when packs are compiled. A wording that some
 * term has already, or of fewer than three characters (which is too short to be sure), is left out.
 */
export function wordingVariants(terms: readonly MatchTerm[]): MatchTerm[] {
  const known = new Set(terms.map((term) => foldToKey(term.text)));
  const variants: MatchTerm[] = [];
  for (const term of terms) {
    if (term.lang !== 'zh-Hant') continue;
    const texts = new Set([mainlandWording(term.text), simplifiedSpelling(term.text)]);
    for (const text of texts) {
      if (text === null || text.length < 3 || known.has(foldToKey(text))) continue;
      variants.push({ ...term, text, lang: 'zh-Hans', rank: term.rank, generated: true });
    }
  }
  return variants;
}
