import type { TermImage } from './image.ts';
import { PAYLOAD } from './image-layout.ts';
import {
  addHit,
  BEFORE,
  endsFrom,
  fillWindow,
  hasClearEdges,
  judged,
  leadIn,
  nextStart,
  type Scan,
  slideWindow,
  walkStarts,
} from './scan.ts';

/** One side of a joint scan: an image and the scan that reads the text by its classes. */
export interface Side {
  scan: Scan;
  image: TermImage;
}

/** Decides on a stretch that is a key in both images: the term to report, or -1. */
export type JointJudge = (start: number, end: number, mainLead: number, addedLead: number) => number;

/** Payload of a key in the large image and in the small one. */
type Payloads = readonly [number | undefined, number | undefined];

/** Ends at one start: by end, the payload of either side. */
function endsOf(main: Side, added: Side, start: number): Map<number, Payloads> {
  const ends = new Map<number, Payloads>();
  const own = endsFrom(main.scan, main.image, start);
  for (let at = 0; at < own.length; at += 2) ends.set(own[at] ?? 0, [own[at + 1], undefined]);
  const more = endsFrom(added.scan, added.image, start);
  for (let at = 0; at < more.length; at += 2)
    ends.set(more[at] ?? 0, [ends.get(more[at] ?? 0)?.[0], more[at + 1]]);
  return ends;
}

function decide(
  main: Side,
  added: Side,
  start: number,
  end: number,
  [own, more]: Payloads,
  judge: JointJudge,
): number {
  if (own === undefined) return more === undefined ? -1 : judged(added.scan, added.image, start, end, more);
  if (more === undefined) return judged(main.scan, main.image, start, end, own);
  const risk = (own | more) & (PAYLOAD.endRisk | PAYLOAD.startRisk);
  if (!hasClearEdges(main.scan, main.image, start, end, risk)) return -1;
  const shift = main.scan.origin - BEFORE;
  return judge(
    start + shift,
    end + shift,
    leadIn(main.scan, main.image, own),
    leadIn(added.scan, added.image, more),
  );
}

/** The longest fitting end of either side at one start is added to the main scan. */
function addLongest(main: Side, added: Side, start: number, judge: JointJudge): void {
  main.scan.quotes = false;
  added.scan.quotes = false;
  added.scan.free = main.scan.free;
  const ends = [...endsOf(main, added, start)].sort(([a], [b]) => b - a);
  const shift = main.scan.origin - BEFORE;
  for (const [end, payloads] of ends) {
    const term = decide(main, added, start, end, payloads, judge);
    if (term < 0) continue;
    addHit(main.scan, start + shift, end + shift, term);
    break;
  }
  main.scan.quotes = false;
}

/** The next start at which the added image has a key, or `limit`. */
function nextAdded({ scan, image }: Side, from: number, limit: number): number {
  let start = nextStart(scan.starts, from, limit);
  while (start < limit && endsFrom(scan, image, start).length === 0)
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
