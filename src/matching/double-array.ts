import { PAYLOAD } from './image-layout.ts';
import { SOFT_STATE } from './scanner/layout.ts';
import { SlotMap } from './slot-map.ts';

/** Distinct keys in ascending order, each with the payload that a hit reports. */
export interface TrieKeys {
  units: Uint16Array;
  starts: Int32Array;
  payloads: Int32Array;
  keyCount: number;
}

/** Classes with a meaning of their own in the double array. */
export interface TrieClasses {
  classCount: number;
  terminal: number;
  /** Class for which every state after the first unit keeps a slot, so that the scan stops there; -1: none. */
  soft: number;
}

/** The sections that make a trie; see `SECTIONS`. */
export interface DoubleArray {
  base: Int32Array;
  check: Uint16Array;
  tails: Uint16Array;
  first: Int32Array;
  singles: boolean;
}

/** Reports how much is done, 0 to 1, at each step at which the caller may pause. */
export type BuildSteps<T> = Generator<number, T, void>;

const PAUSE_EVERY = 20_000;

/** Counts slots, tail units and keys longer than a tail beforehand, so that the arrays need not grow. */
function measure(keys: TrieKeys): { slots: number; tails: number; long: number } {
  let long = 0;
  let slots = 0;
  let tails = 0;
  let shared = 0;
  for (let key = 0; key < keys.keyCount; key++) {
    const next = key + 1 < keys.keyCount ? sharedLength(keys, key, key + 1) : 0;
    const length = (keys.starts[key + 1] ?? 0) - (keys.starts[key] ?? 0);
    const deep = Math.max(shared, next);
    const depth = Math.max(Math.min(length, Math.max(deep + 1, 2)), length - PAYLOAD.maxTail);
    slots += Math.max(0, depth - shared) + (next === length ? 1 : 0);
    if (depth < length) tails += 2 + length - depth;
    if (length > PAYLOAD.maxTail) long++;
    shared = next;
  }
  return { slots, tails, long };
}

function sharedLength(keys: TrieKeys, a: number, b: number): number {
  const { units, starts } = keys;
  const aStart = starts[a] ?? 0;
  const bStart = starts[b] ?? 0;
  const most = Math.min((starts[a + 1] ?? 0) - aStart, (starts[b + 1] ?? 0) - bStart);
  let length = 0;
  while (length < most && units[aStart + length] === units[bStart + length]) length++;
  return length;
}

/** A level of the trie: for each state its slot and its range of keys. */
interface Level {
  slots: Int32Array;
  ends: Int32Array;
  begins: Int32Array;
  count: number;
}

function createLevel(room: number): Level {
  return { slots: new Int32Array(room), begins: new Int32Array(room), ends: new Int32Array(room), count: 0 };
}

/** A double array while it is filled. One node at a time: a loop over all would be compiled anew at every turn it takes. */
class TrieFiller {
  readonly map: SlotMap;
  readonly first: Int32Array;
  tailEnd = 0;
  singles = false;
  private readonly keys: TrieKeys;
  private readonly classes: TrieClasses;
  private readonly tails: Uint16Array;
  private readonly children: Int32Array;
  private readonly bounds: Int32Array;

  constructor(keys: TrieKeys, classes: TrieClasses, size: { slots: number; tails: number }) {
    this.keys = keys;
    this.classes = classes;
    this.map = new SlotMap(size.slots + Math.ceil(size.slots / 64) + classes.classCount * 2);
    this.tails = new Uint16Array(size.tails);
    this.first = new Int32Array(classes.classCount).fill(-1);
    this.children = new Int32Array(classes.classCount + 4);
    this.bounds = new Int32Array(classes.classCount + 4);
  }

  /** Lists the units that keys in [begin, end) have at a depth, and where the keys of each begin. Returns how many. */
  private branch(begin: number, end: number, depth: number): number {
    const { children, bounds } = this;
    const { units, starts } = this.keys;
    let count = 0;
    let last = -1;
    for (let key = begin; key < end; key++) {
      const unit = units[starts[key]! + depth]!;
      if (unit === last) continue;
      last = unit;
      children[count] = unit;
      bounds[count++] = key;
    }
    bounds[count] = end;
    return count;
  }

  /** Keeps the rest of a key that is alone in its branch. */
  private addTail(key: number, from: number, rest: number): number {
    const { tails, tailEnd } = this;
    const { units, payloads } = this.keys;
    const header = payloads[key]! | (rest << PAYLOAD.lengthShift);
    tails[tailEnd] = header & 0xffff;
    tails[tailEnd + 1] = header >>> 16;
    for (let at = 0; at < rest; at++) tails[tailEnd + 2 + at] = units[from + at]!;
    this.tailEnd = tailEnd + 2 + rest;
    return tailEnd;
  }

  /** Fills the slots that `count` children lead to; those with several keys, or too long a one, are put off to `next`. */
  private fill(base: number, count: number, depth: number, next: Level): void {
    const { children, bounds, map } = this;
    const { starts, payloads } = this.keys;
    for (let child = 0; child < count; child++) {
      const low = bounds[child]!;
      const high = bounds[child + 1]!;
      const slot = base + children[child]!;
      const from = starts[low]! + depth + 1;
      const rest = starts[low + 1]! - from;
      if (high - low > 1 || depth === 0 || rest > PAYLOAD.maxTail) {
        next.slots[next.count] = slot;
        next.begins[next.count] = low;
        next.ends[next.count++] = high;
      } else if (rest === 0) map.base[slot] = ~(payloads[low]! * 2 + 1);
      else map.base[slot] = ~(this.addTail(low, from, rest) * 2);
    }
  }

  /** The base for `count` children and, if wanted, an end of a key and a gap. */
  private place(count: number, ends: boolean, gap: boolean): number {
    const { terminal, soft } = this.classes;
    if (!ends && !gap) return this.map.place(this.children, count);
    const all = this.children.slice(0, count + (ends ? 1 : 0) + (gap ? 1 : 0));
    if (ends) all[count] = terminal;
    if (gap) all[all.length - 1] = soft;
    return this.map.place(all.sort(), all.length);
  }

  /** Places the children of a node. */
  add(level: Level, node: number, depth: number, next: Level): void {
    const { keys, classes, map } = this;
    const { starts } = keys;
    const end = level.ends[node]!;
    let begin = level.begins[node]!;
    const ends = starts[begin + 1]! - starts[begin]! === depth;
    const ending = keys.payloads[begin]!;
    if (ends) begin++;
    const gap = depth === 1 && classes.soft >= 0;
    const count = this.branch(begin, end, depth);
    const base = this.place(count, ends, gap);
    const value = base * 2 + (ends ? 1 : 0);
    if (gap) map.base[base + classes.soft] = SOFT_STATE;
    if (ends) map.base[base + classes.terminal] = ending;
    if (depth > 0) map.base[level.slots[node]!] = value;
    if (depth === 1) {
      this.first[keys.units[starts[level.begins[node]!]!]!] = value;
      this.singles ||= ends;
    }
    this.fill(base, count, depth, next);
  }

  /** The finished arrays. */
  close(): DoubleArray {
    const { map, first, tails, tailEnd, singles } = this;
    // Base of a state that has no transition at all.
    const deadBase = map.top;
    const slots = deadBase + this.classes.classCount;
    for (let unit = 0; unit < first.length; unit++) if (first[unit] === -1) first[unit] = deadBase * 2;
    map.reserve(slots);
    // `base` is used only of slots whose `check` was seen; `first`, which lies behind it, is long enough to read on into.
    const base = map.base.subarray(0, deadBase);
    const check = map.check.subarray(0, slots);
    return { base, check, tails: tails.subarray(0, tailEnd), first, singles };
  }
}

/** Nodes that the next level may have. A state below the first level has at least two keys, or one too long for a tail. */
function roomBelow(level: Level, depth: number, long: number, classCount: number): number {
  let keys = 0;
  for (let node = 0; node < level.count; node++) keys += level.ends[node]! - level.begins[node]!;
  return Math.min(keys, depth === 0 ? classCount : (keys >> 1) + long);
}

/**
 * Builds the double array level by level, so that the second level, which nearly every start of a walk touches,
 * lies together. A key that is alone in its branch keeps its rest in `tails`.
 */
export function* buildDoubleArray(keys: TrieKeys, classes: TrieClasses): BuildSteps<DoubleArray> {
  const size = measure(keys);
  const filler = new TrieFiller(keys, classes, size);
  let level = createLevel(1);
  level.ends[0] = keys.keyCount;
  level.count = keys.keyCount > 0 ? 1 : 0;
  let done = 0;
  for (let depth = 0; level.count > 0; depth++) {
    const next = createLevel(roomBelow(level, depth, size.long, classes.classCount));
    for (let node = 0; node < level.count; node++) {
      if (++done % PAUSE_EVERY === 0) yield Math.min(1, done / (size.slots + 1));
      filler.add(level, node, depth, next);
    }
    level = next;
  }
  return filler.close();
}
