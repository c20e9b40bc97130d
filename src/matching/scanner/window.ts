import { base, check, first, latinEnd, singles } from './image';
import {
  BEFORE,
  CLASS_NONE,
  CLASSES,
  OPENINGS,
  PAIRS,
  STARTS,
  STATE_ORIGIN,
  UNITS,
  WALKED,
  WINDOW,
} from './layout';

/** Unit of the text at a place. */
export function unitAt(place: i32): i32 {
  return <i32>load<u16>((<usize>place) << 1, UNITS);
}

/** Class of the unit at a place. */
export function classAt(place: i32): i32 {
  return <i32>load<u16>((<usize>place) << 1, CLASSES);
}

/** Sets the classes of places in [from, to) to that of a unit in no term. */
function clear(from: i32, to: i32): void {
  for (let at = from; at < to; at++) store<u16>((<usize>at) << 1, <u16>(latinEnd + CLASS_NONE), CLASSES);
}

/**
 * Puts to `PAIRS`, for each place in [BEFORE, to), the class of the next place if the two begin some key, else another
 * one, and to `OPENINGS` the state behind them. Without branches, and apart from what is done with it: this is what the
 * processor waits for. Above all a walk that it had not foreseen should not begin with waiting for its first state.
 */
function lookUpPairs(to: i32): void {
  const rows = first;
  const slots = check;
  const states = base;
  const stop = (<usize>to) << 1;
  let unit = classAt(BEFORE);
  for (let at = (<usize>BEFORE) << 1; at < stop; at += 2) {
    const next = <i32>load<u16>(at, CLASSES + 2);
    const slot = <usize>((load<i32>(rows + ((<usize>unit) << 2)) >> 1) + next);
    store<i32>(at << 1, load<i32>(states + (slot << 2)), OPENINGS);
    store<u16>(at, load<u16>(slots + (slot << 1)), PAIRS);
    unit = next;
  }
}

/** As `lookUpPairs`, for images in which a key may have only one unit: such a unit is taken for the beginning of a pair. */
function lookUpSingles(to: i32): void {
  const rows = first;
  const slots = check;
  let unit = classAt(BEFORE);
  for (let at = BEFORE; at < to; at++) {
    const next = classAt(at + 1);
    const value = load<i32>(rows + ((<usize>unit) << 2));
    store<i32>((<usize>at) << 2, value, OPENINGS);
    const found = <i32>load<u16>(slots + ((<usize>((value >> 1) + next)) << 1));
    store<u16>((<usize>at) << 1, <u16>(found ^ ((found ^ next) & -(value & 1))), PAIRS);
    unit = next;
  }
}

/** For the eight places from `at` on: whether a key may begin there, and it is not inside a Latin word. `at`: in bytes. */
function begin(at: usize, latin: v128): v128 {
  const pairs = i16x8.eq(v128.load(at, PAIRS), v128.load(at, CLASSES + 2));
  const words = v128.and(
    i16x8.lt_u(v128.load(at, CLASSES - 2), latin),
    i16x8.lt_u(v128.load(at, CLASSES), latin),
  );
  return v128.andnot(pairs, words);
}

/**
 * Marks the places in [BEFORE, to) where a walk may begin: bit `at & 31` of word `at >> 5`; the 64 behind them are none. `to`: a
 * multiple of 32.
 */
function markStarts(to: i32): void {
  const latin = i16x8.splat(<i16>latinEnd);
  for (let place = BEFORE; place < to; place += 32) {
    const at = (<usize>place) << 1;
    const low = i8x16.bitmask(i8x16.narrow_i16x8_s(begin(at, latin), begin(at + 16, latin)));
    const high = i8x16.bitmask(i8x16.narrow_i16x8_s(begin(at + 32, latin), begin(at + 48, latin)));
    store<u32>((<usize>(place >> 5)) << 2, low | (high << 16), STARTS);
  }
  store<u64>(<usize>to >> 3, 0, STARTS);
}

/**
 * Reads a window whose units and classes were put to places up to `BEFORE + size`; `last`: the text ends with it. Returns
 * the place behind the last start to be walked.
 */
export function readWindow(size: i32, last: bool): i32 {
  if (load<i32>(STATE_ORIGIN) === 0) clear(0, BEFORE);
  if (last) clear(BEFORE + size, BEFORE + size + 64);
  const limit = BEFORE + (last ? size : WALKED);
  const words = (limit + 31) & ~31;
  if (singles) lookUpSingles(words);
  else lookUpPairs(words);
  markStarts(words);
  return limit;
}

/** Makes room for the next window: what is kept of this one moves down. */
export function slide(): void {
  const kept = (<usize>(BEFORE + WINDOW - WALKED)) << 1;
  memory.copy(CLASSES, CLASSES + ((<usize>WALKED) << 1), kept);
  memory.copy(UNITS, UNITS + ((<usize>WALKED) << 1), kept);
  store<i32>(STATE_ORIGIN, load<i32>(STATE_ORIGIN) + WALKED);
}

/** The first marked place from `at` on, or one not below `limit` when there is none. Looks at 57 places at least at a time. */
export function nextStart(at: i32, limit: i32): i32 {
  for (let from = at; from < limit; from = (from & ~7) + 64) {
    const bits = load<u64>(<usize>from >> 3, STARTS) >> (from & 7);
    if (bits !== 0) return from + <i32>ctz(bits);
  }
  return limit;
}
