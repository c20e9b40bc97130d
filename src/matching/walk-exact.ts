import type { TermImage } from './image.ts';
import { PAYLOAD, TERM_MASK } from './image-layout.ts';
import { BEFORE, type Scan } from './scan-state.ts';
import { nextStart } from './text-window.ts';

/** Walks the marked starts and adds the hits by exact matching: no gaps, no words, no judgement. */
export function walkExactStarts(scan: Scan, image: TermImage, limit: number): void {
  const { classes, starts, hits } = scan;
  const { base, check, first, tails, terminal } = image;
  const shift = scan.origin - BEFORE;
  const pairs = !image.singles;
  let length = scan.hitLength;
  let free = Math.max(BEFORE, scan.free - shift);
  for (let start = nextStart(starts, free, limit); start < limit; start = nextStart(starts, free, limit)) {
    let value = first[classes[start]!]!;
    let at = start + 1;
    let end = 0;
    let ended = 0;
    if (pairs) {
      value = base[(value >> 1) + classes[at]!]!;
      at++;
    }
    while (value >= 0) {
      const ends = -(value & 1);
      end ^= (end ^ at) & ends;
      ended ^= (ended ^ value) & ends;
      const unit = classes[at]!;
      const slot = (value >> 1) + unit;
      if (check[slot] !== unit) break;
      value = base[slot]!;
      at++;
    }
    let term = base[(ended >> 1) + terminal]!;
    if (value < 0) {
      let tail = ~value >> 1;
      if (~value & 1) {
        end = at;
        term = tail;
      } else {
        const header = tails[tail]! | (tails[tail + 1]! << 16);
        const stop = tail + 2 + (header >>> PAYLOAD.lengthShift);
        for (tail += 2; tail < stop && tails[tail] === classes[at]; tail++) at++;
        if (tail === stop) {
          end = at;
          term = header & TERM_MASK;
        }
      }
    }
    // Written in any case and kept only if there is an end: a branch here would be mispredicted every third time.
    const found = -end >> 31;
    hits[length] = start + shift;
    hits[length + 1] = end + shift;
    hits[length + 2] = term;
    length += 3 & found;
    free = (end & found) | ((start + 1) & ~found);
  }
  scan.free = free + shift;
  scan.hitLength = length;
}
