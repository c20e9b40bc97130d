import type { Matching } from './align/matching.ts';
import { isClear, REACHES } from './align/repeats.ts';
import { countVotes } from './align/votes.ts';
import { hasClosed } from './bracket.ts';
import type { Place } from './edges.ts';
import { lookAside, type Side } from './neighbours.ts';
import type { Repeat } from './repeats-of-quote.ts';
import type { Shared } from './uniqueness.ts';

/** A place for a quote with what stands on either side of it. */
export interface Candidate extends Place {
  readonly left: Side;
  readonly right: Side;
}

/** Adds to a place what of the surroundings of the old units [start, end) stands beside it. */
export function candidateAt(matching: Matching, place: Place, start: number, end: number): Candidate {
  const left = lookAside(matching, start - 1, place.start - 1, -1);
  const right = lookAside(matching, end, place.end, 1);
  return { ...place, left, right };
}

/** Share of a block that makes a new block its successor. */
export const HOME_SHARE = 0.45;

/** A side that stands where it stood: near, and more than a coincidence. */
function holds(side: Side): boolean {
  return side.gap <= 200 && side.reached.length >= 4;
}

/** Whether both sides of a quote stand where they stood. */
export function isBracketed(candidate: Candidate): boolean {
  return holds(candidate.left) && holds(candidate.right);
}

/** Whether both sides touch the quote as they did. */
export function isGripped(candidate: Candidate): boolean {
  return candidate.left.touching >= 4 && candidate.right.touching >= 4;
}

function tells(side: Side, shared: number): boolean {
  return side.reached.some((distance) => distance > shared);
}

/** Whether the text beside the place differs from what stood beside each repeat. */
function isApart(candidate: Candidate, repeats: readonly Repeat[]): boolean {
  return repeats.every(
    (repeat) => tells(candidate.left, repeat.left) || tells(candidate.right, repeat.right),
  );
}

/**
 * What the quote's old blocks and the new blocks about the place have in common, as a share of the longer
 * ones: a phrase that happens to be elsewhere, too, comes without its block or into another.
 */
export function blockShare(matching: Matching, place: Place, start: number, end: number): number {
  const { old, now, oldBlock, newBlock, toNew } = matching;
  const first = old.blockStart[oldBlock[start]!]!;
  const last = old.blockStart[oldBlock[end - 1]! + 1] ?? toNew.length;
  const low = now.blockStart[newBlock[place.start]!]!;
  const high = now.blockStart[newBlock[place.end - 1]! + 1] ?? matching.toOld.length;
  let together = 0;
  for (let i = first; i < last; i++) if (toNew[i]! >= low && toNew[i]! < high) together++;
  return together / Math.max(last - first, high - low);
}

/** Units beyond what a repeat shares that make one side of a quote enough. */
const BEYOND_REPEAT = 6;

/**
 * Whether the quote is held by the text of its own block, on both sides or on one for long: blocks move,
 * sentences seldom do. Only what no repeat shares counts.
 */
function isHeldInBlock(
  matching: Matching,
  candidate: Candidate,
  repeats: readonly Repeat[],
  start: number,
  end: number,
): boolean {
  const { oldBlock } = matching;
  const sharedLeft = Math.max(0, ...repeats.map((repeat) => repeat.left));
  const sharedRight = Math.max(0, ...repeats.map((repeat) => repeat.right));
  const left = candidate.left.touching - sharedLeft;
  const right = candidate.right.touching - sharedRight;
  const isLeft = left > 0 && oldBlock[start - sharedLeft - 1] === oldBlock[start];
  const isRight = right > 0 && oldBlock[end + sharedRight] === oldBlock[end - 1];
  const toStart = oldBlock[start - candidate.left.touching - 1] !== oldBlock[start];
  const toEnd = oldBlock[end + candidate.right.touching] !== oldBlock[end - 1];
  return (
    (isLeft && isRight) ||
    (isLeft && (left >= BEYOND_REPEAT || toStart)) ||
    (isRight && (right >= BEYOND_REPEAT || toEnd))
  );
}

/** Whether the company that the quote kept is found about its new place, and about no other copy as much. */
function isAtHome(
  matching: Matching,
  candidate: Candidate,
  repeats: readonly Repeat[],
  copies: readonly number[],
  start: number,
  end: number,
): boolean {
  const place = [candidate.start, candidate.end] as const;
  const size = candidate.end - candidate.start;
  return REACHES.some((reach) => {
    const votes = countVotes(matching, [start, end], place, reach);
    let rival = 0;
    for (const at of copies)
      rival = Math.max(rival, countVotes(matching, [start, end], [at, at + size], reach));
    for (const repeat of repeats) {
      rival = Math.max(rival, countVotes(matching, [repeat.at, repeat.at + end - start], place, reach));
    }
    return isClear(votes, rival, reach);
  });
}

/** Of two equal passages side by side of which one is gone it may be either. */
function mayBeNeighbour(
  matching: Matching,
  candidate: Candidate,
  repeats: readonly Repeat[],
  start: number,
  end: number,
): boolean {
  const isBeside = (repeat: Repeat): boolean =>
    Math.abs(repeat.at - start) <= 2 * (end - start) + 8 && matching.toNew[repeat.at]! < 0;
  return (candidate.left.touching === 0 || candidate.right.touching === 0) && repeats.some(isBeside);
}

function covers(matching: Matching, blocks: Int32Array, start: number, end: number): boolean {
  return matching.startsBlock(blocks, start) && matching.startsBlock(blocks, end);
}

/** How far apart two copies may be for the one to pass as the other, in new units. */
const NEAR_COPY = 250;
/** Units on one side that hold a quote against a copy nearby. */
const FIRM = 6;

/** Whether a copy that no old text accounts for is so near that it may be the quote as well. */
function mayBeCopy(matching: Matching, candidate: Candidate, copies: readonly number[]): boolean {
  const { left, right, start, end } = candidate;
  const isFree = (at: number): boolean => matching.toOld[at]! < 0;
  const isBeside = (at: number): boolean => Math.abs(at - start) <= end - start + 2;
  // Of two side by side the text that follows chooses: a copy is put before its original, or elsewhere.
  const isLoose = right.touching < FIRM && (left.touching === 0 || right.touching === 0);
  if (isLoose && copies.some((at) => isFree(at) && isBeside(at))) return true;
  if (right.touching >= FIRM) return false;
  // What holds on the left tells it from a copy on the left only.
  const isOpen = (at: number): boolean => at > start || left.touching < FIRM;
  return copies.some((at) => isFree(at) && isOpen(at) && Math.abs(at - start) <= NEAR_COPY);
}

/**
 * The margin rule: whether a candidate is the place of the old units [start, end), given the quote's
 * repeats on the old page and the other copies of what is quoted on the new one.
 */
export function isTrusted(
  matching: Matching,
  candidate: Candidate,
  repeats: readonly Repeat[],
  copies: readonly number[],
  start: number,
  end: number,
): boolean {
  const { left, right } = candidate;
  if (repeats.length + copies.length === 0) {
    const isBlock =
      covers(matching, matching.oldBlock, start, end) &&
      covers(matching, matching.newBlock, candidate.start, candidate.end);
    if (isBracketed(candidate) || isBlock) return true;
    const isHome = blockShare(matching, candidate, start, end) >= HOME_SHARE;
    return isHome && (candidate.matched >= 8 || left.touching > 0 || right.touching > 0);
  }
  if (mayBeNeighbour(matching, candidate, repeats, start, end)) return false;
  if (mayBeCopy(matching, candidate, copies)) return false;
  if (isBracketed(candidate) && left.gap + right.gap < 200 && isApart(candidate, repeats)) return true;
  if (blockShare(matching, candidate, start, end) < HOME_SHARE) return false;
  if (isHeldInBlock(matching, candidate, repeats, start, end)) return true;
  return isAtHome(matching, candidate, repeats, copies, start, end);
}

/** Units beyond what like passages share that outweigh that the old place has closed up. */
const WELL_BEYOND = 4;

/**
 * The margin rule where only windows of the old page are known: repeats outside of the windows cannot be
 * seen, so the place must prove itself by surroundings that no like passage shared at the time.
 */
export function isTrustedAlone(
  matching: Matching,
  candidate: Candidate,
  repeats: readonly Repeat[],
  copies: readonly number[],
  start: number,
  end: number,
  shared: Shared | null,
): boolean {
  if (shared !== null) {
    const left = candidate.left.touching - shared.left;
    const right = candidate.right.touching - shared.right;
    if (left <= 0 && right <= 0) return false;
    if (Math.max(left, right) < WELL_BEYOND && hasClosed(matching, candidate, start, end)) return false;
  }
  return isTrusted(matching, candidate, repeats, copies, start, end);
}
