import { foldingTables } from '../text/folding-table.ts';
import { UNIT_KIND, unitKinds } from '../text/unit-kind.ts';
import { CLASS_AFTER_LATIN } from './image-layout.ts';
import type { KeyPool } from './key-pool.ts';
import { SEPARATOR_UNIT } from './term-keys.ts';

/** Classes of the units of keys, and which units of a text have which class. */
export interface Alphabet {
  /** Class of a unit in keys; 0 when it has none of its own. */
  classOf: Uint16Array;
  latinEnd: number;
  classCount: number;
  /** Pairs unit, class. */
  unitClasses: Uint16Array;
  /** Pairs first, last unit of runs of Latin units that are in no key. */
  latinRanges: Uint16Array;
  /** Pairs unit, kind. */
  softUnits: Uint16Array;
}

function byFrequency(counts: Uint32Array, wanted: (unit: number) => boolean): number[] {
  const found: number[] = [];
  for (let unit = 0; unit < counts.length; unit++)
    if ((counts[unit] ?? 0) > 0 && wanted(unit)) found.push(unit);
  return found.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
}

function countUnits(pool: KeyPool): Uint32Array {
  const counts = new Uint32Array(65536);
  const { units, unitCount } = pool;
  for (let at = 0; at < unitCount; at++) counts[units[at] ?? 0] = (counts[units[at] ?? 0] ?? 0) + 1;
  return counts;
}

/** Exact matching: a class for each unit in the keys, the most frequent first; nothing is Latin or soft. */
export function exactAlphabet(pool: KeyPool): Alphabet {
  const units = byFrequency(countUnits(pool), () => true);
  const classOf = new Uint16Array(65536);
  const pairs = new Uint16Array(units.length * 2);
  units.forEach((unit, index) => {
    classOf[unit] = CLASS_AFTER_LATIN.rest + index;
    pairs[index * 2] = unit;
    pairs[index * 2 + 1] = CLASS_AFTER_LATIN.rest + index;
  });
  return {
    classOf,
    latinEnd: 0,
    classCount: CLASS_AFTER_LATIN.rest + units.length,
    unitClasses: pairs,
    latinRanges: new Uint16Array(0),
    softUnits: new Uint16Array(0),
  };
}

function isSoft(kind: number | undefined): boolean {
  return kind !== undefined && kind >= UNIT_KIND.space;
}

const LETTERS_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Which units of a text have which class, as the image keeps it. */
function spread(classOf: Uint16Array): Pick<Alphabet, 'unitClasses' | 'latinRanges' | 'softUnits'> {
  const { apart } = foldingTables();
  const kinds = unitKinds();
  const pairs: number[] = [];
  const ranges: number[] = [];
  const soft: number[] = [];
  for (let unit = 0; unit < 65536; unit++) {
    const folded = apart[unit] ?? unit;
    const kind = kinds[folded];
    const own = classOf[folded] ?? 0;
    if (isSoft(kind)) soft.push(unit, kind ?? 0);
    else if (own > 0) pairs.push(unit, own);
    else if (kind === UNIT_KIND.latin) {
      if (ranges.at(-1) === unit - 1) ranges[ranges.length - 1] = unit;
      else ranges.push(unit, unit);
    }
  }
  return {
    unitClasses: Uint16Array.from(pairs),
    latinRanges: Uint16Array.from(ranges),
    softUnits: Uint16Array.from(soft),
  };
}

/**
 * All rules: Latin units first (class 0 is any Latin unit in no key), then the special classes, then the other units of keys
 * and of words (`wordUnits`). Both begin with the most frequent in keys, so that what a scan reads most lies together.
 */
export function foldedAlphabet(pool: KeyPool, wordUnits: readonly number[]): Alphabet {
  const kinds = unitKinds();
  const counts = countUnits(pool);
  const wanted = [...Array.from(LETTERS_AND_DIGITS, (unit) => unit.charCodeAt(0)), ...wordUnits];
  for (const unit of wanted) counts[unit] = (counts[unit] ?? 0) + 1;
  const classOf = new Uint16Array(65536);
  const latin = byFrequency(counts, (unit) => kinds[unit] === UNIT_KIND.latin);
  const latinEnd = latin.length + 1;
  latin.forEach((unit, index) => {
    classOf[unit] = index + 1;
  });
  classOf[SEPARATOR_UNIT] = latinEnd + CLASS_AFTER_LATIN.separator;
  const others = byFrequency(counts, (unit) => classOf[unit] === 0);
  others.forEach((unit, index) => {
    classOf[unit] = latinEnd + CLASS_AFTER_LATIN.rest + index;
  });
  const classCount = latinEnd + CLASS_AFTER_LATIN.rest + others.length;
  return { classOf, latinEnd, classCount, ...spread(classOf) };
}

/** Replaces the units of all keys by their classes. */
export function classifyKeys(pool: KeyPool, alphabet: Alphabet): void {
  const { units, unitCount } = pool;
  const { classOf } = alphabet;
  for (let at = 0; at < unitCount; at++) units[at] = classOf[units[at] ?? 0] ?? 0;
}
