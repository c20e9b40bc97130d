import { UNIT_KIND } from '../text/unit-kind.ts';
import type { TermImage } from './image.ts';
import { PAYLOAD, TERM_MASK, UNIT_MARK } from './image-layout.ts';
import { leadOf } from './image-rules.ts';
import { gapCounts, MAX_SPAN } from './term-keys.ts';
import { EDGE_REACH, mayBegin, mayEnd } from './word-edges.ts';

/** Starts walked at a time. */
const WALKED = 3072;
/** Units of text encoded at a time: all that a match from such a start, and the judgement of its edge, may touch. */
const WINDOW = WALKED + MAX_SPAN + EDGE_REACH;
/** The buffer begins with the classes of the units before the window; a multiple of 32. */
export const BEFORE = 32;

const SIGN = 1 << 31;
const PAYLOAD_MASK = (1 << PAYLOAD.lengthShift) - 1;

/** Decides on hits that need it. An object with a method: a closure for each scan would undo compiled code. */
export interface Judge {
  /** The term to report, or -1. `end` may lie behind the term's own end (plural). `lead`: what the trie reports (`leadOf`). */
  decide(start: number, end: number, lead: number): number;
}

/** State of one scan: buffers, and the hits so far as triples start, end, term. */
export interface Scan {
  text: string;
  /** Offset in the text of `classes[BEFORE]`. */
  origin: number;
  readonly classes: Uint16Array;
  /** Bits of the places where a walk may begin. */
  readonly starts: Int32Array;
  hits: Int32Array;
  hitLength: number;
  /** Starts before this offset lie inside the last hit. */
  free: number;
  judge: Judge;
  /** Number of the image's first term in the index. */
  firstTerm: number;
  /** Whether the image is that of the added terms. */
  added: boolean;
  /** Whether the judge is asked about every hit. */
  judgeAll: boolean;
  /** Results of reading a gap: the place after it, or -1; whether quotation marks were crossed in this walk. */
  next: number;
  quotes: boolean;
  /** The hit at which walking stopped: places in `classes`, payload, and how many keys end in its walk. */
  oddStart: number;
  oddEnd: number;
  oddPayload: number;
  oddEnds: number;
}

/** Buffers of the last scan, for the next one: a page is scanned in many pieces. */
let spare: Pick<Scan, 'classes' | 'starts' | 'hits'> | undefined;

/** Hit buffers larger than this (in numbers) are not kept. */
const LARGEST_SPARE = 1 << 18;

function createBuffers(): Pick<Scan, 'classes' | 'starts' | 'hits'> {
  return {
    classes: new Uint16Array(BEFORE + WINDOW + 64),
    starts: new Int32Array((BEFORE + WINDOW + 64) >> 5),
    hits: new Int32Array(WALKED * 3),
  };
}

/** A new scan over a text. Its buffers should be given back by `releaseScan` when the hits are read. */
export function createScan(text: string, judge: Judge): Scan {
  const { classes, starts, hits } = spare ?? createBuffers();
  spare = undefined;
  const rest = { origin: 0, hitLength: 0, free: 0, firstTerm: 0, added: false, judgeAll: false, next: 0 };
  const odd = { oddStart: 0, oddEnd: 0, oddPayload: 0, oddEnds: 0 };
  return { text, classes, starts, hits, judge, quotes: false, ...rest, ...odd };
}

/** Ends a scan: its hits must not be read any more. */
export function releaseScan(scan: Scan): void {
  if (scan.hits.length <= LARGEST_SPARE)
    spare = { classes: scan.classes, starts: scan.starts, hits: scan.hits };
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
  const shift = at - from;
  for (let unit = from; unit < to; unit++) into[unit + shift] = table[text.charCodeAt(unit)]!;
}

/**
 * Marks, without branches, the places in [from, to) whose class and next class begin some key and which are not
 * inside a Latin word: bit `at & 31` of word `at >> 5`. `from` is at the beginning of a word; bits beyond `to` are
 * nought up to the end of the last word.
 */
function markStarts(
  image: TermImage,
  classes: Uint16Array,
  from: number,
  to: number,
  into: Int32Array,
): void {
  const { first, check, latinEnd } = image;
  let unit = classes[from]!;
  let before = classes[from - 1]! - latinEnd;
  for (let word = from >> 5, at = from; at < to; word++) {
    const stop = at + 32;
    let bits = 0;
    for (; at < stop; at++) {
      const next = classes[at + 1]!;
      const isPair = ((check[(first[unit]! >> 1) + next]! ^ next) - 1) & ~(before & (unit - latinEnd));
      bits = (bits >>> 1) | (isPair & SIGN);
      before = unit - latinEnd;
      unit = next;
    }
    into[word] = bits;
  }
}

/** As `markStarts`, for images in which a key may have only one unit. */
function markAllStarts(
  image: TermImage,
  classes: Uint16Array,
  from: number,
  to: number,
  into: Int32Array,
): void {
  const { first, check, latinEnd } = image;
  for (let word = from >> 5, at = from; at < to; word++) {
    const stop = at + 32;
    let bits = 0;
    for (; at < stop; at++) {
      const unit = classes[at]!;
      const next = classes[at + 1]!;
      const value = first[unit]!;
      const found = ((check[(value >> 1) + next]! ^ next) - 1) | -(value & 1);
      bits = (bits >>> 1) | (found & ~((classes[at - 1]! - latinEnd) & (unit - latinEnd)) & SIGN);
    }
    into[word] = bits;
  }
}

/** The first marked place from `at` on, or `limit` when there is none below it. */
export function nextStart(starts: Int32Array, at: number, limit: number): number {
  if (at >= limit) return limit;
  let word = at >> 5;
  let bits = starts[word]! & (-1 << (at & 31));
  while (bits === 0) {
    if (++word << 5 >= limit) return limit;
    bits = starts[word]!;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}

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

/**
 * Steps over a gap at `at` (its first soft unit) in state `value`. Returns the state behind it; `scan.next` is the
 * place behind the gap, or -1 when the walk ends here.
 */
function crossGap(scan: Scan, image: TermImage, start: number, at: number, value: number): number {
  const { classes } = scan;
  const holds = readGap(scan, image, at);
  if (scan.next - start > MAX_SPAN) {
    scan.next = -1;
    return value;
  }
  const latin = classes[at - 1]! < image.latinEnd;
  const latinAfter = classes[scan.next]! < image.latinEnd;
  if (!gapCounts(latin, latinAfter, (holds & GAP.space) !== 0, (holds & GAP.hyphen) !== 0)) return value;
  const slot = (value >> 1) + image.separator;
  if (image.check[slot] === image.separator) return image.base[slot]!;
  if (!isHyphenation(holds, latin)) scan.next = -1;
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
    const counts = gapCounts(
      latin,
      classes[place]! < latinEnd,
      (holds & GAP.space) !== 0,
      (holds & GAP.hyphen) !== 0,
    );
    if (!counts) continue;
    if (tails[left] === separator) left++;
    else if (!isHyphenation(holds, latin)) return -1;
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

/** Makes room for that many more hits. */
function reserveHits(scan: Scan, count: number): void {
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

/** All ends of keys that begin at `start`, as pairs end, payload, shortest first. */
export function endsFrom(scan: Scan, image: TermImage, start: number): number[] {
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
        if (end >= 0) add(end, header & PAYLOAD_MASK);
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

/** Whether the judge decides: rules, a quotation mark crossed, a longer name or an address that may go on. */
function mustJudge(scan: Scan, image: TermImage, start: number, end: number, payload: number): boolean {
  const { unitMarks } = image;
  const { classes } = scan;
  const marks =
    (unitMarks[classes[end]!]! & (UNIT_MARK.nameTail | UNIT_MARK.joint)) |
    (unitMarks[classes[start - 1]!]! & UNIT_MARK.joint);
  return ((payload & PAYLOAD.judged) | marks) !== 0 || scan.quotes || scan.judgeAll;
}

/** What the trie reports by a payload, as the judge knows it (`leadOf`). */
export function leadIn(scan: Scan, image: TermImage, payload: number): number {
  return leadOf(image, payload & TERM_MASK, scan.firstTerm, scan.added);
}

/** The term to report for a hit, or -1. */
export function judged(scan: Scan, image: TermImage, start: number, end: number, payload: number): number {
  if (payload > TERM_MASK && !hasClearEdges(scan, image, start, end, payload)) return -1;
  const term = payload & TERM_MASK;
  if (!mustJudge(scan, image, start, end, payload)) return term + scan.firstTerm;
  const shift = scan.origin - BEFORE;
  return scan.judge.decide(start + shift, end + shift, leadIn(scan, image, payload));
}

/** Whether no word straddles an edge of the hit; what ended the last hit has ended a word. */
export function hasClearEdges(
  scan: Scan,
  image: TermImage,
  start: number,
  end: number,
  payload: number,
): boolean {
  if ((payload & PAYLOAD.endRisk) !== 0 && !mayEnd(image, scan.classes, end)) return false;
  if ((payload & PAYLOAD.startRisk) === 0 || scan.free - scan.origin + BEFORE === start) return true;
  return mayBegin(image, scan.classes, start);
}

/** The longest end below `limit` that the judge accepts is added. */
function addShorter(scan: Scan, image: TermImage, start: number, limit: number): void {
  scan.quotes = false;
  const ends = endsFrom(scan, image, start);
  const shift = scan.origin - BEFORE;
  for (let at = ends.length - 2; at >= 0; at -= 2) {
    const end = ends[at]!;
    const term = end < limit ? judged(scan, image, start, end, ends[at + 1]!) : -1;
    if (term < 0) continue;
    addHit(scan, start + shift, end + shift, term);
    return;
  }
}

/** The hit at which `walkPlain` stopped is judged, and if need be replaced by a shorter one. */
function addJudged(scan: Scan, image: TermImage): void {
  const { oddStart: start, oddEnd: end, oddPayload: payload } = scan;
  const shift = scan.origin - BEFORE;
  if (scan.classes[end]! < image.latinEnd || end - start > MAX_SPAN) {
    addShorter(scan, image, start, start + MAX_SPAN + 1);
  } else {
    const term = judged(scan, image, start, end, payload);
    if (term >= 0) addHit(scan, start + shift, end + shift, term);
    else if (scan.oddEnds > 1) addShorter(scan, image, start, end);
  }
  scan.quotes = false;
}

/**
 * Whether a hit is beyond doubt, by look-ups alone: no rules, no gap with quotation marks, nothing around it that
 * could make a longer word, name or address of it.
 */
function isPlain(
  image: TermImage,
  classes: Uint16Array,
  start: number,
  end: number,
  payload: number,
): boolean {
  const { unitMarks, wordBase, wordCheck } = image;
  const next = classes[end]!;
  const before = classes[start - 1]!;
  const marks =
    (unitMarks[next]! & (UNIT_MARK.nameTail | UNIT_MARK.joint)) | (unitMarks[before]! & UNIT_MARK.joint);
  if (((payload & PAYLOAD.judged) | marks) !== 0) return false;
  if ((payload & PAYLOAD.endRisk) !== 0 && wordCheck[wordBase[classes[end - 1]!]! + next] === next)
    return false;
  const first = classes[start]!;
  return (payload & PAYLOAD.startRisk) === 0 || wordCheck[wordBase[before]! + first] !== first;
}

/**
 * Walks the marked starts in [from, limit) and adds the hits, up to the first that is not plain: that one is left in
 * `scan.odd…`. Returns whether there was one. What it takes to judge a hit is kept out of this loop, because a compiler
 * that inlines it makes the loop half as fast.
 */
function walkPlain(scan: Scan, image: TermImage, limit: number, from: number): boolean {
  const { classes, starts, hits, judgeAll } = scan;
  const { base, check, first, tails, latinEnd, soft, terminal } = image;
  const shift = scan.origin - BEFORE;
  let free = Math.max(from, scan.free - shift);
  let hitEnd = scan.free;
  let length = scan.hitLength;
  for (let start = nextStart(starts, free, limit); start < limit; start = nextStart(starts, free, limit)) {
    let value = first[classes[start]!]!;
    let at = start + 1;
    let end = 0;
    let ended = 0;
    let seen = 0;
    while (value >= 0) {
      const ends = -(value & 1);
      seen -= ends;
      end ^= (end ^ at) & ends;
      ended ^= (ended ^ value) & ends;
      const unit = classes[at]!;
      if (unit === soft) {
        const from = value & ~1;
        value = crossGap(scan, image, start, at, from);
        if (scan.next < 0) break;
        at = scan.next;
        if (value !== from) continue;
      }
      const next = classes[at]!;
      const slot = (value >> 1) + next;
      if (check[slot] !== next) break;
      value = base[slot]!;
      at++;
    }
    free = start + 1;
    let payload = base[(ended >> 1) + terminal]!;
    if (value < 0) {
      const index = ~value >> 1;
      if (~value & 1) {
        end = at;
        payload = index;
        seen++;
      } else {
        const header = tails[index]! | (tails[index + 1]! << 16);
        const tailEnd = matchTail(scan, image, start, at, index + 2, header >>> PAYLOAD.lengthShift);
        if (tailEnd >= 0) {
          end = tailEnd;
          payload = header & PAYLOAD_MASK;
          seen++;
        }
      }
    }
    if (end === 0) continue;
    const odd = classes[end]! < latinEnd || end - start > MAX_SPAN || scan.quotes || judgeAll;
    if (odd || !isPlain(image, classes, start, end, payload)) {
      scan.oddStart = start;
      scan.oddEnd = end;
      scan.oddPayload = payload;
      scan.oddEnds = seen;
      scan.hitLength = length;
      scan.free = hitEnd;
      return true;
    }
    hits[length] = start + shift;
    hits[length + 1] = end + shift;
    hits[length + 2] = payload & TERM_MASK;
    length += 3;
    hitEnd = end + shift;
    free = end;
  }
  scan.hitLength = length;
  scan.free = hitEnd;
  return false;
}

/** Walks the marked starts in [from, limit) and adds the hits. */
export function walkStarts(scan: Scan, image: TermImage, limit: number, from = BEFORE): void {
  let at = from;
  while (walkPlain(scan, image, limit, at)) {
    addJudged(scan, image);
    at = scan.oddStart + 1;
  }
}

/** As `walkStarts`, for exact matching: no gaps, no words, no judgement. */
function walkExactStarts(scan: Scan, image: TermImage, limit: number): void {
  const { classes, starts, hits } = scan;
  const { base, check, first, tails, terminal } = image;
  const shift = scan.origin - BEFORE;
  let length = scan.hitLength;
  let free = Math.max(BEFORE, scan.free - shift);
  for (let start = nextStart(starts, free, limit); start < limit; start = nextStart(starts, free, limit)) {
    let value = first[classes[start]!]!;
    let at = start + 1;
    let end = 0;
    let ended = 0;
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

/** Encodes the window at `scan.origin` and marks its starts. Returns the place behind the last start to be walked. */
export function fillWindow(scan: Scan, image: TermImage): number {
  const { text, classes, origin } = scan;
  const filled = origin === 0 ? 0 : WINDOW - WALKED;
  if (origin === 0) classes.fill(image.none, 0, BEFORE);
  const end = Math.min(text.length, origin + WINDOW);
  encode(text, origin + filled, end, image.unitClass, classes, BEFORE + filled);
  const size = end - origin;
  const last = end === text.length;
  if (last) classes.fill(image.none, BEFORE + size, BEFORE + size + 64);
  const limit = BEFORE + (last ? size : WALKED);
  if (image.singles) markAllStarts(image, classes, BEFORE, limit, scan.starts);
  else markStarts(image, classes, BEFORE, limit, scan.starts);
  reserveHits(scan, limit - BEFORE);
  return limit;
}

/** Goes on to the next window; false when there is none. */
export function slideWindow(scan: Scan): boolean {
  if (scan.origin + WINDOW >= scan.text.length) return false;
  scan.classes.copyWithin(0, WALKED, BEFORE + WINDOW);
  scan.origin += WALKED;
  return true;
}

/** Runs a scan over its whole text. Hits are in `scan.hits`, `scan.hitLength` numbers. */
export function runScan(scan: Scan, image: TermImage): void {
  if (scan.text.length === 0) return;
  do {
    const limit = fillWindow(scan, image);
    if (image.fullRules) walkStarts(scan, image, limit);
    else walkExactStarts(scan, image, limit);
  } while (slideWindow(scan));
}
