import type { KeyPool } from './key-pool.ts';

/** Keys in ascending order of their units (as numbers), shorter before longer. Equal keys keep the pool's order. */
export interface SortedKeys {
  units: Uint16Array;
  starts: Int32Array;
  terms: Int32Array;
  keyCount: number;
}

function bitsFor(count: number): number {
  return Math.max(1, 32 - Math.clz32(count));
}

/** How keys are packed: their first units, then their place in the order so far. */
interface Packing {
  unitBits: number;
  placeBits: number;
  /** Units that are packed. */
  prefix: number;
}

function packingOf(count: number, unitLimit: number): Packing {
  const unitBits = bitsFor(unitLimit + 1);
  const placeBits = bitsFor(count);
  return { unitBits, placeBits, prefix: Math.max(1, Math.floor((64 - placeBits) / unitBits)) };
}

/** Writes units of every key, from the `skip`th on, and its place into 64 bits, so that a native sort orders them. */
function packPrefixes(
  { units, starts }: KeyPool,
  order: Int32Array,
  skip: number,
  { unitBits, prefix }: Packing,
  words: Uint32Array,
): void {
  for (let place = 0; place < order.length; place++) {
    const key = order[place]!;
    const start = starts[key]! + skip;
    const end = starts[key + 1]!;
    let high = 0;
    let low = 0;
    let position = 64;
    for (let at = 0; at < prefix; at++) {
      position -= unitBits;
      const unit = start + at < end ? units[start + at]! + 1 : 0;
      if (position >= 32) high |= unit << (position - 32);
      else {
        low |= unit << position;
        if (position + unitBits > 32) high |= unit >>> (32 - position);
      }
    }
    words[place * 2] = (low | place) >>> 0;
    words[place * 2 + 1] = high >>> 0;
  }
}

/** Compares the units of two keys from the `skip`th on. */
function compareKeys({ units, starts }: KeyPool, a: number, b: number, skip: number): number {
  let at = starts[a]! + skip;
  let bt = starts[b]! + skip;
  const aEnd = starts[a + 1]!;
  const bEnd = starts[b + 1]!;
  while (at < aEnd && bt < bEnd) {
    const difference = units[at++]! - units[bt++]!;
    if (difference !== 0) return difference;
  }
  return aEnd - at - (bEnd - bt) || a - b;
}

/** Runs up to this length are sorted by comparing. */
const SHORT_RUN = 24;

function sortShortRun(pool: KeyPool, order: Int32Array, from: number, to: number, skip: number): void {
  for (let at = from + 1; at < to; at++) {
    const key = order[at]!;
    let hole = at;
    while (hole > from && compareKeys(pool, order[hole - 1]!, key, skip) > 0) {
      order[hole] = order[hole - 1]!;
      hole--;
    }
    order[hole] = key;
  }
}

/** Sorts keys, given in ascending order of their numbers and alike in their first `skip` units. */
function sortOrder(pool: KeyPool, order: Int32Array, skip: number, unitLimit: number): void {
  const count = order.length;
  const packing = packingOf(count, unitLimit);
  const packed = new BigUint64Array(count);
  const words = new Uint32Array(packed.buffer);
  packPrefixes(pool, order, skip, packing, words);
  packed.sort();
  const { unitBits, placeBits, prefix } = packing;
  const placeMask = placeBits === 32 ? 0xffffffff : (1 << placeBits) - 1;
  const usedLow = 64 - prefix * unitBits;
  const lowMask = usedLow >= 32 ? 0 : (-1 << usedLow) >>> 0;
  const highMask = usedLow > 32 ? (-1 << (usedLow - 32)) >>> 0 : 0xffffffff;
  const before = order.slice();
  for (let at = 0; at < count; at++) order[at] = before[(words[at * 2]! & placeMask) >>> 0]!;
  for (let from = 0, to = 1; from < count; from = to++) {
    const low = words[from * 2]! & lowMask;
    const high = words[from * 2 + 1]! & highMask;
    while (to < count && (words[to * 2]! & lowMask) === low && (words[to * 2 + 1]! & highMask) === high) to++;
    if (to - from === 1) continue;
    if (to - from <= SHORT_RUN) sortShortRun(pool, order, from, to, skip + prefix);
    else if (isLonger(pool, order, from, to, skip + prefix))
      sortOrder(pool, order.subarray(from, to), skip + prefix, unitLimit);
  }
}

/** Whether any of the keys goes on behind its first `length` units. */
function isLonger({ starts }: KeyPool, order: Int32Array, from: number, to: number, length: number): boolean {
  for (let at = from; at < to; at++) if (starts[order[at]! + 1]! - starts[order[at]!]! > length) return true;
  return false;
}

/** Sorts the keys of a pool; all units must be below `unitLimit`. The pool may be dropped afterwards. */
export function sortKeys(pool: KeyPool, unitLimit: number): SortedKeys {
  const { units: from, starts: begins, terms: numbers, keyCount, unitCount } = pool;
  const order = new Int32Array(keyCount);
  for (let key = 0; key < keyCount; key++) order[key] = key;
  sortOrder(pool, order, 0, unitLimit);
  const units = new Uint16Array(unitCount);
  const starts = new Int32Array(keyCount + 1);
  const terms = new Int32Array(keyCount);
  let end = 0;
  for (let at = 0; at < keyCount; at++) {
    const key = order[at]!;
    const stop = begins[key + 1]!;
    terms[at] = numbers[key]!;
    for (let unit = begins[key]!; unit < stop; unit++) units[end++] = from[unit]!;
    starts[at + 1] = end;
  }
  return { units, starts, terms, keyCount };
}
