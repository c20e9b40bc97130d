import type { Matching } from './align/matching.ts';
import { type Chain, chainOf } from './chain.ts';
import { keyOf } from './folded-text.ts';
import { lookAside, type Side } from './neighbours.ts';
import { type Twin, twinsOf } from './twins.ts';

/** Why a highlight was given up. */
export type LostReason =
  | 'no-quote'
  | 'deleted'
  | 'torn'
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

/** The key strings of a matching. */
export function keysOf(matching: Matching): Keys {
  return { old: keyOf(matching.old.units, 0), now: keyOf(matching.now.units, 0) };
}

function lost(reason: LostReason): Verdict {
  return { found: false, reason };
}

/** Share of a quote that must survive, by its length in units. */
function enough(length: number, matched: number, bracketed: boolean): boolean {
  if (length < 4) return matched === length;
  if (length < 12 && !bracketed) return matched >= length * 0.8;
  return matched >= length * 0.5;
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly left: Side;
  readonly right: Side;
}

/** Moves the ends of a chain out to the neighbours where the first or last units of the quote were edited. */
function mend(matching: Matching, chain: Chain, start: number, end: number): { start: number; end: number } {
  const first = chain.runs[0]!;
  const last = chain.runs.at(-1)!;
  let from = first.to;
  let to = last.to + last.length;
  const head = first.from - start;
  if (head > 0) from = edge(matching, start - 1, from, head, -1);
  const tail = end - last.from - last.length;
  if (tail > 0) to = edge(matching, end, to - 1, tail, 1) + 1;
  return { start: from, end: to };
}

/** The new unit at which a quote with `missing` edited units at one end begins or ends. */
function edge(matching: Matching, outside: number, inner: number, missing: number, step: 1 | -1): number {
  const most = missing * 2 + 3;
  const neighbour = outside >= 0 && outside < matching.toNew.length ? matching.toNew[outside]! : -1;
  if (neighbour >= 0) {
    const distance = (neighbour - inner) * step;
    if (distance > 0 && distance <= most + 1) return neighbour - step;
  }
  let at = inner;
  for (let k = 0; k < missing; k++) {
    const next = at + step;
    if (next < 0 || next >= matching.toOld.length || matching.toOld[next]! >= 0) break;
    if (matching.newBlock[next] !== matching.newBlock[inner]) break;
    at = next;
  }
  return at;
}

/** Whether something found on one side tells the quote from a twin; strong if it lies in the quote's own block. */
function tells(side: Side, shared: number): boolean {
  return side.reached.some((distance) => distance > shared);
}

function isApart(candidate: Candidate, twins: readonly Twin[]): boolean {
  return twins.every((twin) => tells(candidate.left, twin.left) || tells(candidate.right, twin.right));
}

/** A side that stands where it stood: near, and more than a coincidence. */
function holds(side: Side): boolean {
  return side.gap <= 120 && side.reached.length >= 4;
}

/** Whether the old unit range is a text that is only found in whole blocks of its own. */
function coversBlock(matching: Matching, start: number, end: number): boolean {
  return matching.startsBlock(matching.oldBlock, start) && matching.startsBlock(matching.oldBlock, end);
}

/** Decides where the old units [start, end) stand now. */
export function judge(
  matching: Matching,
  keys: Keys,
  inOrder: Uint8Array,
  start: number,
  end: number,
): Verdict {
  const length = end - start;
  const chain = chainOf(matching, start, end);
  if (chain === null) return lost('deleted');
  const { start: from, end: to } = mend(matching, chain, start, end);
  const left = lookAside(matching, start - 1, from - 1, -1);
  const right = lookAside(matching, end, to, 1);
  const candidate: Candidate = { start: from, end: to, left, right };
  const bracketed = holds(left) && holds(right);
  if (!enough(length, chain.matched, bracketed)) return lost('too-little');
  const twins = twinsOf(matching.old, keys.old, start, end);
  const quote = keys.now.slice(from, to);
  const again = keys.now.indexOf(quote) !== keys.now.lastIndexOf(quote);
  if (!isTrusted(matching, candidate, chain, twins, again, start, end)) {
    return lost(twins.length > 0 || again ? 'ambiguous' : 'no-evidence');
  }
  const whole = chain.matched === length && to - from === length;
  return {
    found: true,
    start: from,
    end: to,
    kept: whole ? 1 : Math.min(chain.matched / length, 0.999),
    inPlace: inOrder[chain.runs[0]!.from] === 1,
  };
}

function isTrusted(
  matching: Matching,
  candidate: Candidate,
  chain: Chain,
  twins: readonly Twin[],
  again: boolean,
  start: number,
  end: number,
): boolean {
  const { left, right } = candidate;
  const touches = left.touching > 0 || right.touching > 0;
  const bracketed = holds(left) && holds(right);
  if (twins.length === 0 && !again) {
    return chain.matched >= 8 || touches || bracketed || coversBlock(matching, start, end);
  }
  if (bracketed && (left.gap <= 2 || right.gap <= 2 || left.gap + right.gap < 200))
    return isApart(candidate, twins);
  const near = (side: Side, at: number, step: number): boolean => {
    // Within the quote's own block one side is enough: blocks move, sentences seldom do.
    const shared = Math.max(0, ...twins.map((twin) => (step < 0 ? twin.left : twin.right)));
    const i = step < 0 ? start - shared - 1 : end + shared;
    return side.touching > shared && matching.oldBlock[i] === matching.oldBlock[at];
  };
  return near(left, start, -1) || near(right, end - 1, 1);
}
