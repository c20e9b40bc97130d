import type { FoldedText } from './folded-text.ts';

/** How far the surroundings of one further occurrence of a quote are the same as the quote's own. */
export interface Repeat {
  /** Where it starts, in units. */
  readonly at: number;
  /** Equal units to the left. */
  readonly left: number;
  /** Equal units to the right. */
  readonly right: number;
}

/** Occurrences looked at; a quote that stands there more often is no evidence of anything by itself. */
const MAX_REPEATS = 60;
const MAX_CONTEXT = 400;

/** The other occurrences of the units [start, end) in their own text, given as key string too. */
export function repeatsOf(text: FoldedText, key: string, start: number, end: number): Repeat[] {
  const quote = key.slice(start, end);
  const repeats: Repeat[] = [];
  for (
    let at = key.indexOf(quote);
    at >= 0 && repeats.length < MAX_REPEATS;
    at = key.indexOf(quote, at + 1)
  ) {
    if (at === start) continue;
    repeats.push(compare(text.units, start, end, at));
  }
  return repeats;
}

function compare(units: Uint16Array, start: number, end: number, at: number): Repeat {
  let left = 0;
  while (
    left < MAX_CONTEXT &&
    start - left > 0 &&
    at - left > 0 &&
    units[start - left - 1] === units[at - left - 1]
  )
    left++;
  const tail = at + end - start;
  let right = 0;
  while (
    right < MAX_CONTEXT &&
    end + right < units.length &&
    tail + right < units.length &&
    units[end + right] === units[tail + right]
  ) {
    right++;
  }
  return { at, left, right };
}
