import type { Block } from '../page/blocks.ts';
import { blocksFrom } from '../page/reading-on.ts';
import { type PackedHits, unpackHits } from './packed-hits.ts';
import { BLOCK_SEPARATOR } from './reading-order.ts';

/** Text from which on a strip takes no further block, UTF-16 units: it is read again as a whole when it has changed. */
export const FULL_STRIP = 1_000;

/** A block as it stands on the page, with the terms found in it: triples start, end (UTF-16 units), index of the term. */
export interface MarkedBlock {
  readonly block: Block;
  readonly hits: readonly number[];
}

/**
 * Blocks that follow one another, with the terms found in them. A page may have many thousands of blocks, and each node
 * that a script holds costs the browser a hundred bytes beside: all that is kept is where the first begins. They are read
 * again when somebody looks at them.
 */
export class Strip {
  /** The text node that the first block begins with. */
  readonly first: Text;
  /** Length from the start of `first`, blocks joined as they are sent; UTF-16 units. */
  readonly units: number;
  /** Start and end from the start of `first`, and index into the page's terms. */
  readonly hits: PackedHits;

  readonly #onDoubt: (strip: Strip) => void;

  /** `onDoubt`: the strip was found to be not as it was. */
  constructor(first: Text, units: number, hits: PackedHits, onDoubt: (strip: Strip) => void) {
    this.first = first;
    this.units = units;
    this.hits = hits;
    this.#onDoubt = onDoubt;
  }

  /** The blocks as they stand on the page; `undefined` when it has changed there: it will be read anew. */
  read(): readonly MarkedBlock[] | undefined {
    if (lastRead?.strip !== this) lastRead = { strip: this, blocks: blocksOf(this) };
    if (!lastRead.blocks) this.#onDoubt(this);
    return lastRead.blocks;
  }
}

/** What was read last: it is mostly asked for again, and a block may be as long as its page. */
let lastRead: { strip: Strip; blocks: MarkedBlock[] | undefined } | undefined;

/** The page has changed: what was read last may be of the past. */
export function forgetReading(): void {
  lastRead = undefined;
}

function blocksOf({ first, units, hits }: Strip): MarkedBlock[] | undefined {
  const triples = unpackHits(hits);
  const blocks: MarkedBlock[] = [];
  let start = 0;
  let at = 0;
  for (const block of blocksFrom(first)) {
    const end = start + block.text.length;
    const own: number[] = [];
    for (; at < triples.length && triples[at]! < end; at += 3)
      own.push(triples[at]! - start, triples[at + 1]! - start, triples[at + 2]!);
    blocks.push({ block, hits: own });
    if (end >= units) return end === units ? blocks : undefined;
    start = end + BLOCK_SEPARATOR.length;
  }
  return undefined;
}
