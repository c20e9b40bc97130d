import type { TermImage } from './image.ts';
import { BEFORE, reserveHits, type Scan, WALKED, WINDOW } from './scan-state.ts';

const SIGN = 1 << 31;

/** Turns units of the text into classes. */
function encode(
  text: string,
  from: number,
  to: number,
  table: Uint16Array,
  into: Uint16Array,
  at: number,
): void {
  const shift = at - from;
  for (let unit = from; unit < to; unit++) into[unit + shift] = table[text.charCodeAt(unit)]!;
}

/**
 * Marks, without branches, the places in [from, to) whose class and next class begin some key and which are not
 * inside a Latin word: bit `at & 31` of word `at >> 5`. `from` is at the beginning of a word; bits beyond `to` are
 * nought up to the end of the last word.
 */
function markStarts(
  image: TermImage,
  classes: Uint16Array,
  from: number,
  to: number,
  into: Int32Array,
): void {
  const { first, check, latinEnd } = image;
  let unit = classes[from]!;
  let before = classes[from - 1]! - latinEnd;
  for (let word = from >> 5, at = from; at < to; word++) {
    const stop = at + 32;
    let bits = 0;
    for (; at < stop; at++) {
      const next = classes[at + 1]!;
      const isPair = ((check[(first[unit]! >> 1) + next]! ^ next) - 1) & ~(before & (unit - latinEnd));
      bits = (bits >>> 1) | (isPair & SIGN);
      before = unit - latinEnd;
      unit = next;
    }
    into[word] = bits;
  }
}

/** As `markStarts`, for images in which a key may have only one unit. */
function markAllStarts(
  image: TermImage,
  classes: Uint16Array,
  from: number,
  to: number,
  into: Int32Array,
): void {
  const { first, check, latinEnd } = image;
  for (let word = from >> 5, at = from; at < to; word++) {
    const stop = at + 32;
    let bits = 0;
    for (; at < stop; at++) {
      const unit = classes[at]!;
      const next = classes[at + 1]!;
      const value = first[unit]!;
      const found = ((check[(value >> 1) + next]! ^ next) - 1) | -(value & 1);
      bits = (bits >>> 1) | (found & ~((classes[at - 1]! - latinEnd) & (unit - latinEnd)) & SIGN);
    }
    into[word] = bits;
  }
}

/** The first marked place from `at` on, or `limit` when there is none below it. */
export function nextStart(starts: Int32Array, at: number, limit: number): number {
  if (at >= limit) return limit;
  let word = at >> 5;
  let bits = starts[word]! & (-1 << (at & 31));
  while (bits === 0) {
    if (++word << 5 >= limit) return limit;
    bits = starts[word]!;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}

/** Encodes the window at `scan.origin` and marks its starts. Returns the place behind the last start to be walked. */
export function fillWindow(scan: Scan, image: TermImage): number {
  const { text, classes, origin } = scan;
  const filled = origin === 0 ? 0 : WINDOW - WALKED;
  if (origin === 0) classes.fill(image.none, 0, BEFORE);
  const end = Math.min(text.length, origin + WINDOW);
  encode(text, origin + filled, end, image.unitClass, classes, BEFORE + filled);
  const size = end - origin;
  const last = end === text.length;
  if (last) classes.fill(image.none, BEFORE + size, BEFORE + size + 64);
  const limit = BEFORE + (last ? size : WALKED);
  if (image.singles) markAllStarts(image, classes, BEFORE, limit, scan.starts);
  else markStarts(image, classes, BEFORE, limit, scan.starts);
  reserveHits(scan, limit - BEFORE);
  return limit;
}

/** Goes on to the next window; false when there is none. */
export function slideWindow(scan: Scan): boolean {
  if (scan.origin + WINDOW >= scan.text.length) return false;
  scan.classes.copyWithin(0, WALKED, BEFORE + WINDOW);
  scan.origin += WALKED;
  return true;
}
