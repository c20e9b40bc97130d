import { crossGap, matchTail } from './gaps';
import {
  base,
  check,
  first,
  latinEnd,
  letterE,
  letterH,
  letterS,
  letterX,
  letterZ,
  soft,
  tails,
  terminal,
} from './image';
import { ENDS, MAX_SPAN, PAYLOAD_LENGTH_SHIFT, PAYLOAD_MASK, STATE_NEXT, STATE_QUOTES } from './layout';
import { classAt } from './window';

/**
 * Where a term that ends before `at` ends as a word: `at` itself, or behind a plural ending; -1 inside a word.
 * The last unit of the term is at `at - 1`.
 */
export function wordEnd(at: i32): i32 {
  const next = classAt(at);
  if (next >= latinEnd) return at;
  const last = classAt(at - 1);
  if (last >= latinEnd) return at;
  if (next === letterS) return last !== letterS && classAt(at + 1) >= latinEnd ? at + 1 : -1;
  if (next !== letterE || classAt(at + 1) !== letterS || classAt(at + 2) < latinEnd) return -1;
  const sibilant = last === letterS || last === letterX || last === letterZ || last === letterH;
  return sibilant ? at + 2 : -1;
}

/** The `count`th number of the ends that were found. */
export function endAt(count: i32): i32 {
  return load<i32>((<usize>count) << 2, ENDS);
}

/** Notes the end of a key before `at` as `count`th number of the ends, if it is one as a word. Returns the new count. */
function noteEnd(start: i32, at: i32, payload: i32, count: i32): i32 {
  const end = wordEnd(at);
  if (end < 0 || at - start > MAX_SPAN) return count;
  const into = (<usize>count) << 2;
  store<i32>(into, end, ENDS);
  store<i32>(into, payload, ENDS + 4);
  store<i32>(into, at, ENDS + 8);
  return count + 3;
}

/** Puts all ends of keys that begin at `start` to `ENDS`, shortest first. Returns how many numbers they take. */
export function findEnds(start: i32): i32 {
  store<i32>(STATE_QUOTES, 0);
  let count = 0;
  let value = load<i32>(first + ((<usize>classAt(start)) << 2));
  let at = start + 1;
  while (value >= 0) {
    if (value & 1)
      count = noteEnd(start, at, load<i32>(base + ((<usize>((value >> 1) + terminal)) << 2)), count);
    if (classAt(at) === soft) {
      const from = value & ~1;
      value = crossGap(start, at, from);
      const next = load<i32>(STATE_NEXT);
      if (next < 0) return count;
      at = next;
      if (value !== from) continue;
    }
    const unit = classAt(at);
    const slot = (value >> 1) + unit;
    if (<i32>load<u16>(check + ((<usize>slot) << 1)) !== unit) return count;
    value = load<i32>(base + ((<usize>slot) << 2));
    at++;
  }
  const index = ~value >> 1;
  if (~value & 1) return noteEnd(start, at, index, count);
  const header = load<i32>(tails + ((<usize>index) << 1));
  const end = matchTail(start, at, index + 2, header >>> PAYLOAD_LENGTH_SHIFT);
  return end < 0 ? count : noteEnd(start, end, header & PAYLOAD_MASK, count);
}
