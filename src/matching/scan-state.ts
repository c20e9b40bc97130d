/** Decides on hits that need it. */
export interface Judge {
  /** The term to report, or -1. `end` may lie behind the term's own end (plural). `reported`: what the trie reports for the key. */
  decide(start: number, end: number, reported: number): number;
}

/** State of one scan: the text, what decides on it, and the hits so far as triples start, end, term. */
export interface Scan {
  readonly text: string;
  readonly judge: Judge;
  /** Numbers; `hitLength` of them are filled. */
  hits: Int32Array;
  hitLength: number;
  /** Number of the image's first term in the index. */
  readonly firstTerm: number;
  /** Terms, by number in the index, of which hits are not simply taken: the judge is asked about them. */
  readonly barred: ReadonlySet<number> | undefined;
}

/** Buffer of the last scan, for the next one: a page is scanned in many pieces. */
let spare: Int32Array | undefined;

/** Room for hits at first, and what a buffer may have to be kept (numbers). */
const LEAST_HITS = 1 << 13;
const LARGEST_SPARE = 1 << 19;

/** A new scan over a text. Its buffer should be given back by `releaseScan` when the hits are read. */
export function createScan(
  text: string,
  judge: Judge,
  barred?: ReadonlySet<number> | undefined,
  firstTerm = 0,
): Scan {
  const hits = spare ?? new Int32Array(LEAST_HITS);
  spare = undefined;
  return { text, judge, hits, hitLength: 0, firstTerm, barred };
}

/** Ends a scan: its hits must not be read any more. */
export function releaseScan({ hits }: Scan): void {
  if (hits.length <= LARGEST_SPARE) spare = hits;
}

/** Makes room for that many more numbers. */
export function reserveHits(scan: Scan, length: number): void {
  const needed = scan.hitLength + length;
  if (needed <= scan.hits.length) return;
  const grown = new Int32Array(Math.max(needed, scan.hits.length * 2));
  grown.set(scan.hits);
  scan.hits = grown;
}

/** Adds a hit. */
export function addHit(scan: Scan, start: number, end: number, term: number): void {
  reserveHits(scan, 3);
  scan.hits[scan.hitLength] = start;
  scan.hits[scan.hitLength + 1] = end;
  scan.hits[scan.hitLength + 2] = term;
  scan.hitLength += 3;
}
