import type { Matching } from './align/matching.ts';
import { weightBetween } from './align/weight.ts';
import type { Aligned } from './aligned.ts';
import type { Place } from './edges.ts';

/** Weight from which a run counts as a fixed point and not as a coincidence. */
const SOLID = 10;
/** How far a fixed point may be from the quote, in units. */
const REACH = 400;
/** Units by which the new stretch between two fixed points may be longer than three times the old one. */
const SLACK = 200;

/** The nearest old unit of a solid run, going from `from` by `step`; -1 if there is none in reach. */
function solidFrom(matching: Matching, from: number, step: 1 | -1): number {
  const { toNew, torn } = matching;
  for (let distance = 0; distance <= REACH; ) {
    const i = from + step * distance;
    if (i < 0 || i >= toNew.length || torn[step === 1 ? i : i + 1] === 1) return -1;
    if (toNew[i]! < 0) {
      distance++;
      continue;
    }
    let length = 1;
    while (toNew[i + step * length] === toNew[i]! + step * length) length++;
    const [low, high] = step === 1 ? [i, i + length] : [i - length + 1, i + 1];
    if (weightBetween(matching.old.units, low, high) >= SOLID) return i;
    distance += length;
  }
  return -1;
}

/**
 * Looks for a quote whose surroundings were rewritten: between the nearest fixed points on either side,
 * still in order and not far apart, where the quote stands once in the old text and once in the new,
 * there not taken by other old text.
 */
export function findBetween(aligned: Aligned, start: number, end: number): Place | null {
  const { matching } = aligned;
  const left = solidFrom(matching, start - 1, -1);
  const right = solidFrom(matching, end, 1);
  if (left < 0 || right < 0) return null;
  const low = matching.toNew[left]! + 1;
  const high = matching.toNew[right]!;
  if (high <= low || high - low > 3 * (right - left) + SLACK) return null;
  const quote = aligned.oldKey.slice(start, end);
  const before = aligned.oldKey.slice(left + 1, right);
  if (before.indexOf(quote) !== before.lastIndexOf(quote)) return null;
  const now = aligned.newKey.slice(low, high);
  const at = now.indexOf(quote);
  if (at < 0 || at !== now.lastIndexOf(quote)) return null;
  for (let j = low + at; j < low + at + quote.length; j++) {
    const i = matching.toOld[j]!;
    if (i >= 0 && (i < start || i >= end)) return null;
  }
  return { start: low + at, end: low + at + quote.length, matched: quote.length };
}

/**
 * Whether the fixed points on either side of where the quote stood have closed up without it: then it was
 * taken out, and what looks like it elsewhere has moved there or was there all the time.
 */
export function hasClosed(matching: Matching, place: Place, start: number, end: number): boolean {
  const left = solidFrom(matching, start - 1, -1);
  const right = solidFrom(matching, end, 1);
  if (left < 0 || right < 0) return false;
  const low = matching.toNew[left]!;
  const high = matching.toNew[right]!;
  if (high <= low || high - low > 3 * (right - left) + SLACK) return false;
  return place.start < low || place.end > high;
}
