import { check, first, latinEnd, singles } from './image';
import {
  BEFORE,
  CLASS_NONE,
  CLASS_TABLE,
  CLASSES,
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

function encode(from: i32, to: i32): void {
  for (let at = from; at < to; at++)
    store<u16>((<usize>at) << 1, load<u16>((<usize>unitAt(at)) << 1, CLASS_TABLE), CLASSES);
}

/** Sets the classes of places in [from, to) to that of a unit in no term. */
function clear(from: i32, to: i32): void {
  for (let at = from; at < to; at++) store<u16>((<usize>at) << 1, <u16>(latinEnd + CLASS_NONE), CLASSES);
}

/**
 * Marks, without branches, the places in [BEFORE, to) whose class and next class begin some key and which are not
 * inside a Latin word: bit `at & 31` of word `at >> 5`. Bits beyond `to` are nought up to the end of the last word.
 */
function markPairs(to: i32): void {
  const rows = first;
  const slots = check;
  const latin = latinEnd;
  let unit = classAt(BEFORE);
  let before = classAt(BEFORE - 1) - latin;
  for (let at = BEFORE; at < to; ) {
    let bits: u32 = 0;
    const stop = at + 32;
    for (; at < stop; at++) {
      const next = classAt(at + 1);
      const row = load<i32>(rows + ((<usize>unit) << 2)) >> 1;
      const found = <i32>load<u16>(slots + ((<usize>(row + next)) << 1)) ^ next;
      bits = (bits >>> 1) | (<u32>((found - 1) & ~(before & (unit - latin))) & 0x80000000);
      before = unit - latin;
      unit = next;
    }
    store<u32>((<usize>((stop - 32) >> 5)) << 2, bits, STARTS);
  }
}

/** As `markPairs`, for images in which a key may have only one unit. */
function markAll(to: i32): void {
  const rows = first;
  const slots = check;
  const latin = latinEnd;
  for (let at = BEFORE; at < to; ) {
    let bits: u32 = 0;
    const stop = at + 32;
    for (; at < stop; at++) {
      const unit = classAt(at);
      const next = classAt(at + 1);
      const value = load<i32>(rows + ((<usize>unit) << 2));
      const found = (<i32>load<u16>(slots + ((<usize>((value >> 1) + next)) << 1)) ^ next) - 1;
      const inWord = (classAt(at - 1) - latin) & (unit - latin);
      bits = (bits >>> 1) | (<u32>((found | -(value & 1)) & ~inWord) & 0x80000000);
    }
    store<u32>((<usize>((stop - 32) >> 5)) << 2, bits, STARTS);
  }
}

/**
 * Reads a window whose units were put at `UNITS`, from place `BEFORE + filled` to place `BEFORE + size`; `last`: the
 * text ends with it. Returns the place behind the last start to be walked.
 */
export function readWindow(filled: i32, size: i32, last: bool): i32 {
  if (load<i32>(STATE_ORIGIN) === 0) clear(0, BEFORE);
  encode(BEFORE + filled, BEFORE + size);
  if (last) clear(BEFORE + size, BEFORE + size + 64);
  const limit = BEFORE + (last ? size : WALKED);
  if (singles) markAll(limit);
  else markPairs(limit);
  return limit;
}

/** Makes room for the next window: what is kept of this one moves down. */
export function slide(): void {
  const kept = (<usize>(BEFORE + WINDOW - WALKED)) << 1;
  memory.copy(CLASSES, CLASSES + ((<usize>WALKED) << 1), kept);
  memory.copy(UNITS, UNITS + ((<usize>WALKED) << 1), kept);
  store<i32>(STATE_ORIGIN, load<i32>(STATE_ORIGIN) + WALKED);
}

/** The first marked place from `at` on, or `limit` when there is none below it. */
export function nextStart(at: i32, limit: i32): i32 {
  if (at >= limit) return limit;
  let word = at >> 5;
  let bits = load<u32>((<usize>word) << 2, STARTS) & ((<u32>-1) << (at & 31));
  while (bits === 0) {
    if (++word << 5 >= limit) return limit;
    bits = load<u32>((<usize>word) << 2, STARTS);
  }
  return (word << 5) + ctz(bits);
}
