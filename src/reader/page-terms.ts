import { type Block, readBlocks } from '../page/blocks.ts';
import { isInSkippedPart } from '../page/readable.ts';
import { containsDeep, shadowRootOf } from '../page/shadow.ts';
import type { MatchedTerm, ReaderPorts } from './ports.ts';

/** A block with the terms found in it. */
export interface RecognisedBlock {
  readonly block: Block;
  /** Triples start, end (UTF-16 units of the block's text), index into the page's terms. */
  readonly hits: Int32Array;
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

/** Time we read before the page gets its turn, milliseconds. */
const SLICE = 4;

/** Gives the page its turn. `scheduler.yield` keeps our place in the queue where the browser has it. */
function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

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

/** Whether a block is a heading, which begins a section. */
function isHeading(block: Block): boolean {
  return /^H[1-6]$/.test(block.container.nodeName);
}

/** Title and headings of a page, as far as they are sent along. */
function contextOf(blocks: readonly Block[]): string {
  const headings = blocks.filter(isHeading).map(({ text }) => text);
  return [document.title, ...headings].join(BLOCK_SEPARATOR).slice(0, MOST_CONTEXT);
}

/** Cuts blocks into parts to send, each at most about the given number of units. */
function* partsOf(blocks: readonly Block[]): Generator<Block[]> {
  let part: Block[] = [];
  let units = 0;
  let most = FIRST_PART;
  for (const block of blocks) {
    if (part.length > 0 && units + block.text.length > most) {
      yield part;
      part = [];
      units = 0;
      most = LATER_PART;
    }
    part.push(block);
    units += block.text.length + 1;
  }
  if (part.length > 0) yield part;
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
  readonly #termIndex = new Map<string, number>();
  readonly #occurrences: Occurrences;
  /** Terms met in the section that is being read, for `first`. */
  #met = new Set<number>();
  /** Title and headings, from the first reading. */
  #context = '';
  /** Concepts met on this page so far. */
  readonly #seen = new Set<string>();
  #longestTask = 0;
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

  /** Blocks with at least one hit, and those without, in order of reading. */
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
    this.#forget(roots);
    const readable = roots.filter((root) => root.isConnected && !isInSkippedPart(root as Element));
    const blocks = await this.#collect(readable);
    this.#context ||= contextOf(blocks);
    const visible = firstVisible(blocks);
    // A section is read from its start, so that the first in it is the first.
    const first = Math.max(
      0,
      blocks.findLastIndex((block, index) => index <= visible && isHeading(block)),
    );
    this.#met.clear();
    for (const part of partsOf([...blocks.slice(first), ...blocks.slice(0, first)])) {
      if (this.#signal.aborted) return;
      await this.#recognise(part);
      await yieldToPage();
    }
  }

  #forget(roots: readonly Node[]): void {
    for (const known of this.#blocks) {
      const container = known.block.container as Node;
      if (!container.isConnected || roots.some((root) => containsDeep(root, container)))
        this.#blocks.delete(known);
    }
  }

  async #collect(roots: readonly Node[]): Promise<Block[]> {
    const blocks: Block[] = [];
    let since = performance.now();
    for (const root of roots) {
      for (const block of readBlocks(root as Element)) {
        blocks.push(block);
        const spent = performance.now() - since;
        if (spent < SLICE) continue;
        this.#longestTask = Math.max(this.#longestTask, spent);
        await yieldToPage();
        if (this.#signal.aborted) return [];
        since = performance.now();
      }
    }
    return blocks;
  }

  async #recognise(part: readonly Block[]): Promise<void> {
    const text = part.map((block) => block.text).join(BLOCK_SEPARATOR);
    const answer = await this.#ports.recognise(text, this.#context, [...this.#seen]);
    const began = performance.now();
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
      this.#keep({ block, hits: Int32Array.from(hits) });
      offset = end + 1;
    }
    this.#longestTask = Math.max(this.#longestTask, performance.now() - began);
    this.#onChange();
  }

  #keep(recognised: RecognisedBlock): void {
    if (!(recognised.block.container as Node).isConnected) return;
    this.#blocks.add(recognised);
    const root = shadowRootOf(recognised.block.container as Node);
    if (root) this.#shadowRoots.add(root);
    for (const node of recognised.block.nodes) this.#blockOfNode.set(node as Text, recognised);
  }

  #indexOf(term: MatchedTerm): number {
    const key = `${term.lang}\n${term.term}\n${term.concepts.join(' ')}`;
    const known = this.#termIndex.get(key);
    if (known !== undefined) return known;
    this.#termIndex.set(key, this.#terms.length);
    return this.#terms.push(term) - 1;
  }
}
