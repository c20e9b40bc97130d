import { UNIT_KIND } from '../text/unit-kind.ts';
import type { TermImage } from './image.ts';
import { BEFORE, type Scan } from './scan-state.ts';
import { gapCounts, MAX_SPAN } from './term-keys.ts';

/** What a gap holds, as bits. */
const GAP = { space: 1, hyphen: 2, quote: 4, line: 8 } as const;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Reads the gap that begins at `at`: what it holds; `scan.next` is the place behind it. */
function readGap(scan: Scan, image: TermImage, at: number): number {
  const { classes, text } = scan;
  let end = at;
  let holds = 0;
  for (; classes[end] === image.soft; end++) {
    const unit = text.charCodeAt(scan.origin + end - BEFORE);
    const kind = image.softKinds.get(unit);
    if (kind === UNIT_KIND.space)
      holds |= unit === LINE_FEED || unit === CARRIAGE_RETURN ? GAP.space | GAP.line : GAP.space;
    else if (kind === UNIT_KIND.hyphen) holds |= GAP.hyphen;
    else if (kind === UNIT_KIND.quote) holds |= GAP.quote;
  }
  scan.next = end;
  if ((holds & GAP.quote) !== 0) scan.quotes = true;
  return holds;
}

/** Whether a gap that counts may be left out all the same: a Latin word hyphenated at the end of a line. */
function isHyphenation(holds: number, latinBefore: boolean): boolean {
  return latinBefore && (holds & GAP.hyphen) !== 0 && (holds & GAP.line) !== 0;
}

function counts(latinBefore: boolean, latinAfter: boolean, holds: number): boolean {
  return gapCounts(latinBefore, latinAfter, (holds & GAP.space) !== 0, (holds & GAP.hyphen) !== 0);
}

/**
 * Steps over a gap at `at` (its first soft unit) in state `value`. Returns the state behind it; `scan.next` is the
 * place behind the gap, or -1 when the walk ends here.
 */
export function crossGap(scan: Scan, image: TermImage, start: number, at: number, value: number): number {
  const { classes } = scan;
  const holds = readGap(scan, image, at);
  if (scan.next - start > MAX_SPAN) {
    scan.next = -1;
    return value;
  }
  const latin = classes[at - 1]! < image.latinEnd;
  if (!counts(latin, classes[scan.next]! < image.latinEnd, holds)) return value;
  const slot = (value >> 1) + image.separator;
  if (image.check[slot] === image.separator) return image.base[slot]!;
  if (!isHyphenation(holds, latin)) scan.next = -1;
  return value;
}

/** Whether a walk in state `value` may go on behind the gap at `at`: a look ahead, which need not be exact. */
export function mayCrossGap(image: TermImage, classes: Uint16Array, at: number, value: number): boolean {
  const { check, soft, separator } = image;
  let next = at + 1;
  while (classes[next] === soft) next++;
  const slot = value >> 1;
  return check[slot + classes[next]!] === classes[next] || check[slot + separator] === separator;
}

/** As `matchTail`, from the first gap in the text on. */
export function matchTailOverGaps(
  scan: Scan,
  image: TermImage,
  start: number,
  at: number,
  tail: number,
  stop: number,
): number {
  const { classes } = scan;
  const { tails, soft, separator, latinEnd } = image;
  let place = at;
  let left = tail;
  while (left < stop) {
    if (classes[place] !== soft) {
      if (tails[left++] !== classes[place++]) return -1;
      continue;
    }
    const latin = classes[place - 1]! < latinEnd;
    const holds = readGap(scan, image, place);
    place = scan.next;
    if (place - start > MAX_SPAN) return -1;
    if (!counts(latin, classes[place]! < latinEnd, holds)) continue;
    if (tails[left] === separator) left++;
    else if (!isHyphenation(holds, latin)) return -1;
  }
  return place;
}

/** Compares the classes left of a term, kept in `tails` from `tail` on, with the text at `at`; the end, or -1. */
export function matchTail(
  scan: Scan,
  image: TermImage,
  start: number,
  at: number,
  tail: number,
  length: number,
): number {
  const { classes } = scan;
  const { tails } = image;
  const stop = tail + length;
  let place = at;
  let left = tail;
  while (left < stop && tails[left] === classes[place]) {
    left++;
    place++;
  }
  if (left === stop) return place;
  return classes[place] === image.soft ? matchTailOverGaps(scan, image, start, place, left, stop) : -1;
}
