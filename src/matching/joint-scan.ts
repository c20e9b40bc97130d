import { hasClearEdges, judged, leadIn, standsAlone } from './hit-verdict.ts';
import type { TermImage } from './image.ts';
import { PAYLOAD } from './image-layout.ts';
import { findEnds } from './key-ends.ts';
import { addHit, BEFORE, type Scan } from './scan-state.ts';
import { fillWindow, nextStart, slideWindow } from './text-window.ts';
import { walkStarts } from './walk-full.ts';

/** One side of a joint scan: an image and the scan that reads the text by its classes. */
export interface Side {
  scan: Scan;
  image: TermImage;
}

/** Decides on a stretch that is a key in both images: the term to report, or -1. */
export type JointJudge = (start: number, end: number, mainLead: number, addedLead: number) => number;

/** A key that ends somewhere: its payload, and where it ends without a plural ending. */
type KeyEnd = readonly [payload: number, keyEnd: number];

/** The key in the large image and in the small one. */
type Keys = readonly [KeyEnd | undefined, KeyEnd | undefined];

/** Ends at one start in one image: by end, the key. */
function endsIn({ scan, image }: Side, start: number): Map<number, KeyEnd> {
  const ends = new Map<number, KeyEnd>();
  const count = findEnds(scan, image, start);
  for (let at = 0; at < count; at += 3)
    ends.set(scan.ends[at] ?? 0, [scan.ends[at + 1] ?? 0, scan.ends[at + 2] ?? 0]);
  return ends;
}

/** Ends at one start: by end, the key of either side. */
function endsOf(main: Side, added: Side, start: number): Map<number, Keys> {
  const own = endsIn(main, start);
  const more = endsIn(added, start);
  const all = new Set([...own.keys(), ...more.keys()]);
  return new Map([...all].map((end) => [end, [own.get(end), more.get(end)]]));
}

function decide(
  main: Side,
  added: Side,
  start: number,
  end: number,
  [own, more]: Keys,
  judge: JointJudge,
): number {
  if (own === undefined)
    return more === undefined ? -1 : judged(added.scan, added.image, start, end, ...more);
  if (more === undefined) return judged(main.scan, main.image, start, end, ...own);
  const risk = (own[0] | more[0]) & (PAYLOAD.endRisk | PAYLOAD.startRisk);
  if (!hasClearEdges(main.scan, main.image, start, end, risk)) return -1;
  if (!standsAlone(main.scan, main.image, start, end)) return -1;
  const shift = main.scan.origin - BEFORE;
  return judge(
    start + shift,
    end + shift,
    leadIn(main.scan, main.image, own[0]),
    leadIn(added.scan, added.image, more[0]),
  );
}

/** The longest fitting end of either side at one start is added to the main scan. */
function addLongest(main: Side, added: Side, start: number, judge: JointJudge): void {
  main.scan.quotes = false;
  added.scan.quotes = false;
  added.scan.free = main.scan.free;
  const ends = [...endsOf(main, added, start)].sort(([a], [b]) => b - a);
  const shift = main.scan.origin - BEFORE;
  for (const [end, keys] of ends) {
    const term = decide(main, added, start, end, keys, judge);
    if (term < 0) continue;
    addHit(main.scan, start + shift, end + shift, term);
    break;
  }
  main.scan.quotes = false;
}

/** The next start at which the added image has a key, or `limit`. */
function nextAdded({ scan, image }: Side, from: number, limit: number): number {
  let start = nextStart(scan.starts, from, limit);
  while (start < limit && findEnds(scan, image, start) === 0)
    start = nextStart(scan.starts, start + 1, limit);
  return start;
}

/**
 * Scans with two images at once. Between the places where the small one has a key the large one is walked as if alone;
 * at these places the ends of both are weighed together.
 */
export function runJointScan(main: Side, added: Side, judge: JointJudge): void {
  if (main.scan.text.length === 0) return;
  do {
    const limit = fillWindow(main.scan, main.image);
    fillWindow(added.scan, added.image);
    const shift = main.scan.origin - BEFORE;
    let from = Math.max(BEFORE, main.scan.free - shift);
    while (from < limit) {
      const stop = nextAdded(added, from, limit);
      walkStarts(main.scan, main.image, stop, from);
      from = Math.max(stop, main.scan.free - shift);
      if (from > stop || stop === limit) continue;
      addLongest(main, added, stop, judge);
      from = Math.max(stop + 1, main.scan.free - shift);
    }
  } while (slideWindow(main.scan) && slideWindow(added.scan));
}
