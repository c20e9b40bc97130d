import { Converter } from 'opencc-js';
import type { MatchTerm } from '../src/matching/match-term.ts';
import { foldToKey } from '../src/text/fold.ts';

let toMainland: ((text: string) => string) | undefined;

/** How Mainland texts word a Taiwanese term (資訊安全: 信息安全), or null when they word it the same. Not for display. */
export function mainlandWording(text: string): string | null {
  toMainland ??= Converter({ from: 'twp', to: 'cn' });
  const wording = toMainland(text);
  return foldToKey(wording) === foldToKey(text) ? null : wording;
}

/**
 * Further terms for texts in Mainland wording, marked as generated; made when packs are compiled. A wording that some
 * term has already, or of fewer than three characters (which is too short to be sure), is left out.
 */
export function wordingVariants(terms: readonly MatchTerm[]): MatchTerm[] {
  const known = new Set(terms.map((term) => foldToKey(term.text)));
  const variants: MatchTerm[] = [];
  for (const term of terms) {
    if (term.lang !== 'zh-Hant') continue;
    const text = mainlandWording(term.text);
    if (text === null || text.length < 3 || known.has(foldToKey(text))) continue;
    variants.push({ ...term, text, lang: 'zh-Hans', rank: term.rank, generated: true });
  }
  return variants;
}
