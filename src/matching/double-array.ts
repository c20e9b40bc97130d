import { PAYLOAD, SOFT_STATE } from './image-layout.ts';
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
  deadBase: number;
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

/**
 * Builds the double array level by level, so that the second level, which nearly every start of a walk touches,
 * lies together. A key that is alone in its branch keeps its rest in `tails`.
 */
export function* buildDoubleArray(keys: TrieKeys, classes: TrieClasses): BuildSteps<DoubleArray> {
  const { units, starts, payloads } = keys;
  const size = measure(keys);
  const map = new SlotMap(size.slots + Math.ceil(size.slots / 64) + classes.classCount * 2);
  const tails = new Uint16Array(size.tails);
  let tailEnd = 0;
  const first = new Int32Array(classes.classCount).fill(-1);
  const children = new Int32Array(classes.classCount + 4);
  const bounds = new Int32Array(classes.classCount + 4);
  let singles = false;
  let level = createLevel(1);
  level.ends[0] = keys.keyCount;
  level.count = keys.keyCount > 0 ? 1 : 0;
  let done = 0;
  for (let depth = 0; level.count > 0; depth++) {
    let room = 0;
    for (let node = 0; node < level.count; node++)
      room += (level.ends[node] ?? 0) - (level.begins[node] ?? 0);
    // A state further down has at least two keys, or one that is too long for a tail.
    const most = depth === 0 ? classes.classCount : (room >> 1) + size.long;
    const next = createLevel(Math.min(room, most));
    for (let node = 0; node < level.count; node++) {
      if (++done % PAUSE_EVERY === 0) yield Math.min(1, done / (size.slots + 1));
      const end = level.ends[node] ?? 0;
      let key = level.begins[node] ?? 0;
      let count = 0;
      let ending = -1;
      if ((starts[key + 1] ?? 0) - (starts[key] ?? 0) === depth) {
        ending = payloads[key] ?? 0;
        key++;
      }
      const begin = key;
      for (; key < end; key++) {
        const unit = units[(starts[key] ?? 0) + depth] ?? 0;
        if (count > 0 && children[count - 1] === unit) continue;
        children[count] = unit;
        bounds[count++] = key;
      }
      bounds[count] = end;
      const ordinary = count;
      if (ending >= 0) children[count++] = classes.terminal;
      if (depth === 1 && classes.soft >= 0) children[count++] = classes.soft;
      if (count > ordinary) children.subarray(0, count).sort();
      const base = map.place(children, count);
      if (depth === 1 && classes.soft >= 0) map.base[base + classes.soft] = SOFT_STATE;
      const value = base * 2 + (ending >= 0 ? 1 : 0);
      if (depth > 0) map.base[level.slots[node] ?? 0] = value;
      if (depth === 1) {
        first[units[starts[level.begins[node] ?? 0] ?? 0] ?? 0] = value;
        if (ending >= 0) singles = true;
      }
      if (ending >= 0) map.base[base + classes.terminal] = ending;
      let low = begin;
      for (let child = 0; child < ordinary; child++) {
        const high = bounds[child + 1] ?? end;
        const unit = units[(starts[low] ?? 0) + depth] ?? 0;
        const slot = base + unit;
        const rest = (starts[low + 1] ?? 0) - (starts[low] ?? 0) - depth - 1;
        if (high - low > 1 || depth === 0 || rest > PAYLOAD.maxTail) {
          next.slots[next.count] = slot;
          next.begins[next.count] = low;
          next.ends[next.count++] = high;
        } else if (rest === 0) {
          map.base[slot] = ~((payloads[low] ?? 0) * 2 + 1);
        } else {
          map.base[slot] = ~(tailEnd * 2);
          const header = (payloads[low] ?? 0) | (rest << PAYLOAD.lengthShift);
          tails[tailEnd++] = header & 0xffff;
          tails[tailEnd++] = header >>> 16;
          for (let at = 0; at < rest; at++)
            tails[tailEnd++] = units[(starts[low] ?? 0) + depth + 1 + at] ?? 0;
        }
        low = high;
      }
    }
    level = next;
  }
  const deadBase = map.top;
  const slots = deadBase + classes.classCount;
  for (let unit = 0; unit < first.length; unit++) if (first[unit] === -1) first[unit] = deadBase * 2;
  map.reserve(slots);
  // A walk reads `base` only of slots whose `check` it has seen.
  const base = map.base.subarray(0, deadBase);
  const check = map.check.subarray(0, slots);
  return { base, check, tails: tails.subarray(0, tailEnd), first, deadBase, singles };
}
