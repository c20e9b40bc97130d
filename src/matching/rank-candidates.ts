import type { TermIndex } from './image.ts';
import { homonymsOfAny, homonymText, jurisdictionOf } from './image-rules.ts';
import { adjacentCue, type Cue, cuesIn } from './jurisdiction-cues.ts';

/** Why a candidate stands where it does: what spoke for it most. */
export type RankReason =
  /** Its country is named directly beside the term. */
  | 'named-beside'
  /** Its country is the one named nearest in the same block. */
  | 'named-near'
  /** The page belongs to its country. */
  | 'page'
  /** It is written exactly so. */
  | 'exact-form'
  /** Only its rank. */
  | 'rank';

/** A candidate in its place. */
export interface RankedCandidate {
  term: number;
  reason: RankReason;
}

/** Numbers of all terms with the same key as a term (homonyms, and itself), the preferred first. */
export function candidates(index: TermIndex, term: number): Int32Array {
  return Int32Array.from(homonymsOfAny(index, term));
}

/** Block of a text (between U+2029) around an offset. */
export function blockAround(text: string, offset: number): { start: number; end: number } {
  const end = text.indexOf('\u2029', offset);
  return { start: text.lastIndexOf('\u2029', offset - 1) + 1, end: end < 0 ? text.length : end };
}

/** How far from a term, in UTF-16 units, a country's name still says whose it is. */
const NEAR = 400;

/** A country named after a term counts only within the sentence; one named before it sets the scene. */
const SENTENCE_END = /[。；！？;!?]|\.\s/;

/**
 * Of countries named in a text (in order), the one named nearest to `[start, end)` in its block, at most 400 units away,
 * or null. Pure.
 */
export function nearestOf(cues: readonly Cue[], text: string, start: number, end: number): Cue | null {
  const block = blockAround(text, start);
  const from = Math.max(block.start, start - NEAR);
  const to = Math.min(block.end, end + NEAR);
  let best: Cue | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let at = firstFrom(cues, from); at < cues.length; at++) {
    const cue = cues[at]!;
    if (cue.end > to) break;
    if (cue.start >= end && SENTENCE_END.test(text.slice(end, cue.start))) break;
    const distance = cue.end <= start ? start - cue.end : cue.start >= end ? (cue.start - end) * 2 : 0;
    if (distance >= bestDistance) continue;
    best = cue;
    bestDistance = distance;
  }
  return best;
}

/** Place of the first cue that begins at an offset or later. */
function firstFrom(cues: readonly Cue[], offset: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearestCue(text: string, start: number, end: number): Cue | null {
  const shift = Math.max(0, start - NEAR);
  const cues = cuesIn(text.slice(shift, end + NEAR)).map((cue) => ({
    ...cue,
    start: cue.start + shift,
    end: cue.end + shift,
  }));
  return nearestOf(cues, text, start, end);
}

const WEIGHT: Readonly<Record<RankReason, number>> = {
  'named-beside': 8,
  'named-near': 4,
  page: 2,
  'exact-form': 1,
  rank: 0,
};

/** The homonym that is written exactly as the text has it, else the first: enough where no jurisdictions differ. */
export function exactlyWritten(index: TermIndex, terms: readonly number[], surface: string): number {
  return terms.find((term) => homonymText(index, term) === surface) ?? terms[0] ?? -1;
}

/**
 * Orders homonyms by what the text around `[start, end)` says: the country named beside it, then the one named
 * nearest in its block, then the country of the page, then the exact written form; equals keep their order. Pure.
 */
export function rankCandidates(
  index: TermIndex,
  terms: ArrayLike<number>,
  text: string,
  start: number,
  end: number,
  pageJurisdiction?: string,
): RankedCandidate[] {
  const owners = new Set(Array.from(terms, (term) => jurisdictionOf(index, term)));
  const beside = owners.size > 1 ? adjacentCue(text, start, end)?.jurisdiction : undefined;
  const near = owners.size > 1 ? (beside ?? nearestCue(text, start, end)?.jurisdiction) : undefined;
  const surface = text.slice(start, end);
  const ranked = Array.from(terms, (term) => {
    const own = jurisdictionOf(index, term);
    const reasons: RankReason[] = [];
    if (own === beside) reasons.push('named-beside');
    if (own === near) reasons.push('named-near');
    if (own === pageJurisdiction) reasons.push('page');
    if (homonymText(index, term) === surface) reasons.push('exact-form');
    const weight = reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0);
    return { term, reason: reasons[0] ?? 'rank', weight };
  });
  ranked.sort((a, b) => b.weight - a.weight);
  return ranked.map(({ term, reason }) => ({ term, reason }));
}
