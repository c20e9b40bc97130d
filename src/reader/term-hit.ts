import type { Block } from '../page/blocks.ts';
import { measuringRangeOf } from '../page/locate.ts';
import type { ReadableText } from '../page/readable.ts';
import type { MarkedBlock, Strip } from './strip.ts';

/** What is known of the terms of a page. */
export interface MarkedPage {
  /** The strips of the page, in the order of reading. */
  readonly strips: readonly Strip[];
  /** Open shadow roots that text was read in. */
  readonly shadowRoots: ReadonlySet<ShadowRoot>;
  /** The block that a text node is in. */
  blockAt(node: Text): MarkedBlock | undefined;
}

/** A term at one place of the page: under the pointer, or under the keyboard's cursor. */
export interface TermHit {
  /** The same for the same place, also when it was read anew. */
  readonly key: string;
  readonly block: Block;
  /** UTF-16 units of the block's text. */
  readonly start: number;
  readonly end: number;
  /** Index among the terms of the page. */
  readonly term: number;
}

let nextNumber = 0;
const numbers = new WeakMap<ReadableText, number>();

/** What tells the term at a place of a block from all others. */
export function keyAt({ nodes: [first] }: Block, start: number): string {
  let number = numbers.get(first!);
  if (number === undefined) {
    number = nextNumber++;
    numbers.set(first!, number);
  }
  return `${number}:${start}`;
}

/** The hit of a number in a block. */
export function hitOf({ block, hits }: MarkedBlock, index: number): TermHit {
  const [start, end, term] = hits.slice(3 * index, 3 * index + 3) as [number, number, number];
  return { key: keyAt(block, start), block, start, end, term };
}

/** All hits of a block, in order. */
export function hitsIn(marked: MarkedBlock): TermHit[] {
  return Array.from({ length: marked.hits.length / 3 }, (_, index) => hitOf(marked, index));
}

/** The blocks of a page that hold terms, in the order of reading. */
export function* markedBlocks({ strips }: Pick<MarkedPage, 'strips'>): Generator<MarkedBlock> {
  for (const strip of strips) {
    if (strip.hits === '') continue;
    for (const marked of strip.read() ?? []) if (marked.hits.length > 0) yield marked;
  }
}

/** The words of a hit as they stood on the page when it was read. */
export function wordsOf({ block, start, end }: TermHit): string {
  return block.text.slice(start, end);
}

/** The live range of a hit, for measuring; `undefined` when the page has changed under it. Drop it at once. */
export function rangeOf({ block, start, end }: TermHit): Range | undefined {
  return measuringRangeOf(block, start, end);
}
