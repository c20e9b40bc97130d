import { judged, VERDICT, weigh } from './hit-verdict.ts';
import type { TermImage } from './image.ts';
import { PAYLOAD, SOFT_STATE, TERM_MASK } from './image-layout.ts';
import { findEnds, wordEnd } from './key-ends.ts';
import { addHit, BEFORE, type Scan } from './scan-state.ts';
import { MAX_SPAN } from './term-keys.ts';
import { matchTail, mayCrossGap } from './text-gaps.ts';
import { nextStart } from './text-window.ts';

/** Behind every place. */
const NO_LIMIT = 0x7fffffff;

/** Of the keys that begin where walking stopped, the longest that the judge accepts is added. */
function addJudged(scan: Scan, image: TermImage): void {
  const { oddStart: start, oddLimit: limit, ends } = scan;
  const shift = scan.origin - BEFORE;
  scan.quotes = false;
  for (let at = findEnds(scan, image, start) - 3; at >= 0; at -= 3) {
    const end = ends[at]!;
    if (end >= limit) continue;
    const term = judged(scan, image, start, end, ends[at + 1]!, ends[at + 2]!);
    if (term < 0) continue;
    addHit(scan, start + shift, end + shift, term);
    break;
  }
  scan.quotes = false;
}

/** Whether all classes are Latin: then a key that ends earlier ends inside the same word. */
function isLatin(classes: Uint16Array, start: number, end: number, latinEnd: number): boolean {
  for (let at = start; at < end; at++) if (classes[at]! >= latinEnd) return false;
  return true;
}

/** Negative if `value` is in [0, last]. */
function inRange(value: number, last: number): number {
  return ~(value | (last - value));
}

/**
 * Walks the marked starts in [from, limit) and adds the hits, up to the first of which look-ups alone cannot judge: that
 * one is left in `scan.odd…`. Returns whether there was one. What it takes to judge a hit is kept out of this loop, because
 * a compiler that inlines it makes the loop half as fast.
 */
function walkPlain(scan: Scan, image: TermImage, limit: number, from: number): boolean {
  const { classes, starts, hits } = scan;
  const { base, check, first, tails, latinEnd, soft, terminal, wordBase, wordCheck, wordClass } = image;
  const lastMarked = image.markedCount - 1;
  const { barred } = scan;
  const shift = scan.origin - BEFORE;
  let free = Math.max(from, scan.free - shift);
  let hitEnd = scan.free - shift;
  let length = scan.hitLength;
  const pairs = !image.singles;
  let odd = false;
  for (let start = nextStart(starts, free, limit); start < limit; start = nextStart(starts, free, limit)) {
    let value = first[classes[start]!]!;
    let at = start + 1;
    let end = 0;
    let ended = 0;
    let seen = 0;
    let unit = 0;
    if (pairs) {
      unit = classes[at]!;
      value = base[(value >> 1) + unit]!;
      at++;
    }
    while (value >= 0) {
      const ends = -(value & 1);
      seen -= ends;
      end ^= (end ^ at) & ends;
      ended ^= (ended ^ value) & ends;
      unit = classes[at]!;
      const slot = (value >> 1) + unit;
      if (check[slot] !== unit) break;
      value = base[slot]!;
      at++;
    }
    free = start + 1;
    let payload = 0;
    if (value >= 0) {
      payload = base[(ended >> 1) + terminal]!;
      odd = unit === soft && mayCrossGap(image, classes, at, value);
    } else {
      const index = ~value >> 1;
      if (~value & 1) {
        end = at;
        payload = index;
        seen++;
      } else if (value === SOFT_STATE) {
        payload = base[(ended >> 1) + terminal]!;
        odd = mayCrossGap(image, classes, start + 1, first[classes[start]!]!);
      } else {
        const header = tails[index]! | (tails[index + 1]! << 16);
        const tailEnd = matchTail(scan, image, start, at, index + 2, header >>> PAYLOAD.lengthShift);
        payload = header & PAYLOAD.mask;
        if (tailEnd >= 0) {
          end = tailEnd;
          seen++;
        } else payload = base[(ended >> 1) + terminal]!;
      }
    }
    let rejected = false;
    if (!odd) {
      if (end === 0) continue;
      // All questions at once: each by itself would be a branch that is mispredicted at every other hit.
      const next = classes[end]!;
      const last = classes[end - 1]!;
      const before = classes[start - 1]!;
      const own = classes[start]!;
      const inWord = (next - latinEnd) & (last - latinEnd);
      const marked =
        inRange(next - wordClass, lastMarked) | ((own - latinEnd) & inRange(before - wordClass, lastMarked));
      const endRisk = ((wordCheck[wordBase[last]! + next]! ^ next) - 1) & (payload << PAYLOAD.endRiskToSign);
      const startRisk =
        ((wordCheck[wordBase[before]! + own]! ^ own) - 1) & (payload << PAYLOAD.startRiskToSign);
      const doubt = inWord | marked | endRisk | startRisk | (payload << PAYLOAD.judgedToSign);
      if ((doubt | (MAX_SPAN + start - end)) < 0 || scan.quotes) {
        odd = (marked | (MAX_SPAN + start - end)) < 0 || scan.quotes;
        if (inWord < 0) {
          rejected = wordEnd(image, classes, end) < 0;
          if (rejected && (seen < 2 || isLatin(classes, start, end, latinEnd))) {
            odd = false;
            continue;
          }
          odd = true;
        }
        if (!odd) {
          scan.free = hitEnd + shift;
          payload = weigh(scan, image, start, end, payload, end);
          rejected = payload === VERDICT.reject;
          if (rejected && seen < 2) continue;
          odd = payload < 0;
        }
      }
    }
    if (!odd && barred?.has(payload & TERM_MASK)) odd = true;
    if (odd) {
      scan.oddStart = start;
      scan.oddLimit = rejected ? end : NO_LIMIT;
      break;
    }
    hits[length] = start + shift;
    hits[length + 1] = end + shift;
    hits[length + 2] = payload & TERM_MASK;
    length += 3;
    hitEnd = end;
    free = end;
  }
  scan.hitLength = length;
  scan.free = hitEnd + shift;
  return odd;
}

/** Walks the marked starts in [from, limit) and adds the hits. */
export function walkStarts(scan: Scan, image: TermImage, limit: number, from = BEFORE): void {
  let at = from;
  while (walkPlain(scan, image, limit, at)) {
    addJudged(scan, image);
    at = scan.oddStart + 1;
  }
}
