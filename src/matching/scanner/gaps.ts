import { base, check, latinEnd, separator, soft, tails } from './image';
import {
  KIND_HYPHEN,
  KIND_QUOTE,
  KIND_SPACE,
  KIND_TABLE,
  MAX_SPAN,
  STATE_NEXT,
  STATE_QUOTES,
} from './layout';
import { classAt, unitAt } from './window';

/** What a gap holds, as bits. */
const HAS_SPACE: i32 = 1;
const HAS_HYPHEN: i32 = 2;
const HAS_QUOTE: i32 = 4;
const HAS_LINE: i32 = 8;

/** Reads the gap that begins at `at`: what it holds; the place behind it is left in `STATE_NEXT`. */
function readGap(at: i32): i32 {
  let end = at;
  let holds = 0;
  for (; classAt(end) === soft; end++) {
    const unit = unitAt(end);
    const kind = <i32>load<u8>(<usize>unit, KIND_TABLE);
    if (kind === KIND_SPACE) holds |= unit === 0x0a || unit === 0x0d ? HAS_SPACE | HAS_LINE : HAS_SPACE;
    else if (kind === KIND_HYPHEN) holds |= HAS_HYPHEN;
    else if (kind === KIND_QUOTE) holds |= HAS_QUOTE;
  }
  store<i32>(STATE_NEXT, end);
  if ((holds & HAS_QUOTE) !== 0) store<i32>(STATE_QUOTES, 1);
  return holds;
}

/** Whether a gap that counts may be left out all the same: a Latin word hyphenated at the end of a line. */
function isHyphenation(holds: i32, latinBefore: bool): bool {
  return latinBefore && (holds & HAS_HYPHEN) !== 0 && (holds & HAS_LINE) !== 0;
}

/** See `gapCounts` in `term-keys.ts`, which writes the keys. */
function counts(latinBefore: bool, latinAfter: bool, holds: i32): bool {
  if (latinBefore) return latinAfter && (holds & (HAS_SPACE | HAS_HYPHEN)) !== 0;
  return !latinAfter && (holds & HAS_HYPHEN) !== 0;
}

/**
 * Steps over a gap at `at` (its first soft unit) in state `value`. Returns the state behind it; `STATE_NEXT` is the place
 * behind the gap, or -1 when the walk ends here.
 */
export function crossGap(start: i32, at: i32, value: i32): i32 {
  const holds = readGap(at);
  const next = load<i32>(STATE_NEXT);
  if (next - start > MAX_SPAN) {
    store<i32>(STATE_NEXT, -1);
    return value;
  }
  const latin = classAt(at - 1) < latinEnd;
  if (!counts(latin, classAt(next) < latinEnd, holds)) return value;
  const slot = (value >> 1) + separator;
  if (<i32>load<u16>(check + ((<usize>slot) << 1)) === separator)
    return load<i32>(base + ((<usize>slot) << 2));
  if (!isHyphenation(holds, latin)) store<i32>(STATE_NEXT, -1);
  return value;
}

/** Whether a walk in state `value` may go on behind the gap whose first unit is before `at`: need not be exact. */
export function mayCrossGap(at: i32, value: i32): bool {
  let next = at;
  while (classAt(next) === soft) next++;
  const slot = value >> 1;
  const unit = classAt(next);
  return (
    <i32>load<u16>(check + ((<usize>(slot + unit)) << 1)) === unit ||
    <i32>load<u16>(check + ((<usize>(slot + separator)) << 1)) === separator
  );
}

function matchOverGaps(at: i32, tail: usize, stop: usize, limit: i32): i32 {
  let place = at;
  let left = tail;
  while (left < stop) {
    const wanted = <i32>load<u16>(left);
    if (classAt(place) !== soft) {
      if (wanted !== classAt(place)) return -1;
      left += 2;
      place++;
      continue;
    }
    const latin = classAt(place - 1) < latinEnd;
    const holds = readGap(place);
    place = load<i32>(STATE_NEXT);
    if (place > limit) return -1;
    if (!counts(latin, classAt(place) < latinEnd, holds)) continue;
    if (wanted === separator) left += 2;
    else if (!isHyphenation(holds, latin)) return -1;
  }
  return place;
}

/**
 * Compares classes, kept at an address, with the text at `at`; gaps are read as in keys and must end before `limit` or at
 * it. The end, or -1.
 */
export function matchClasses(at: i32, classes: usize, length: i32, limit: i32): i32 {
  let left = classes;
  const stop = left + ((<usize>length) << 1);
  let place = at;
  while (left < stop && <i32>load<u16>(left) === classAt(place)) {
    left += 2;
    place++;
  }
  if (left === stop) return place;
  return classAt(place) === soft ? matchOverGaps(place, left, stop, limit) : -1;
}

/** Compares the classes left of a term, kept from `tails[tail]` on, with the text at `at`; the end, or -1. */
export function matchTail(start: i32, at: i32, tail: i32, length: i32): i32 {
  return matchClasses(at, tails + ((<usize>tail) << 1), length, start + MAX_SPAN);
}
