import { type BracketedPair, bracketedPairs } from './bracketed-pairs.ts';
import { frequentStrings } from './frequent-strings.ts';
import { occurrencesIn, type RecognisedBlocks } from './recognised.ts';

/** An unknown wording of a text that may be a term. */
export interface Candidate {
  /** `''` when only the other side was seen. */
  readonly zh: string;
  readonly en: string;
  /** How often it stands in the text (the Chinese side where there is one). */
  readonly count: number;
  /** Its first place, `[start, end)` in UTF-16 units of the text. */
  readonly at: readonly [number, number];
  readonly kind: 'pair' | 'chinese' | 'english';
}

/** Most candidates given. */
const MOST = 60;

const plain = (text: string): string => text.toLowerCase().replace(/[\s\-–—.]+/g, '');

function countOf(wording: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + wording.length)) count++;
  return count;
}

/** Pairs that the glossary does not have: neither side is recognised whole. */
function unknownPairs(
  pairs: readonly BracketedPair[],
  covered: (start: number, end: number) => boolean,
): BracketedPair[] {
  const seen = new Set<string>();
  return pairs.filter(({ zh, en, zhSpan, enSpan }) => {
    const key = `${zh} ${plain(en)}`;
    if (seen.has(key) || (covered(...zhSpan) && covered(...enSpan))) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Candidates for new entries in a text of which the known terms were recognised, best first: pairs in brackets, then
 * frequent Chinese strings and capitalised English ones that nothing recognised covers.
 */
export function findCandidates(recognised: RecognisedBlocks): Candidate[] {
  const { text } = recognised;
  const occurrences = occurrencesIn(recognised);
  const ends = new Set(occurrences.map(({ end }) => end));
  const spans = new Set(occurrences.map(({ start, end }) => `${start} ${end}`));
  const covered = (start: number, end: number) => spans.has(`${start} ${end}`);
  const pairs = unknownPairs(
    bracketedPairs(text, (at) => ends.has(at)),
    covered,
  ).map(({ zh, en, zhSpan }): Candidate & { score: number } => {
    const count = Math.max(1, countOf(zh, text));
    return { zh, en, count, at: zhSpan, kind: 'pair', score: 100 + count };
  });
  const paired = new Set(pairs.flatMap(({ zh, en }) => [zh, plain(en)]));
  const strings = frequentStrings(text, occurrences).filter(({ text: found }) => !paired.has(plain(found)));
  const frequent = strings.map(({ text: found, count, at, lang, score }) => ({
    zh: lang === 'zh' ? found : '',
    en: lang === 'en' ? found : '',
    count,
    at,
    kind: lang === 'zh' ? ('chinese' as const) : ('english' as const),
    score,
  }));
  return [...pairs, ...frequent]
    .toSorted((a, b) => b.score - a.score || a.at[0] - b.at[0])
    .slice(0, MOST)
    .map(({ score: _, ...candidate }) => candidate);
}
