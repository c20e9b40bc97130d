/** Keys of terms in one growing array of units; a term may have several keys. */
export interface KeyPool {
  units: Uint16Array;
  /** `starts[k]` to `starts[k + 1]` are the units of key k. */
  starts: Int32Array;
  /** Term number of each key. */
  terms: Int32Array;
  keyCount: number;
  unitCount: number;
}

/** An empty pool with room for that many keys and units; it grows when they do not suffice. */
export function createKeyPool(keys: number, units: number): KeyPool {
  return {
    units: new Uint16Array(units + 16),
    starts: new Int32Array(keys + 2),
    terms: new Int32Array(keys + 1),
    keyCount: 0,
    unitCount: 0,
  };
}

function grownUnits(old: Uint16Array, needed: number): Uint16Array {
  const grown = new Uint16Array(Math.max(needed, Math.ceil(old.length * 1.25)));
  grown.set(old);
  return grown;
}

function grownInts(old: Int32Array): Int32Array {
  const grown = new Int32Array(Math.ceil(old.length * 1.25) + 16);
  grown.set(old);
  return grown;
}

/** Makes room for a key of that many units, to be written from `unitCount` on and closed by `closeKey`. */
export function reserveKey(pool: KeyPool, length: number): void {
  if (pool.unitCount + length > pool.units.length)
    pool.units = grownUnits(pool.units, pool.unitCount + length);
  if (pool.keyCount + 2 > pool.terms.length) {
    pool.terms = grownInts(pool.terms);
    pool.starts = grownInts(pool.starts);
  }
}

/** Ends the key whose units were written up to `end`. An empty key is dropped. */
export function closeKey(pool: KeyPool, end: number, term: number): void {
  if (end === pool.unitCount) return;
  pool.terms[pool.keyCount] = term;
  pool.keyCount++;
  pool.unitCount = end;
  pool.starts[pool.keyCount] = end;
}
