import { type Block, blockFrom, containerOf } from '../page/blocks.ts';
import { measuringRangeOf, staticRangeOf } from '../page/locate.ts';
import { countOf, endOf, type PackedHits, startOf, termOf } from './packed-hits.ts';

/**
 * A block with the terms found in it. A page may have many thousands, and each node that a script holds costs the browser
 * a hundred bytes beside: all that is kept is where the block begins. It is read again when somebody looks at it.
 */
export class RecognisedBlock {
  /** The text node that the block begins with. */
  readonly first: Text;
  /** Start and end in UTF-16 units from the start of `first`, and index into the page's terms. */
  readonly hits: PackedHits;

  constructor(first: Text, hits: PackedHits) {
    this.first = first;
    this.hits = hits;
  }

  /** The nearest element that begins a block around the text; a node that is not connected when the page took it out. */
  get container(): Node {
    return containerOf(this.first) as Node;
  }

  /** The block as it stands on the page; `undefined` when its text is gone. What has changed is another block. */
  read(): Block | undefined {
    if (lastRead?.of !== this) lastRead = { of: this, block: blockFrom(this.first) };
    return lastRead.block;
  }
}

/** What was read last: it is mostly asked for again, and a block may be as long as its page. */
let lastRead: { of: RecognisedBlock; block: Block | undefined } | undefined;

/** What is known of the terms of a page. */
export interface MarkedPage {
  /** The blocks with terms, those that came last at the end. */
  readonly blocks: Iterable<RecognisedBlock>;
  /** How often blocks have gone. */
  readonly losses: number;
  /** Open shadow roots that text was read in. */
  readonly shadowRoots: ReadonlySet<ShadowRoot>;
  /** The block with terms that begins with a text node. */
  blockFrom(first: Text): RecognisedBlock | undefined;
}

/** A term at one place of the page: under the pointer, or under the keyboard's cursor. */
export interface TermHit {
  readonly key: string;
  readonly recognised: RecognisedBlock;
  /** Number of the hit in its block. */
  readonly index: number;
}

let nextKey = 0;
const keys = new WeakMap<RecognisedBlock, number>();

/** The hit of a number in a block. */
export function hitOf(recognised: RecognisedBlock, index: number): TermHit {
  let key = keys.get(recognised);
  if (key === undefined) {
    key = nextKey++;
    keys.set(recognised, key);
  }
  return { key: `${key}:${index}`, recognised, index };
}

/** All hits of a block, in order. */
export function hitsIn(recognised: RecognisedBlock): TermHit[] {
  return Array.from({ length: countOf(recognised.hits) }, (_, index) => hitOf(recognised, index));
}

/** `[start, end)` of a hit in its block's text, UTF-16 units. */
export function spanOf({ recognised, index }: TermHit): [number, number] {
  return [startOf(recognised.hits, index), endOf(recognised.hits, index)];
}

/** Index of the term of a hit among the terms of its page. */
export function termIndexOf({ recognised, index }: TermHit): number {
  return termOf(recognised.hits, index);
}

/** The text of a block; empty when it is gone. */
export function textOf(recognised: RecognisedBlock): string {
  return recognised.read()?.text ?? '';
}

/** The words of a hit as they stand on the page. */
export function wordsOf(hit: TermHit): string {
  return textOf(hit.recognised).slice(...spanOf(hit));
}

/** Where a hit stands, for painting; `undefined` when the page has changed under it. */
export function staticRangeOfHit(hit: TermHit): StaticRange | undefined {
  const block = hit.recognised.read();
  return block && staticRangeOf(block, ...spanOf(hit));
}

/** The live range of a hit, for measuring; `undefined` when the page has changed under it. Drop it at once. */
export function rangeOf(hit: TermHit): Range | undefined {
  const block = hit.recognised.read();
  return block && measuringRangeOf(block, ...spanOf(hit));
}
