import type { Matching } from './align/matching.ts';
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
import { keyOf } from './folded-text.ts';
import { twinsOf } from './twins.ts';
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

/** Both texts as strings of keys, for looking for occurrences. */
export interface Keys {
  readonly old: string;
  readonly now: string;
}

/** Copies looked at; a quote that stands there more often is no evidence of anything by itself. */
const MAX_COPIES = 60;

/** The key strings of a matching. */
export function keysOf(matching: Matching): Keys {
  return { old: keyOf(matching.old.units, 0), now: keyOf(matching.now.units, 0) };
}

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

function found(length: number, place: Place, inPlace: boolean): Verdict {
  const isWhole = place.matched === length && place.end - place.start === length;
  const kept = isWhole ? 1 : Math.min(place.matched / length, 0.999);
  return { found: true, start: place.start, end: place.end, kept, inPlace };
}

/** A finished alignment with what is worked out of it once for all highlights. */
export interface Aligned {
  readonly matching: Matching;
  readonly keys: Keys;
  /** 1 for old units that kept their place in the order of the page. */
  readonly inOrder: Uint8Array;
}

function fromAlignment(
  aligned: Aligned,
  start: number,
  end: number,
  shared: Shared | null | undefined,
): Verdict {
  const { matching, keys } = aligned;
  const chain = chainOf(matching, start, end);
  if (chain === null) return { found: false, reason: 'deleted' };
  const candidate = candidateAt(matching, mend(matching, chain, start, end), start, end);
  if (!isEnough(matching, candidate, start, end)) return { found: false, reason: 'too-little' };
  const twins = twinsOf(matching.old, keys.old, start, end);
  const copies = copiesOf(keys.now, candidate.start, candidate.end);
  const isSure =
    shared === undefined
      ? isTrusted(matching, candidate, twins, copies, start, end)
      : isTrustedAlone(matching, candidate, twins, copies, start, end, shared);
  if (!isSure)
    return { found: false, reason: twins.length + copies.length > 0 ? 'ambiguous' : 'no-evidence' };
  return found(end - start, candidate, aligned.inOrder[chain.runs[0]!.from] === 1);
}

/**
 * Decides where the old units [start, end) stand now. If not all of the old page is known, `shared` says
 * what passages like the quote shared of its surroundings (null: there were none like it).
 */
export function judge(aligned: Aligned, start: number, end: number, shared?: Shared | null): Verdict {
  const verdict = fromAlignment(aligned, start, end, shared);
  if (verdict.found) return verdict;
  const between = findBetween(aligned.matching, aligned.keys, start, end);
  return between === null ? verdict : found(end - start, between, true);
}
