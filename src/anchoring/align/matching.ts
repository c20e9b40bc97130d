import type { FoldedText } from '../folded-text.ts';

/**
 * Which unit of an old text is which unit of a new one. Every unit is used at most once, and runs may
 * have moved past each other.
 */
export class Matching {
  readonly old: FoldedText;
  readonly now: FoldedText;
  /** For every unit of the old text its place in the new one, or -1. */
  readonly toNew: Int32Array;
  /** For every unit of the new text its place in the old one, or -1. */
  readonly toOld: Int32Array;
  /** For every unit of the old text the number of its block. */
  readonly oldBlock: Int32Array;
  /** For every unit of the new text the number of its block. */
  readonly newBlock: Int32Array;
  /** Units of every old block that are not used yet. */
  readonly freeInOld: Int32Array;
  /** Units of every new block that are not used yet. */
  readonly freeInNew: Int32Array;
  /** Units of the old text that are not used yet. */
  freeUnits: number;
  /** 1 before units of the old text where text is missing. */
  readonly torn: Uint8Array;

  constructor(old: FoldedText, now: FoldedText) {
    this.old = old;
    this.now = now;
    this.toNew = new Int32Array(old.units.length).fill(-1);
    this.toOld = new Int32Array(now.units.length).fill(-1);
    this.oldBlock = blockNumbers(old);
    this.newBlock = blockNumbers(now);
    this.freeInOld = blockSizes(old);
    this.freeInNew = blockSizes(now);
    this.freeUnits = old.units.length;
    this.torn = new Uint8Array(old.units.length + 1);
    for (const at of old.tornAt ?? []) this.torn[at] = 1;
  }

  /** Whether an old unit stands in a link-only block; null where the old text has gaps and nobody knows. */
  isOldLink(unit: number): boolean | null {
    return this.old.tornAt === null ? this.old.linkOnly[this.oldBlock[unit]!]! : null;
  }

  /** Joins `length` units from `i` of the old text and `j` of the new one. */
  join(i: number, j: number, length: number): void {
    for (let k = 0; k < length; k++) {
      this.toNew[i + k] = j + k;
      this.toOld[j + k] = i + k;
      this.freeInOld[this.oldBlock[i + k]!]!--;
      this.freeInNew[this.newBlock[j + k]!]!--;
    }
    this.freeUnits -= length;
  }

  /** How many units to the right of the pair (i, j), itself included, are equal and free. */
  freeRunRight(i: number, j: number, withinBlock: boolean): number {
    const { toNew, toOld, torn } = this;
    const a = this.old.units;
    const b = this.now.units;
    let k = 0;
    while (
      i + k < a.length &&
      j + k < b.length &&
      a[i + k] === b[j + k] &&
      toNew[i + k]! < 0 &&
      toOld[j + k]! < 0
    ) {
      if (torn[i + k] === 1) break;
      if (withinBlock && (this.startsBlock(this.oldBlock, i + k) || this.startsBlock(this.newBlock, j + k)))
        break;
      k++;
    }
    return k;
  }

  /** How many units to the left of the pair (i, j), itself included, are equal and free. */
  freeRunLeft(i: number, j: number, withinBlock: boolean): number {
    const { toNew, toOld, torn } = this;
    const a = this.old.units;
    const b = this.now.units;
    let k = 0;
    while (i - k >= 0 && j - k >= 0 && a[i - k] === b[j - k] && toNew[i - k]! < 0 && toOld[j - k]! < 0) {
      if (torn[i - k + 1] === 1) break;
      if (
        withinBlock &&
        (this.startsBlock(this.oldBlock, i - k + 1) || this.startsBlock(this.newBlock, j - k + 1))
      )
        break;
      k++;
    }
    return k;
  }

  startsBlock(blocks: Int32Array, unit: number): boolean {
    return unit >= blocks.length || unit === 0 || blocks[unit] !== blocks[unit - 1];
  }

  /** Joins a seed and lets it grow within its block while the texts are equal. */
  plant(i: number, j: number, length: number): void {
    this.join(i, j, length);
    const right = this.freeRunRight(i + length, j + length, true);
    this.join(i + length, j + length, right);
    const left = this.freeRunLeft(i - 1, j - 1, true);
    this.join(i - left, j - left, left);
  }
}

function blockNumbers(text: FoldedText): Int32Array {
  const numbers = new Int32Array(text.units.length);
  for (let block = 0; block < text.blockStart.length; block++) {
    numbers.fill(block, text.blockStart[block]!, text.blockStart[block + 1] ?? text.units.length);
  }
  return numbers;
}

function blockSizes(text: FoldedText): Int32Array {
  return Int32Array.from(
    text.blockStart,
    (start, block) => (text.blockStart[block + 1] ?? text.units.length) - start,
  );
}
