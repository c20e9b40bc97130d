import nameTails from '../../assets/text/name-tails.json' with { type: 'json' };
import { createKeyPool } from './key-pool.ts';
import { addTermKeys } from './term-keys.ts';

/** What makes a longer name of a term that it follows (組織法), as keys of units. */
function tailKeys(): number[][] {
  const pool = createKeyPool(nameTails.tails.length, nameTails.tails.join('').length);
  nameTails.tails.forEach((text, number) => {
    addTermKeys(pool, text, number);
  });
  return Array.from({ length: pool.keyCount }, (_, key) => [
    ...pool.units.subarray(pool.starts[key], pool.starts[key + 1]),
  ]);
}

let keys: number[][] | undefined;

function tails(): number[][] {
  keys ??= tailKeys();
  return keys;
}

/** All units of name tails, those of keys' separators included. */
export function tailUnits(): number[] {
  return [...new Set(tails().flat())];
}

/** Units that name tails begin with. */
export function tailBeginnings(): number[] {
  return [...new Set(tails().map(([unit = 0]) => unit))];
}

/** The section `nameTails`: for each its length, then its classes. */
export function tailSection(classOf: Uint16Array): Uint16Array {
  return Uint16Array.from(
    tails().flatMap((units) => [units.length, ...units.map((unit) => classOf[unit] ?? 0)]),
  );
}
