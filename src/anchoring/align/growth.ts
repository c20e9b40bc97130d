import type { FoldedText } from '../folded-text.ts';
import { endOfBlock, hashOfBlock } from './blocks.ts';
import type { Matching } from './matching.ts';
import { weightBetween } from './weight.ts';

/** Weight that growth over a block border must win if it neither wins a whole block nor meets another run. */
const ENOUGH = 8;
/** Units beyond which a block is never a common one. */
const LONG = 40;

/** For every block of the old text whether its text is that of another, too; long ones never count. */
function commonBlocks(old: FoldedText): Uint8Array {
  const common = new Uint8Array(old.blockStart.length);
  const first = new Map<number, number>();
  for (let block = 0; block < common.length; block++) {
    if (endOfBlock(old, block) - old.blockStart[block]! > LONG) continue;
    const hash = hashOfBlock(old, block);
    const other = first.get(hash);
    if (other === undefined) first.set(hash, block);
    else {
      common[block] = 1;
      common[other] = 1;
    }
  }
  return common;
}

class Growth {
  readonly #matching: Matching;
  readonly #common: Uint8Array;

  constructor(matching: Matching, common: Uint8Array) {
    this.#matching = matching;
    this.#common = common;
  }

  /**
   * How much of a run of equal units from (i, j) outwards is worth having: all of it if it is long or
   * meets a run that goes on in step; else whole blocks; of blocks that are common only what leads to
   * a block that is not.
   */
  worth(i: number, j: number, length: number, step: 1 | -1): number {
    if (length === 0) return 0;
    const matching = this.#matching;
    const { toNew, toOld, old } = matching;
    const i2 = i + step * length;
    const j2 = j + step * length;
    const atEnd = (i2 < 0 || i2 >= toNew.length) && (j2 < 0 || j2 >= toOld.length);
    if (atEnd || (i2 >= 0 && i2 < toNew.length && toNew[i2] === j2)) return length;
    let whole = 0;
    let sure = 0;
    for (let k = 1; k <= length; k++) {
      const at = step === 1 ? i + k : i - k + 1;
      const place = step === 1 ? j + k : j - k + 1;
      if (!matching.startsBlock(matching.oldBlock, at) || !matching.startsBlock(matching.newBlock, place))
        continue;
      const start = step === 1 ? i + whole : at;
      const end = step === 1 ? at : i - whole + 1;
      if (this.#common[matching.oldBlock[start]!] === 0 || weightBetween(old.units, start, end) >= ENOUGH)
        sure = k;
      whole = k;
    }
    const tail = step === 1 ? ([i + whole, i + length] as const) : ([i - length + 1, i - whole + 1] as const);
    if (weightBetween(old.units, tail[0], tail[1]) >= ENOUGH) return length;
    return sure;
  }
}

function growLeft(matching: Matching, growth: Growth): void {
  const { toNew } = matching;
  for (let i = toNew.length - 1; i > 0; i--) {
    if (toNew[i]! < 0 || toNew[i - 1]! >= 0 || matching.torn[i] === 1) continue;
    const j = toNew[i]!;
    const length = growth.worth(i - 1, j - 1, matching.freeRunLeft(i - 1, j - 1, false), -1);
    matching.join(i - length, j - length, length);
  }
}

function growRight(matching: Matching, growth: Growth): void {
  const { toNew } = matching;
  for (let i = 0; i + 1 < toNew.length; i++) {
    if (toNew[i]! < 0 || toNew[i + 1]! >= 0) continue;
    const j = toNew[i]!;
    const length = growth.worth(i + 1, j + 1, matching.freeRunRight(i + 1, j + 1, false), 1);
    matching.join(i + 1, j + 1, length);
  }
}

/**
 * Lets every run grow over block borders. Leftwards first: a copy put directly before its original then
 * leaves the original to what follows it.
 */
export function growAcross(matching: Matching): void {
  const growth = new Growth(matching, commonBlocks(matching.old));
  growLeft(matching, growth);
  growRight(matching, growth);
}
