import { type Block, type BlockPlace, containerOf, readBlocks } from '../page/blocks.ts';
import { isInSkippedPart } from '../page/readable.ts';
import { containsDeep, shadowRootOf } from '../page/shadow.ts';
import { yieldToPage } from '../page/turn.ts';
import type { MatchedTerm, ReaderPorts } from './ports.ts';

/**
 * A block with the terms found in it. A page may have many thousands: neither the text is kept nor its element (each node
 * that a script holds costs the browser a hundred bytes), and the lists are no longer than what is in them.
 */
export class RecognisedBlock implements BlockPlace<Text> {
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
  readonly gaps: string;
  /** Triples start, end (UTF-16 units of the block's text), index into the page's terms. */
  readonly hits: readonly number[];

  constructor({ nodes, starts, gaps }: Block, hits: readonly number[]) {
    // A list that grew holds room for sixteen more.
    this.nodes = nodes.slice() as Text[];
    this.starts = starts.length > 1 ? starts.slice() : starts;
    this.gaps = gaps;
    this.hits = hits.slice();
  }

  /** The nearest element that begins a block around the text; a node that is not connected when the page took it out. */
  get container(): Node {
    return containerOf(this.nodes[0]!) as Node;
  }
}

/** Joins blocks in a message; no term runs across it. */
const BLOCK_SEPARATOR = '\u2029';

/** Text sent in one message, UTF-16 units: the first part small, so that the visible page is marked soon. */
const FIRST_PART = 6_000;
const LATER_PART = 24_000;

/** Context and concepts sent along with a text: enough for cues, little for the message. */
const MOST_CONTEXT = 2_000;
const MOST_SEEN = 1_000;

/** Which occurrences of a wording count: all, or the first in each section (what stands below one heading). */
export type Occurrences = 'every' | 'first';

/** Time we read before the page gets its turn, milliseconds. A block more, or a collection of garbage, comes on top. */
const SLICE = 3;

/** Index of the first block that ends below the top of the viewport, by bisection: document order is top order. */
function firstVisible(blocks: readonly Block[]): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const container = blocks[middle]!.container as Element;
    if (container.getBoundingClientRect && container.getBoundingClientRect().bottom < 0) low = middle + 1;
    else high = middle;
  }
  return low < blocks.length ? low : 0;
}

/** Blocks in the order in which they are to be read: from the section that is on the screen, then those before it. */
function fromVisible(blocks: readonly Block[]): Block[] {
  const visible = firstVisible(blocks);
  // A section is read from its start, so that the first in it is the first.
  const first = Math.max(
    0,
    blocks.findLastIndex((block, index) => index <= visible && isHeading(block)),
  );
  return [...blocks.slice(first), ...blocks.slice(0, first)];
}

/** Whether a block is a heading, which begins a section. */
function isHeading(block: Block): boolean {
  return /^H[1-6]$/.test(block.container.nodeName);
}

/** Title and headings of a page, as far as they are sent along. */
function contextOf(roots: readonly Node[]): string {
  const parts = [document.title];
  let units = document.title.length;
  for (const root of roots) {
    for (const { textContent } of (root as ParentNode).querySelectorAll?.('h1, h2, h3, h4, h5, h6') ?? []) {
      if (units > MOST_CONTEXT) break;
      parts.push(textContent);
      units += textContent.length;
    }
  }
  return parts.join(BLOCK_SEPARATOR).slice(0, MOST_CONTEXT);
}

function isSame(one: MatchedTerm, other: MatchedTerm): boolean {
  return one.lang === other.lang && one.concepts.join(' ') === other.concepts.join(' ');
}

function* blocksBelow(roots: readonly Node[]): Generator<Block> {
  for (const root of roots) yield* readBlocks(root as Element);
}

/**
 * The terms of a page: reads its blocks in slices, has them recognised, and keeps the hits as integers. Ranges are
 * made by the painter, only for what is near the viewport.
 */
export class PageTerms {
  readonly #ports: Pick<ReaderPorts, 'recognise'>;
  readonly #onChange: () => void;
  readonly #signal: AbortSignal;
  readonly #blocks = new Set<RecognisedBlock>();
  readonly #blockOfNode = new WeakMap<Node, RecognisedBlock>();
  readonly #shadowRoots = new Set<ShadowRoot>();
  readonly #terms: MatchedTerm[] = [];
  /** Numbers of the terms of a wording: nearly always one. A key of all that tells terms apart would be kept as well. */
  readonly #numbersOf = new Map<string, number | readonly number[]>();
  readonly #occurrences: Occurrences;
  /** Terms met in the section that is being read, for `first`. */
  #met = new Set<number>();
  /** Title and headings, from the first reading. */
  #context = '';
  /** Concepts met on this page so far. */
  readonly #seen = new Set<string>();
  #longestTask = 0;
  /** When our turn began. */
  #turn = 0;
  #readings = 0;
  #reading: Promise<void> = Promise.resolve();

  constructor(
    ports: Pick<ReaderPorts, 'recognise'>,
    onChange: () => void,
    signal: AbortSignal,
    occurrences: Occurrences = 'every',
  ) {
    this.#ports = ports;
    this.#occurrences = occurrences;
    this.#onChange = onChange;
    this.#signal = signal;
  }

  /** Blocks with at least one hit, in order of reading. Of the others nothing is kept. */
  get blocks(): ReadonlySet<RecognisedBlock> {
    return this.#blocks;
  }

  /** Longest stretch of reading without a pause so far, milliseconds. */
  get longestTask(): number {
    return this.#longestTask;
  }

  /** Whether a reading is under way. */
  get isReading(): boolean {
    return this.#readings > 0;
  }

  /** Open shadow roots of the page that text was read in. */
  get shadowRoots(): ReadonlySet<ShadowRoot> {
    return this.#shadowRoots;
  }

  termAt(index: number): MatchedTerm | undefined {
    return this.#terms[index];
  }

  /** The block with hits that a text node is in. */
  blockOf(node: Node): RecognisedBlock | undefined {
    const found = this.#blockOfNode.get(node);
    return found && this.#blocks.has(found) ? found : undefined;
  }

  /**
   * Reads what lies below `roots` anew. Blocks that were there before are forgotten. Readings follow one another: one
   * that overtook an earlier would have its blocks twice.
   */
  read(roots: readonly Node[]): Promise<void> {
    this.#readings++;
    const reading = this.#reading.then(() => this.#readNow(roots));
    this.#reading = reading
      .catch(() => {})
      .finally(() => {
        this.#readings--;
      });
    return reading;
  }

  async #readNow(roots: readonly Node[]): Promise<void> {
    const isLess = this.#forget(roots);
    const readable = roots.filter((root) => root.isConnected && !isInSkippedPart(root as Element));
    this.#context ||= contextOf(readable);
    this.#met.clear();
    this.#turn = performance.now();
    // At its top a page is read as it comes, so that what is on the screen is marked before the rest has been looked at.
    const blocks = scrollY < innerHeight ? blocksBelow(readable) : fromVisible(await this.#collect(readable));
    let part: Block[] = [];
    let units = 0;
    let most = FIRST_PART;
    for (const block of blocks) {
      if (part.length > 0 && units + block.text.length > most) {
        await this.#recognise(part);
        part = [];
        units = 0;
        most = LATER_PART;
      }
      part.push(block);
      units += block.text.length + 1;
      if (this.#isTurnOver()) await this.#giveTurn();
      if (this.#signal.aborted) return;
    }
    // Otherwise what was there stays painted until what is there now has been recognised: marks do not flicker.
    if (part.length > 0) await this.#recognise(part);
    else if (isLess) this.#onChange();
  }

  /** Forgets what lies below `roots` or is no longer on the page; whether there was anything. */
  #forget(roots: readonly Node[]): boolean {
    const before = this.#blocks.size;
    for (const known of this.#blocks) {
      const { container } = known;
      if (!container.isConnected || roots.some((root) => containsDeep(root, container)))
        this.#blocks.delete(known);
    }
    return this.#blocks.size < before;
  }

  async #collect(roots: readonly Node[]): Promise<Block[]> {
    const blocks: Block[] = [];
    for (const block of blocksBelow(roots)) {
      blocks.push(block);
      if (this.#isTurnOver()) await this.#giveTurn();
      if (this.#signal.aborted) return [];
    }
    return blocks;
  }

  #isTurnOver(): boolean {
    return performance.now() - this.#turn >= SLICE;
  }

  async #giveTurn(): Promise<void> {
    this.#longestTask = Math.max(this.#longestTask, performance.now() - this.#turn);
    await yieldToPage();
    this.#turn = performance.now();
  }

  async #recognise(part: readonly Block[]): Promise<void> {
    const text = part.map((block) => block.text).join(BLOCK_SEPARATOR);
    this.#longestTask = Math.max(this.#longestTask, performance.now() - this.#turn);
    const answer = await this.#ports.recognise(text, this.#context, [...this.#seen]);
    if (this.#signal.aborted) return;
    this.#turn = performance.now();
    for (const { concepts } of answer.matched) if (this.#seen.size < MOST_SEEN) this.#seen.add(concepts[0]!);
    const indices = answer.matched.map((term) => this.#indexOf(term));
    let at = 0;
    let offset = 0;
    for (const block of part) {
      const end = offset + block.text.length;
      const hits: number[] = [];
      if (isHeading(block)) this.#met.clear();
      for (; at < answer.spans.length && answer.spans[at]! < end; at += 3) {
        const term = indices[answer.spans[at + 2]!]!;
        if (this.#occurrences === 'first' && this.#met.has(term)) continue;
        this.#met.add(term);
        hits.push(answer.spans[at]! - offset, answer.spans[at + 1]! - offset, term);
      }
      this.#keep(block, hits);
      offset = end + 1;
    }
    this.#onChange();
    await this.#giveTurn();
  }

  #keep(block: Block, hits: readonly number[]): void {
    const container = block.container as Node;
    if (!container.isConnected) return;
    const root = shadowRootOf(container);
    if (root) this.#shadowRoots.add(root);
    if (hits.length === 0) return;
    const recognised = new RecognisedBlock(block, hits);
    this.#blocks.add(recognised);
    for (const node of recognised.nodes) this.#blockOfNode.set(node, recognised);
  }

  #indexOf(term: MatchedTerm): number {
    const numbers = [this.#numbersOf.get(term.term) ?? []].flat();
    const known = numbers.find((number) => isSame(this.#terms[number]!, term));
    if (known !== undefined) return known;
    const number = this.#terms.push(term) - 1;
    this.#numbersOf.set(term.term, numbers.length === 0 ? number : [...numbers, number]);
    return number;
  }
}
