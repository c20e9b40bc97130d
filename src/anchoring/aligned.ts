import type { Matching } from './align/matching.ts';
import { keyOf } from './folded-text.ts';
import { unitsInOrder } from './order.ts';

/** A finished alignment with what is worked out of it once, when it is first asked for. */
export class Aligned {
  readonly matching: Matching;
  #oldKey: string | undefined;
  #newKey: string | undefined;
  #inOrder: Uint8Array | undefined;

  constructor(matching: Matching) {
    this.matching = matching;
  }

  /** The old text as a string of keys. */
  get oldKey(): string {
    this.#oldKey ??= keyOf(this.matching.old.units, 0);
    return this.#oldKey;
  }

  /** The new text as a string of keys. */
  get newKey(): string {
    this.#newKey ??= keyOf(this.matching.now.units, 0);
    return this.#newKey;
  }

  /** Whether an old unit kept its place in the order of the page. */
  keptOrder(unit: number): boolean {
    this.#inOrder ??= unitsInOrder(this.matching);
    return this.#inOrder[unit] === 1;
  }
}
