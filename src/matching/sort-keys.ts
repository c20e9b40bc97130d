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

/** Writes, for every key, its first units and its number packed into 64 bits, so that a native sort orders them. */
function packPrefixes(pool: KeyPool, words: Uint32Array, unitBits: number, prefix: number): void {
  for (let key = 0; key < pool.keyCount; key++) {
    const start = pool.starts[key] ?? 0;
    const end = pool.starts[key + 1] ?? 0;
    let high = 0;
    let low = 0;
    let position = 64;
    for (let at = 0; at < prefix; at++) {
      position -= unitBits;
      const unit = start + at < end ? (pool.units[start + at] ?? 0) + 1 : 0;
      if (position >= 32) high |= unit << (position - 32);
      else {
        low |= unit << position;
        if (position + unitBits > 32) high |= unit >>> (32 - position);
      }
    }
    words[key * 2] = (low | key) >>> 0;
    words[key * 2 + 1] = high >>> 0;
  }
}

/** Compares the units of two keys from the `skip`th on. */
function compareKeys(pool: KeyPool, a: number, b: number, skip: number): number {
  const { units, starts } = pool;
  let at = (starts[a] ?? 0) + skip;
  let bt = (starts[b] ?? 0) + skip;
  const aEnd = starts[a + 1] ?? 0;
  const bEnd = starts[b + 1] ?? 0;
  while (at < aEnd && bt < bEnd) {
    const difference = (units[at++] ?? 0) - (units[bt++] ?? 0);
    if (difference !== 0) return difference;
  }
  return aEnd - at - (bEnd - bt) || a - b;
}

function sortRun(pool: KeyPool, order: Int32Array, from: number, to: number, skip: number): void {
  if (to - from > 24) {
    order.subarray(from, to).sort((a, b) => compareKeys(pool, a, b, skip));
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const key = order[at] ?? 0;
    let hole = at;
    while (hole > from && compareKeys(pool, order[hole - 1] ?? 0, key, skip) > 0) {
      order[hole] = order[hole - 1] ?? 0;
      hole--;
    }
    order[hole] = key;
  }
}

function sortedOrder(pool: KeyPool, unitLimit: number): Int32Array {
  const count = pool.keyCount;
  const unitBits = bitsFor(unitLimit + 1);
  const keyBits = bitsFor(count);
  const prefix = Math.max(1, Math.floor((64 - keyBits) / unitBits));
  const packed = new BigUint64Array(count);
  const words = new Uint32Array(packed.buffer);
  packPrefixes(pool, words, unitBits, prefix);
  packed.sort();
  const keyMask = keyBits === 32 ? 0xffffffff : (1 << keyBits) - 1;
  const usedLow = 64 - prefix * unitBits;
  const lowMask = usedLow >= 32 ? 0 : (-1 << usedLow) >>> 0;
  const highMask = usedLow > 32 ? (-1 << (usedLow - 32)) >>> 0 : 0xffffffff;
  const order = new Int32Array(count);
  let runStart = 0;
  for (let at = 0; at <= count; at++) {
    const same =
      at < count &&
      at > 0 &&
      (((words[at * 2] ?? 0) ^ (words[at * 2 - 2] ?? 0)) & lowMask) === 0 &&
      (((words[at * 2 + 1] ?? 0) ^ (words[at * 2 - 1] ?? 0)) & highMask) === 0;
    if (at < count) order[at] = ((words[at * 2] ?? 0) & keyMask) >>> 0;
    if (same) continue;
    if (at - runStart > 1) sortRun(pool, order, runStart, at, prefix);
    runStart = at;
  }
  return order;
}

/** Sorts the keys of a pool; all units must be below `unitLimit`. The pool may be dropped afterwards. */
export function sortKeys(pool: KeyPool, unitLimit: number): SortedKeys {
  const order = sortedOrder(pool, unitLimit);
  const units = new Uint16Array(pool.unitCount);
  const starts = new Int32Array(pool.keyCount + 1);
  const terms = new Int32Array(pool.keyCount);
  let end = 0;
  for (let at = 0; at < order.length; at++) {
    const key = order[at] ?? 0;
    terms[at] = pool.terms[key] ?? 0;
    for (let unit = pool.starts[key] ?? 0; unit < (pool.starts[key + 1] ?? 0); unit++)
      units[end++] = pool.units[unit] ?? 0;
    starts[at + 1] = end;
  }
  return { units, starts, terms, keyCount: pool.keyCount };
}
