import type { Matching } from './align/matching.ts';
import type { Aligned } from './aligned.ts';
import { findBetween } from './bracket.ts';
import { chainOf } from './chain.ts';
import { mend, type Place } from './edges.ts';
import {
  blockShare,
  type Candidate,
  candidateAt,
  isBracketed,
  isGripped,
  isTrusted,
  isTrustedAlone,
} from './evidence.ts';
import { repeatsOf } from './repeats-of-quote.ts';
import type { Shared } from './uniqueness.ts';

/** Why a highlight was given up. */
export type LostReason =
  | 'no-quote'
  | 'deleted'
  | 'too-little'
  | 'no-evidence'
  | 'ambiguous'
  | 'page-moved-on';

/** Where a quote stands now, in units of the new page, or why it does not. */
export type Verdict =
  | {
      readonly found: true;
      readonly start: number;
      readonly end: number;
      /** Share of the quote that survived, 0 to 1. */
      readonly kept: number;
      /** Whether it kept its place in the order of the page. */
      readonly inPlace: boolean;
    }
  | { readonly found: false; readonly reason: LostReason };

/** Copies looked at; a quote that stands there more often is no evidence of anything by itself. */
const MAX_COPIES = 60;

/** Whether enough of a quote survived, by its length in units and by what holds on either side of it. */
function isEnough(matching: Matching, candidate: Candidate, start: number, end: number): boolean {
  const length = end - start;
  const share = candidate.matched / length;
  if (length < 4) return share === 1 || (isGripped(candidate) && share >= 0.5);
  if (length < 12 && !isBracketed(candidate)) return share >= 0.75;
  if (share < 0.8 && !isBracketed(candidate) && blockShare(matching, candidate, start, end) < 0.5)
    return false;
  return share >= (isGripped(candidate) ? 0.5 : 0.6);
}

/** Where else a text stands on the new page, up to a limit. */
function copiesOf(key: string, start: number, end: number): number[] {
  const quote = key.slice(start, end);
  const places: number[] = [];
  for (let at = key.indexOf(quote); at >= 0 && places.length < MAX_COPIES; at = key.indexOf(quote, at + 1)) {
    if (at !== start) places.push(at);
  }
  return places;
}

/** The copies that may be the quote: what a table of contents repeats is none of a heading in the text. */
function rivalsOf(
  matching: Matching,
  copies: readonly number[],
  place: Place,
  start: number,
): readonly number[] {
  const { linkOnly } = matching.now;
  const isLink = linkOnly[matching.newBlock[place.start]!];
  if (matching.isOldLink(start) !== isLink) return copies;
  return copies.filter((at) => linkOnly[matching.newBlock[at]!] === isLink);
}

function found(length: number, place: Place, inPlace: boolean): Verdict {
  const isWhole = place.matched === length && place.end - place.start === length;
  const kept = isWhole ? 1 : Math.min(place.matched / length, 0.999);
  return { found: true, start: place.start, end: place.end, kept, inPlace };
}

/** Surroundings on either side, in units, that make any search for copies needless. */
const INTACT = 32;

/** New units that may have come between the blocks about a quote. */
const MAX_INSERTION = 200;

/** Whether a copy that no old text accounts for stands near the place of the quote, whose neighbours do not all touch it. */
function hasCopyNear(matching: Matching, start: number, end: number): boolean {
  const { toNew, toOld } = matching;
  const { units } = matching.now;
  const place = toNew[start]!;
  const isCopy = (at: number): boolean => {
    for (let k = 0; k < end - start; k++) {
      if (units[at + k] !== units[place + k] || toOld[at + k]! >= 0) return false;
    }
    return true;
  };
  // The text that follows chooses between copies; see the margin rule.
  if (toNew[end] === place + end - start) return false;
  const high = Math.min(units.length - end + start, place + MAX_INSERTION);
  for (let at = Math.max(0, place - MAX_INSERTION); at <= high; at++) if (isCopy(at)) return true;
  return false;
}

/** Whether the quote stands there as one piece and all of what surrounds it still surrounds it in order. */
export function isIntact(matching: Matching, start: number, end: number): boolean {
  const { toNew, torn } = matching;
  const low = Math.max(0, start - INTACT);
  const high = Math.min(toNew.length, end + INTACT);
  if (toNew[low]! < 0) return false;
  for (let i = low + 1; i < high; i++) {
    const step = toNew[i]! - toNew[i - 1]!;
    const isInside = i > start && i < end;
    if (toNew[i]! < 0 || step < 1 || torn[i] === 1 || step > (isInside ? 1 : MAX_INSERTION)) return false;
  }
  return !hasCopyNear(matching, start, end);
}

function fromAlignment(
  aligned: Aligned,
  start: number,
  end: number,
  shared: Shared | null | undefined,
): Verdict {
  const { matching } = aligned;
  if (isIntact(matching, start, end) && shared === undefined) {
    const place = { start: matching.toNew[start]!, end: matching.toNew[end - 1]! + 1, matched: end - start };
    return found(end - start, place, aligned.keptOrder(start));
  }
  const chain = chainOf(matching, start, end);
  if (chain === null) return { found: false, reason: 'deleted' };
  const candidate = candidateAt(matching, mend(matching, chain, start, end), start, end);
  if (!isEnough(matching, candidate, start, end)) return { found: false, reason: 'too-little' };
  const repeats = repeatsOf(matching.old, aligned.oldKey, start, end);
  const copies = rivalsOf(
    matching,
    copiesOf(aligned.newKey, candidate.start, candidate.end),
    candidate,
    start,
  );
  const isSure =
    shared === undefined
      ? isTrusted(matching, candidate, repeats, copies, start, end)
      : isTrustedAlone(matching, candidate, repeats, copies, start, end, shared);
  if (!isSure)
    return { found: false, reason: repeats.length + copies.length > 0 ? 'ambiguous' : 'no-evidence' };
  return found(end - start, candidate, aligned.keptOrder(chain.runs[0]!.from));
}

/**
 * Decides where the old units [start, end) stand now. If not all of the old page is known, `shared` says
 * what passages like the quote shared of its surroundings (null: there were none like it).
 */
export function judge(aligned: Aligned, start: number, end: number, shared?: Shared | null): Verdict {
  const verdict = fromAlignment(aligned, start, end, shared);
  if (verdict.found) return verdict;
  const between = findBetween(aligned, start, end);
  return between === null ? verdict : found(end - start, between, true);
}
