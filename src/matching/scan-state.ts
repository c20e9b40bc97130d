import { MAX_SPAN } from './term-keys.ts';
import { EDGE_REACH } from './word-edges.ts';

/** Starts walked at a time. */
export const WALKED = 3072;
/** Units of text encoded at a time: all that a match from such a start, and the judgement of its edge, may touch. */
export const WINDOW = WALKED + MAX_SPAN + EDGE_REACH;
/** The buffer begins with the classes of the units before the window; a multiple of 32. */
export const BEFORE = 32;

/** Decides on hits that need it. An object with a method: a closure for each scan would undo compiled code. */
export interface Judge {
  /** The term to report, or -1. `end` may lie behind the term's own end (plural). `lead`: what the trie reports (`leadOf`). */
  decide(start: number, end: number, lead: number): number;
}

/** Buffers of a scan. */
interface ScanBuffers {
  /** Classes of the window's units, from `BEFORE` on. */
  readonly classes: Uint16Array;
  /** Bits of the places where a walk may begin. */
  readonly starts: Int32Array;
  /** Ends of keys found from one start (`findEnds`): triples end, payload, end of the key without a plural ending. */
  readonly ends: Int32Array;
  hits: Int32Array;
}

/** State of one scan: buffers, and the hits so far as triples start, end, term. */
export interface Scan extends ScanBuffers {
  text: string;
  /** Offset in the text of `classes[BEFORE]`. */
  origin: number;
  hitLength: number;
  /** Starts before this offset lie inside the last hit. */
  free: number;
  judge: Judge;
  /** Number of the image's first term in the index. */
  firstTerm: number;
  /** Whether the image is that of the added terms. */
  added: boolean;
  /** Terms, by number in the index, of which hits are not simply taken: the judge is asked about them. */
  barred: ReadonlySet<number> | undefined;
  /** Results of reading a gap: the place after it, or -1; whether quotation marks were crossed in this walk. */
  next: number;
  quotes: boolean;
  /** Where walking stopped (place in `classes`), and the place before which a key from there must end. */
  oddStart: number;
  oddLimit: number;
}

/** Buffers of the last scan, for the next one: a page is scanned in many pieces. */
let spare: ScanBuffers | undefined;

/** Hit buffers larger than this (in numbers) are not kept. */
const LARGEST_SPARE = 1 << 19;

function createBuffers(): ScanBuffers {
  return {
    classes: new Uint16Array(BEFORE + WINDOW + 64),
    starts: new Int32Array((BEFORE + WINDOW + 64) >> 5),
    ends: new Int32Array((MAX_SPAN + 2) * 3),
    hits: new Int32Array(WALKED * 3),
  };
}

/** A new scan over a text. Its buffers should be given back by `releaseScan` when the hits are read. */
export function createScan(text: string, judge: Judge): Scan {
  const { classes, starts, ends, hits } = spare ?? createBuffers();
  spare = undefined;
  const place = { origin: 0, hitLength: 0, free: 0, next: 0, oddStart: 0, oddLimit: 0 };
  const flags = { added: false, quotes: false, barred: undefined };
  return { text, classes, starts, ends, hits, judge, firstTerm: 0, ...place, ...flags };
}

/** Ends a scan: its hits must not be read any more. */
export function releaseScan(scan: Scan): void {
  const { classes, starts, ends, hits } = scan;
  if (hits.length <= LARGEST_SPARE) spare = { classes, starts, ends, hits };
}

/** Makes room for that many more hits. */
export function reserveHits(scan: Scan, count: number): void {
  const needed = scan.hitLength + count * 3;
  if (needed <= scan.hits.length) return;
  const grown = new Int32Array(Math.max(needed, scan.hits.length * 2));
  grown.set(scan.hits);
  scan.hits = grown;
}

/** Adds a hit; starts before its end are no longer free. */
export function addHit(scan: Scan, start: number, end: number, term: number): void {
  scan.free = end;
  scan.hits[scan.hitLength] = start;
  scan.hits[scan.hitLength + 1] = end;
  scan.hits[scan.hitLength + 2] = term;
  scan.hitLength += 3;
}
