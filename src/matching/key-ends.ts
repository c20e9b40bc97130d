import type { TermImage } from './image.ts';
import { PAYLOAD } from './image-layout.ts';
import type { Scan } from './scan-state.ts';
import { MAX_SPAN } from './term-keys.ts';
import { crossGap, matchTail } from './text-gaps.ts';

/**
 * Where a term that ends before `at` ends as a word: `at` itself, or behind a plural ending; -1 inside a word.
 * The last unit of the term is at `at - 1`.
 */
export function wordEnd(image: TermImage, classes: Uint16Array, at: number): number {
  const { latinEnd, unitClass } = image;
  const next = classes[at]!;
  if (next >= latinEnd) return at;
  const last = classes[at - 1]!;
  if (last >= latinEnd) return at;
  const s = unitClass[0x73]!;
  if (next === s) return last !== s && classes[at + 1]! >= latinEnd ? at + 1 : -1;
  if (next !== unitClass[0x65] || classes[at + 1] !== s || classes[at + 2]! < latinEnd) return -1;
  const sibilant =
    last === s || last === unitClass[0x78] || last === unitClass[0x7a] || last === unitClass[0x68];
  return sibilant ? at + 2 : -1;
}

/** Notes the end of a key before `at` as `count`th number of `scan.ends`, if it is one as a word. Returns the new count. */
function noteEnd(
  scan: Scan,
  image: TermImage,
  start: number,
  at: number,
  payload: number,
  count: number,
): number {
  const end = wordEnd(image, scan.classes, at);
  if (end < 0 || at - start > MAX_SPAN) return count;
  scan.ends[count] = end;
  scan.ends[count + 1] = payload;
  scan.ends[count + 2] = at;
  return count + 3;
}

/** Puts all ends of keys that begin at `start` into `scan.ends`, shortest first. Returns how many numbers they take. */
export function findEnds(scan: Scan, image: TermImage, start: number): number {
  const { classes } = scan;
  const { base, check, tails, soft, terminal } = image;
  let count = 0;
  let value = image.first[classes[start]!]!;
  let at = start + 1;
  for (;;) {
    if (value < 0) {
      const index = ~value >> 1;
      if (~value & 1) return noteEnd(scan, image, start, at, index, count);
      const header = tails[index]! | (tails[index + 1]! << 16);
      const end = matchTail(scan, image, start, at, index + 2, header >>> PAYLOAD.lengthShift);
      return end < 0 ? count : noteEnd(scan, image, start, end, header & PAYLOAD.mask, count);
    }
    if (value & 1) count = noteEnd(scan, image, start, at, base[(value >> 1) + terminal]!, count);
    if (classes[at] === soft) {
      const from = value & ~1;
      value = crossGap(scan, image, start, at, from);
      if (scan.next < 0) return count;
      at = scan.next;
      if (value !== from) continue;
    }
    const unit = classes[at]!;
    const slot = (value >> 1) + unit;
    if (check[slot] !== unit) return count;
    value = base[slot]!;
    at++;
  }
}
