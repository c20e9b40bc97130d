import type { TermImage } from './image.ts';
import { PAYLOAD } from './image-layout.ts';
import { addHit, type Scan } from './scan-state.ts';
import { BEFORE, TERM_MASK } from './scanner/layout.ts';
import type { Scanner } from './scanner.ts';

/** One side of a joint scan: an image and the scan that reads the text by its classes. */
export interface Side {
  scan: Scan;
  image: TermImage;
}

/** Decides on a stretch that is a key in both images, by what each reports for it: the term to report, or -1. */
export type JointJudge = (start: number, end: number, main: number, added: number) => number;

/** A key that ends somewhere: its payload, and where it ends without a plural ending. */
type KeyEnd = readonly [payload: number, keyEnd: number];

/** The key in the large image and in the small one. */
type Keys = readonly [KeyEnd | undefined, KeyEnd | undefined];

/** Ends at one start in one image: by end, the key. */
function endsIn(scanner: Scanner, start: number): Map<number, KeyEnd> {
  const found = new Map<number, KeyEnd>();
  const count = scanner.findEnds(start);
  const { ends } = scanner;
  for (let at = 0; at < count; at += 3) found.set(ends[at] ?? 0, [ends[at + 1] ?? 0, ends[at + 2] ?? 0]);
  return found;
}

/** Ends at one start: by end, the key of either side. */
function endsOf(main: Scanner, added: Scanner, start: number): Map<number, Keys> {
  const own = endsIn(main, start);
  const more = endsIn(added, start);
  const all = new Set([...own.keys(), ...more.keys()]);
  return new Map([...all].map((end) => [end, [own.get(end), more.get(end)]]));
}

function decide(
  main: Scanner,
  added: Scanner,
  start: number,
  end: number,
  [own, more]: Keys,
  judge: JointJudge,
): number {
  if (own === undefined) return more === undefined ? -1 : added.judged(start, end, ...more);
  if (more === undefined) return main.judged(start, end, ...own);
  const risk = (own[0] | more[0]) & (PAYLOAD.endRisk | PAYLOAD.startRisk);
  if (!main.isWhole(start, end, risk)) return -1;
  const shift = main.origin - BEFORE;
  return judge(start + shift, end + shift, own[0] & TERM_MASK, more[0] & TERM_MASK);
}

/** The longest fitting end of either side at one start is added to the main scan. */
function addLongest(scan: Scan, main: Scanner, added: Scanner, start: number, judge: JointJudge): void {
  added.free = main.free;
  const ends = [...endsOf(main, added, start)].sort(([a], [b]) => b - a);
  const shift = main.origin - BEFORE;
  for (const [end, keys] of ends) {
    const term = decide(main, added, start, end, keys, judge);
    if (term < 0) continue;
    addHit(scan, start + shift, end + shift, term);
    main.free = end + shift;
    break;
  }
}

/** The next start at which the added image has a key, or `limit`. */
function nextAdded(added: Scanner, from: number, limit: number): number {
  let start = added.nextStart(from, limit);
  while (start < limit && added.findEnds(start) === 0) start = added.nextStart(start + 1, limit);
  return start;
}

/**
 * Between the places where the small image has a key the large one is walked as if alone; at these places the ends of
 * both are weighed together.
 */
function walkWindow(scan: Scan, main: Scanner, added: Scanner, limit: number, judge: JointJudge): void {
  const shift = main.origin - BEFORE;
  let from = Math.max(BEFORE, main.free - shift);
  while (from < limit) {
    const stop = nextAdded(added, from, limit);
    main.walk(scan, from, stop);
    from = Math.max(stop, main.free - shift);
    if (from > stop || stop === limit) continue;
    addLongest(scan, main, added, stop, judge);
    from = Math.max(stop + 1, main.free - shift);
  }
}

/** Scans with two images at once; the hits are those of the main scan. */
export function runJointScan(main: Side, added: Side, judge: JointJudge): void {
  const { text } = main.scan;
  if (text.length === 0) return;
  const { scanner } = main.image;
  const second = added.image.scanner;
  scanner.during(main.scan, () =>
    second.during(added.scan, () => {
      do {
        second.readWindow(text);
        walkWindow(main.scan, scanner, second, scanner.readWindow(text), judge);
      } while (scanner.slide(text) && second.slide(text));
    }),
  );
}
