import type { Block } from '../page/blocks.ts';
import { BLOCK_SEPARATOR, isHeading } from './reading-order.ts';

/** Where a block stands in the text of its part; UTF-16 units. */
interface Place {
  /** The text node that the block begins with, and where its text begins. */
  readonly first: Text;
  readonly start: number;
  readonly end: number;
  readonly isHeading: boolean;
}

/**
 * Blocks whose text goes out in one message. Of their nodes no more is held than what will be kept: one that is held
 * while the answer is waited for grows old, and the browser then keeps it for the script as long as the page has it.
 */
export class PagePart {
  readonly #texts: string[] = [];
  readonly #places: Place[] = [];
  #units = 0;

  /** Length of the text, UTF-16 units. */
  get units(): number {
    return this.#units;
  }

  get text(): string {
    return this.#texts.join(BLOCK_SEPARATOR);
  }

  get places(): readonly Place[] {
    return this.#places;
  }

  add(block: Block): void {
    const start = this.#units + block.starts[0]!;
    const end = this.#units + block.text.length;
    this.#places.push({ first: block.nodes[0] as Text, start, end, isHeading: isHeading(block) });
    this.#texts.push(block.text);
    this.#units = end + BLOCK_SEPARATOR.length;
  }
}
