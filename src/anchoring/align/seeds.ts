import type { FoldedText } from '../folded-text.ts';
import { endOfBlock } from './blocks.ts';
import type { Matching } from './matching.ts';
import { weightBetween } from './weight.ts';

const MANY = -2;
const NONE = -1;
const BASE = 0x01000193;
/** What a window must tell to be more than a word, in weights of Han characters. */
const MIN_WEIGHT = 5;

/** A hash table from window hash to its one place in either text. */
class Windows {
  readonly mask: number;
  readonly hash: Int32Array;
  readonly inOld: Int32Array;
  readonly inNew: Int32Array;

  constructor(count: number) {
    let size = 64;
    while (size < count * 2) size *= 2;
    this.mask = size - 1;
    this.hash = new Int32Array(size);
    this.inOld = new Int32Array(size).fill(NONE);
    this.inNew = new Int32Array(size).fill(NONE);
  }

  slot(hash: number): number {
    let at = (hash ^ (hash >>> 15)) & this.mask;
    while (this.inOld[at] !== NONE && this.hash[at] !== hash) at = (at + 1) & this.mask;
    return at;
  }

  addOld(hash: number, place: number): void {
    const at = this.slot(hash);
    if (this.inOld[at] === NONE) {
      this.hash[at] = hash;
      this.inOld[at] = place;
    } else {
      this.inOld[at] = MANY;
    }
  }

  addNew(hash: number, place: number): void {
    const at = this.slot(hash);
    if (this.inOld[at] === NONE || this.inOld[at] === MANY) return;
    this.inNew[at] = this.inNew[at] === NONE ? place : MANY;
  }
}

/** Units after which a pass over a text lets others work. */
const UNITS_A_SLICE = 60_000;

/** Units from which a window is more than a phrase of a menu or a table of contents. */
const LONG = 10;

type Visitor = (hash: number, start: number) => void;

/** Visits every window of k free units that lies within one block; yields now and then. */
function* eachWindow(
  text: FoldedText,
  taken: Int32Array,
  free: Int32Array,
  torn: Uint8Array | null,
  k: number,
  links: boolean,
  visit: Visitor,
): Generator<void, void, void> {
  const { units } = text;
  let top = 1;
  for (let i = 1; i < k; i++) top = Math.imul(top, BASE);
  let rest = UNITS_A_SLICE;
  for (let block = 0; block < text.blockStart.length; block++) {
    const start = text.blockStart[block]!;
    const end = endOfBlock(text, block);
    rest -= end - start;
    if (rest < 0) {
      rest = UNITS_A_SLICE;
      yield;
    }
    if (free[block]! < k || (text.linkOnly[block] && !links)) continue;
    let hash = 0;
    let held = 0;
    for (let i = start; i < end; i++) {
      if (taken[i]! >= 0 || (torn !== null && torn[i] === 1)) {
        hash = 0;
        held = 0;
        if (taken[i]! >= 0) continue;
      }
      if (held === k) hash = (hash - Math.imul(units[i - k]!, top)) | 0;
      else held++;
      hash = (Math.imul(hash, BASE) + units[i]!) | 0;
      if (held === k) visit(hash, i - k + 1);
    }
  }
}

/** Whether two units stand both in links or both not, as far as that is known. */
function areOfOneKind(matching: Matching, i: number, j: number): boolean {
  const isLink = matching.isOldLink(i);
  return isLink === null || isLink === matching.now.linkOnly[matching.newBlock[j]!];
}

function isEqual(matching: Matching, i: number, j: number, k: number): boolean {
  const a = matching.old.units;
  const b = matching.now.units;
  for (let d = 0; d < k; d++) {
    if (a[i + d] !== b[j + d] || matching.toNew[i + d]! >= 0 || matching.toOld[j + d]! >= 0) return false;
  }
  return true;
}

/** Joins windows of k units that occur once among the free text on either side, and lets them grow within their block. */
export function* matchWindows(matching: Matching, k: number, links: boolean): Generator<void, void, void> {
  const torn = matching.old.tornAt === null ? null : matching.torn;
  if (matching.freeUnits < k) return;
  const windows = new Windows(matching.freeUnits);
  yield* eachWindow(matching.old, matching.toNew, matching.freeInOld, torn, k, links, (hash, at) =>
    windows.addOld(hash, at),
  );
  yield* eachWindow(matching.now, matching.toOld, matching.freeInNew, null, k, links, (hash, at) =>
    windows.addNew(hash, at),
  );
  const seeds: number[] = [];
  for (let at = 0; at <= windows.mask; at++)
    if (windows.inOld[at]! >= 0 && windows.inNew[at]! >= 0) seeds.push(at);
  for (const at of seeds.sort((x, y) => windows.inOld[x]! - windows.inOld[y]!)) {
    const i = windows.inOld[at]!;
    const j = windows.inNew[at]!;
    if (!isEqual(matching, i, j, k) || (k < LONG && !areOfOneKind(matching, i, j))) continue;
    if (weightBetween(matching.old.units, i, i + k) >= MIN_WEIGHT) matching.plant(i, j, k);
  }
}
