import type { Block } from '../page/blocks.ts';
import { isInSkippedPart } from '../page/readable.ts';
import { containsDeep, shadowRootOf } from '../page/shadow.ts';
import { yieldToPage } from '../page/turn.ts';
import { MetTerms } from './met-terms.ts';
import { packHits } from './packed-hits.ts';
import { PagePart } from './page-part.ts';
import type { MatchedTerm, ReaderPorts } from './ports.ts';
import { blocksBelow, contextOf, fromVisible } from './reading-order.ts';
import { type MarkedPage, RecognisedBlock } from './term-hit.ts';

/** Text sent in one message, UTF-16 units: the first part small, so that the visible page is marked soon. */
const FIRST_PART = 6_000;
const LATER_PART = 24_000;

/** Which occurrences of a wording count: all, or the first in each section (what stands below one heading). */
export type Occurrences = 'every' | 'first';

/** Time we read before the page gets its turn, milliseconds. A block more, or a collection of garbage, comes on top. */
const SLICE = 1;

/**
 * The terms of a page: reads its blocks in slices, has them recognised, and keeps the hits as integers. Ranges are
 * made by the painter, only for what is near the viewport.
 */
export class PageTerms implements MarkedPage {
  readonly #ports: Pick<ReaderPorts, 'recognise'>;
  readonly #onChange: () => void;
  readonly #signal: AbortSignal;
  /** By the text node that each begins with. */
  readonly #blocks = new Map<Text, RecognisedBlock>();
  #losses = 0;
  readonly #shadowRoots = new Set<ShadowRoot>();
  readonly #terms = new MetTerms();
  readonly #occurrences: Occurrences;
  /** Terms met in the section that is being read, for `first`. */
  readonly #inSection = new Set<number>();
  /** Title and headings, from the first reading. */
  #context = '';
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
  get blocks(): Iterable<RecognisedBlock> {
    return this.#blocks.values();
  }

  get losses(): number {
    return this.#losses;
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
    return this.#terms.at(index);
  }

  /** The block with hits that begins with a text node. */
  blockFrom(first: Text): RecognisedBlock | undefined {
    return this.#blocks.get(first);
  }

  /**
   * Reads what lies below `roots` anew. Blocks that were there before are forgotten. Readings follow one another: one
   * that overtook an earlier would have its blocks twice. Resolves as well when it is ended.
   */
  read(roots: readonly Node[]): Promise<void> {
    this.#readings++;
    const reading = this.#reading
      .then(() => this.#readNow(roots))
      .catch((error: unknown) => {
        if (!this.#signal.aborted) throw error;
      });
    this.#reading = reading
      .catch(() => {})
      .finally(() => {
        this.#readings--;
        if (!this.isReading) this.#terms.rest();
      });
    return reading;
  }

  async #readNow(roots: readonly Node[]): Promise<void> {
    this.#signal.throwIfAborted();
    this.#turn = performance.now();
    const isLess = this.#forget(roots);
    const readable = roots.filter((root) => root.isConnected && !isInSkippedPart(root as Element));
    this.#context ||= contextOf(readable);
    this.#inSection.clear();
    // At its top a page is read as it comes, so that what is on the screen is marked before the rest has been looked at.
    const blocks = scrollY < innerHeight ? blocksBelow(readable) : fromVisible(await this.#collect(readable));
    let part = new PagePart();
    let most = FIRST_PART;
    for (const block of blocks) {
      if (part.units > 0 && part.units + block.text.length > most) {
        await this.#recognise(part);
        part = new PagePart();
        most = LATER_PART;
      }
      part.add(block);
      if (this.#isTurnOver()) await this.#giveTurn();
    }
    // Otherwise what was there stays painted until what is there now has been recognised: marks do not flicker.
    if (part.units > 0) await this.#recognise(part);
    else if (isLess) this.#onChange();
  }

  /** Forgets what lies below `roots` or is no longer on the page; whether there was anything. */
  #forget(roots: readonly Node[]): boolean {
    const before = this.#blocks.size;
    for (const first of this.#blocks.keys())
      if (!first.isConnected || roots.some((root) => containsDeep(root, first))) this.#blocks.delete(first);
    if (this.#blocks.size === before) return false;
    this.#losses++;
    return true;
  }

  async #collect(roots: readonly Node[]): Promise<Block[]> {
    const blocks: Block[] = [];
    for (const block of blocksBelow(roots)) {
      blocks.push(block);
      if (this.#isTurnOver()) await this.#giveTurn();
    }
    return blocks;
  }

  #isTurnOver(): boolean {
    return performance.now() - this.#turn >= SLICE;
  }

  /** Throws when reading was ended meanwhile. */
  async #wait<T>(until: Promise<T>): Promise<T> {
    this.#longestTask = Math.max(this.#longestTask, performance.now() - this.#turn);
    const answer = await until;
    this.#signal.throwIfAborted();
    this.#turn = performance.now();
    return answer;
  }

  #giveTurn(): Promise<void> {
    return this.#wait(yieldToPage());
  }

  async #recognise({ text, places }: PagePart): Promise<void> {
    // What was read and the sending of it are two pieces of work, and so is what came back.
    await this.#giveTurn();
    const answer = await this.#wait(this.#ports.recognise(text, this.#context, this.#terms.seen));
    const indices = this.#terms.numbersOf(answer.matched);
    let at = 0;
    for (const { first, start, end, isHeading } of places) {
      const hits: number[] = [];
      if (isHeading) this.#inSection.clear();
      for (; at < answer.spans.length && answer.spans[at]! < end; at += 3) {
        const term = indices[answer.spans[at + 2]!]!;
        if (this.#occurrences === 'first' && this.#inSection.has(term)) continue;
        this.#inSection.add(term);
        hits.push(answer.spans[at]! - start, answer.spans[at + 1]! - start, term);
      }
      this.#keep(first, hits);
      if (this.#isTurnOver()) await this.#giveTurn();
    }
    this.#onChange();
    await this.#giveTurn();
  }

  #keep(first: Text, hits: readonly number[]): void {
    if (!first.isConnected) return;
    const root = shadowRootOf(first);
    if (root) this.#shadowRoots.add(root);
    if (hits.length > 0) this.#blocks.set(first, new RecognisedBlock(first, packHits(hits)));
  }
}
