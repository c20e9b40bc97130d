import { UNIT_KIND } from '../text/unit-kind.ts';
import type { TermImage } from './image.ts';
import { PAYLOAD, TERM_MASK, UNIT_MARK } from './image-layout.ts';
import { gapCounts, MAX_SPAN } from './term-keys.ts';
import { EDGE_REACH, mayBegin, mayEnd } from './word-edges.ts';

/** Units of text encoded at a time. A start is walked only when a whole `MAX_SPAN` behind it is encoded. */
const WINDOW = 4096;
/** The buffer begins with the classes of the units before the window. */
const BEFORE = EDGE_REACH;

/** Decides on a hit that needs it: the term to report, or -1. `end` may lie behind the term's own end (plural). */
export type Judge = (start: number, end: number, payload: number) => number;

/** State of one scan: buffers, and the hits so far as triples start, end, term. */
export interface Scan {
  text: string;
  /** Offset in the text of `classes[BEFORE]`. */
  origin: number;
  readonly classes: Uint16Array;
  readonly starts: Int32Array;
  hits: Int32Array;
  hitLength: number;
  /** Starts before this offset lie inside the last hit. */
  free: number;
  judge: Judge;
  /** Whether the judge is asked about every hit. */
  judgeAll: boolean;
  /** Results of `crossGap`: place after the gap, or -1; whether quotation marks were crossed in this walk. */
  next: number;
  quotes: boolean;
}

/** A new scan over a text. */
export function createScan(text: string, judge: Judge): Scan {
  return {
    text,
    origin: 0,
    classes: new Uint16Array(BEFORE + WINDOW + EDGE_REACH),
    starts: new Int32Array(WINDOW + 1),
    hits: new Int32Array(Math.max(48, text.length >> 3)),
    hitLength: 0,
    free: 0,
    judge,
    judgeAll: false,
    next: 0,
    quotes: false,
  };
}

/** Turns units of the text into classes. */
function encode(
  text: string,
  from: number,
  to: number,
  table: Uint16Array,
  into: Uint16Array,
  at: number,
): void {
  for (let unit = from, place = at; unit < to; unit++, place++) into[place] = table[text.charCodeAt(unit)]!;
}

/**
 * Lists, without branches, the places in [from, to) whose class and next class begin some key and which are not
 * inside a Latin word. Returns their number.
 */
function listStarts(
  image: TermImage,
  classes: Uint16Array,
  from: number,
  to: number,
  into: Int32Array,
): number {
  const { first, check, latinEnd } = image;
  let count = 0;
  let unit = classes[from]!;
  let inWord = classes[from - 1]! - latinEnd;
  for (let at = from; at < to; at++) {
    const next = classes[at + 1]!;
    const isPair = ((check[(first[unit]! >> 1) + next]! ^ next) - 1) >>> 31;
    into[count] = at;
    const latin = unit - latinEnd;
    count += isPair & ~((inWord & latin) >>> 31);
    inWord = latin;
    unit = next;
  }
  return count;
}

/** As `listStarts`, for images in which a key may have only one unit. */
function listAllStarts(
  image: TermImage,
  classes: Uint16Array,
  from: number,
  to: number,
  into: Int32Array,
): number {
  const { first, check, latinEnd } = image;
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = classes[at]!;
    const next = classes[at + 1]!;
    const value = first[unit]!;
    const found = (value & 1) | (((check[(value >> 1) + next]! ^ next) - 1) >>> 31);
    into[count] = at;
    count += found & ~(((classes[at - 1]! - latinEnd) & (unit - latinEnd)) >>> 31);
  }
  return count;
}

/**
 * Steps over a gap at `at` (its first soft unit) in state `value`. Returns the state behind it; `scan.next` is the
 * place behind the gap, or -1 when the walk ends here.
 */
function crossGap(scan: Scan, image: TermImage, start: number, at: number, value: number): number {
  const { classes, text } = scan;
  let end = at;
  let space = false;
  let hyphen = false;
  while (classes[end] === image.soft) {
    const kind = image.softKinds.get(text.charCodeAt(scan.origin + end - BEFORE));
    if (kind === UNIT_KIND.space) space = true;
    else if (kind === UNIT_KIND.hyphen) hyphen = true;
    else if (kind === UNIT_KIND.quote) scan.quotes = true;
    end++;
  }
  scan.next = end;
  if (end - start > MAX_SPAN) {
    scan.next = -1;
    return value;
  }
  const latin = classes[at - 1]! < image.latinEnd;
  if (!gapCounts(latin, classes[end]! < image.latinEnd, space, hyphen)) return value;
  const slot = (value >> 1) + image.separator;
  if (image.check[slot] === image.separator) return image.base[slot]!;
  if (!(latin && space && hyphen)) scan.next = -1;
  return value;
}

/** Compares the classes left of a term, kept in `tails` from `tail` on, with the text at `at`; the end, or -1. */
function matchTail(
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

function matchTailOverGaps(
  scan: Scan,
  image: TermImage,
  start: number,
  at: number,
  tail: number,
  stop: number,
): number {
  const { classes, text } = scan;
  const { tails, soft, separator, latinEnd } = image;
  let place = at;
  let left = tail;
  while (left < stop) {
    if (classes[place] !== soft) {
      if (tails[left++] !== classes[place++]) return -1;
      continue;
    }
    const gap = place;
    let space = false;
    let hyphen = false;
    for (; classes[place] === soft; place++) {
      const kind = image.softKinds.get(text.charCodeAt(scan.origin + place - BEFORE));
      if (kind === UNIT_KIND.space) space = true;
      else if (kind === UNIT_KIND.hyphen) hyphen = true;
      else if (kind === UNIT_KIND.quote) scan.quotes = true;
    }
    if (place - start > MAX_SPAN) return -1;
    const latin = classes[gap - 1]! < latinEnd;
    if (!gapCounts(latin, classes[place]! < latinEnd, space, hyphen)) continue;
    if (tails[left] === separator) left++;
    else if (!(latin && space && hyphen)) return -1;
  }
  return place;
}

/**
 * Where a term that ends before `at` ends as a word: `at` itself, or behind a plural ending; -1 inside a word.
 * The last unit of the term is at `at - 1`.
 */
function wordEnd(image: TermImage, classes: Uint16Array, at: number): number {
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

function addHit(scan: Scan, start: number, end: number, term: number): void {
  if (scan.hitLength + 3 > scan.hits.length) {
    const grown = new Int32Array(scan.hits.length * 2);
    grown.set(scan.hits);
    scan.hits = grown;
  }
  scan.hits[scan.hitLength] = start;
  scan.hits[scan.hitLength + 1] = end;
  scan.hits[scan.hitLength + 2] = term;
  scan.hitLength += 3;
}

/** All ends of keys that begin at `start`, as pairs end, payload, shortest first. */
function endsFrom(scan: Scan, image: TermImage, start: number): number[] {
  const { classes } = scan;
  const { base, check, tails, latinEnd, soft, terminal } = image;
  const ends: number[] = [];
  const add = (at: number, payload: number): void => {
    const end = latinEnd > 0 ? wordEnd(image, classes, at) : at;
    if (end >= 0 && at - start <= MAX_SPAN) ends.push(end, payload);
  };
  let value = image.first[classes[start]!]!;
  let at = start + 1;
  for (;;) {
    if (value < 0) {
      const index = ~value >> 1;
      if (~value & 1) add(at, index);
      else {
        const header = tails[index]! | (tails[index + 1]! << 16);
        const end = matchTail(scan, image, start, at, index + 2, header >>> PAYLOAD.lengthShift);
        if (end >= 0) add(end, header & ((1 << PAYLOAD.lengthShift) - 1));
      }
      return ends;
    }
    if (value & 1) add(at, base[(value >> 1) + terminal]!);
    if (classes[at] === soft && latinEnd > 0) {
      const from = value;
      value = crossGap(scan, image, start, at, value & ~1);
      if (scan.next < 0) return ends;
      at = scan.next;
      if (value !== (from & ~1)) continue;
    }
    const slot = (value >> 1) + classes[at]!;
    if (check[slot] !== classes[at]) return ends;
    value = base[slot]!;
    at++;
  }
}

/** Whether the judge decides: the term has rules, a quotation mark was crossed, or a longer name may go on. */
function mustJudge(scan: Scan, image: TermImage, payload: number, end: number): boolean {
  const nameTail = image.unitMarks[scan.classes[end]!]! & UNIT_MARK.nameTail;
  return ((payload & PAYLOAD.judged) | nameTail) !== 0 || scan.quotes || scan.judgeAll;
}

/** Whether no word straddles an edge of the hit; what ended the last hit has ended a word. */
function hasClearEdges(scan: Scan, image: TermImage, start: number, end: number, payload: number): boolean {
  if ((payload & PAYLOAD.endRisk) !== 0 && !mayEnd(image, scan.classes, end)) return false;
  if ((payload & PAYLOAD.startRisk) === 0 || scan.free - scan.origin + BEFORE === start) return true;
  return mayBegin(image, scan.classes, start);
}

/** The judged walk: adds the longest end that the judge accepts. */
function judgeFrom(scan: Scan, image: TermImage, start: number): void {
  scan.quotes = false;
  const ends = endsFrom(scan, image, start);
  const shift = scan.origin - BEFORE;
  for (let at = ends.length - 2; at >= 0; at -= 2) {
    const end = ends[at]!;
    const payload = ends[at + 1]!;
    if (!hasClearEdges(scan, image, start, end, payload)) continue;
    const judged = mustJudge(scan, image, payload, end);
    const term = judged ? scan.judge(start + shift, end + shift, payload) : termOf(payload);
    if (term < 0) continue;
    addHit(scan, start + shift, end + shift, term);
    scan.free = end + shift;
    return;
  }
}

/** Walks the listed starts and adds the hits. */
function walkStarts(scan: Scan, image: TermImage, count: number): void {
  const { classes, starts } = scan;
  const { base, check, first, tails, latinEnd, soft, terminal } = image;
  const shift = scan.origin - BEFORE;
  let free = scan.free - shift;
  for (let listed = 0; listed < count; listed++) {
    const start = starts[listed]!;
    if (start < free) continue;
    let value = first[classes[start]!]!;
    let at = start + 1;
    let end = -1;
    let payload = 0;
    scan.quotes = false;
    for (;;) {
      if (value < 0) {
        const index = ~value >> 1;
        if (~value & 1) {
          const word = classes[at]! < latinEnd ? wordEnd(image, classes, at) : at;
          if (word >= 0) {
            end = word;
            payload = index;
          }
          break;
        }
        const header = tails[index]! | (tails[index + 1]! << 16);
        const tailEnd = matchTail(scan, image, start, at, index + 2, header >>> PAYLOAD.lengthShift);
        if (tailEnd < 0) break;
        const word = classes[tailEnd]! < latinEnd ? wordEnd(image, classes, tailEnd) : tailEnd;
        if (word >= 0) {
          end = word;
          payload = header & ((1 << PAYLOAD.lengthShift) - 1);
        }
        break;
      }
      if (value & 1) {
        const word = classes[at]! < latinEnd ? wordEnd(image, classes, at) : at;
        if (word >= 0) {
          end = word;
          payload = base[(value >> 1) + terminal]!;
        }
      }
      if (classes[at] === soft) {
        const from = value & ~1;
        value = crossGap(scan, image, start, at, from);
        if (scan.next < 0) break;
        at = scan.next;
        if (value !== from) continue;
      }
      const unit = classes[at]!;
      const slot = (value >> 1) + unit;
      if (check[slot] !== unit) break;
      value = base[slot]!;
      at++;
    }
    if (end < 0) continue;
    if (
      end - start > MAX_SPAN ||
      mustJudge(scan, image, payload, end) ||
      (payload > TERM_MASK && !hasClearEdges(scan, image, start, end, payload))
    ) {
      judgeFrom(scan, image, start);
      free = scan.free - shift;
      continue;
    }
    addHit(scan, start + shift, end + shift, payload & TERM_MASK);
    free = end;
    scan.free = end + shift;
  }
}

/** Runs a scan over its whole text. Hits are in `scan.hits`, `scan.hitLength` numbers. */
export function runScan(scan: Scan, image: TermImage): void {
  const { text, classes, starts } = scan;
  const { unitClass, none } = image;
  let filled = 0;
  classes.fill(none, 0, BEFORE);
  for (scan.origin = 0; scan.origin < text.length; ) {
    const { origin } = scan;
    const end = Math.min(text.length, origin + WINDOW);
    encode(text, origin + filled, end, unitClass, classes, BEFORE + filled);
    const last = end === text.length;
    const size = end - origin;
    classes.fill(none, BEFORE + size, BEFORE + size + EDGE_REACH);
    const walked = last ? size : size - MAX_SPAN - EDGE_REACH;
    const from = BEFORE + Math.max(0, Math.min(walked, scan.free - origin));
    const list = image.singles ? listAllStarts : listStarts;
    const count = list(image, classes, from, BEFORE + walked, starts);
    walkStarts(scan, image, count);
    if (last) return;
    classes.copyWithin(0, walked, BEFORE + size);
    filled = size - walked;
    scan.origin = origin + walked;
  }
}

/** Term number of a payload. */
export function termOf(payload: number): number {
  return payload & TERM_MASK;
}
