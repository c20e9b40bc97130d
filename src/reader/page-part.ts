import type { Block } from '../page/blocks.ts';
import { BLOCK_SEPARATOR, isHeading } from './reading-order.ts';
import { FULL_STRIP } from './strip.ts';

/** Blocks that are read one after the other, and where they belong. */
export interface Run {
  readonly blocks: Iterable<Block>;
  /** The text node that the strip behind them begins with, if there is one. */
  readonly next: Text | undefined;
  /** Terms met in the section that has been come to. */
  met?: Set<number>;
}

/** Where a strip stands in the text of its part; UTF-16 units. */
interface Place {
  readonly run: Run;
  /** The text node that the strip begins with, and where its text begins. */
  readonly first: Text;
  readonly start: number;
  end: number;
}

/**
 * Blocks whose text goes out in one message. Of their nodes no more is held than what will be kept: one that is held
 * while the answer is waited for grows old, and the browser then keeps it for the script as long as the page has it.
 */
export class PagePart {
  readonly #texts: string[] = [];
  readonly #places: Place[] = [];
  readonly #headings: number[] = [];
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

  /** Where headings begin. */
  get headings(): readonly number[] {
    return this.#headings;
  }

  add(block: Block, run: Run): void {
    const end = this.#units + block.text.length;
    const last = this.#places.at(-1);
    if (last?.run === run && end - last.start <= FULL_STRIP) last.end = end;
    else {
      const start = this.#units + block.starts[0]!;
      this.#places.push({ run, first: block.nodes[0] as Text, start, end });
    }
    if (isHeading(block)) this.#headings.push(this.#units);
    this.#texts.push(block.text);
    this.#units = end + BLOCK_SEPARATOR.length;
  }
}
