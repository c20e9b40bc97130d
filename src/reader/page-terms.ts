import { type Block, readBlocks } from '../page/blocks.ts';
import { isInSkippedPart } from '../page/readable.ts';
import { blocksFrom } from '../page/reading-on.ts';
import { yieldToPage } from '../page/turn.ts';
import { MetTerms } from './met-terms.ts';
import { packHits } from './packed-hits.ts';
import { PagePart, type Run } from './page-part.ts';
import type { MatchedTerm, ReaderPorts } from './ports.ts';
import { type Gap, lastBefore, withoutChanged } from './reading-gaps.ts';
import { contextOf, fromVisible, isHeading } from './reading-order.ts';
import { forgetReading, type MarkedBlock, Strip } from './strip.ts';
import type { MarkedPage } from './term-hit.ts';

/** Text sent in one message, UTF-16 units: the first part small, so that the visible page is marked soon. */
const FIRST_PART = 6_000;
const LATER_PART = 24_000;

/** Which occurrences of a wording count: all, or the first in each section (what stands below one heading). */
export type Occurrences = 'every' | 'first';

/** Time we read before the page gets its turn, milliseconds. A block more, or a collection of garbage, comes on top. */
const SLICE = 1;

/** Time that a strip which is not as it was may wait for a change to be reported, ms: longer than changes are collected. */
const DOUBT = 500;

/**
 * The terms of a page: reads its blocks in slices, has them recognised, and keeps the hits as integers. Ranges are
 * made by the painter, only for what is near the viewport.
 *
 * What is kept does not grow with the number of blocks: it is kept in strips, which lie side by side and cover all that
 * was read. A strip in which something has changed is read again, from its beginning to that of the next.
 */
export class PageTerms implements MarkedPage {
  readonly #ports: Pick<ReaderPorts, 'recognise'>;
  readonly #root: Node;
  readonly #onChange: () => void;
  #version = 0;
  readonly #onShadowRoot: (root: ShadowRoot) => void;
  readonly #signal: AbortSignal;
  #strips: Strip[] = [];
  readonly #shadowRoots = new Set<ShadowRoot>();
  /** What was to be read when a reading failed: it goes along with the next. */
  #unread: readonly Node[] = [];
  /** Strips that were found to be not as they were. */
  readonly #doubted = new Set<Strip>();
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Whether the page has moved what was being read: some of it may be missing. */
  #isIncomplete = false;
  /** Length of the strips that were read again for that, by what they begin with. */
  readonly #settled = new WeakMap<Text, number>();
  readonly #terms = new MetTerms();
  readonly #occurrences: Occurrences;
  /** Title and headings, from the first reading. */
  #context = '';
  #longestTask = 0;
  /** When our turn began. */
  #turn = 0;
  #readings = 0;
  #reading: Promise<void> = Promise.resolve();

  constructor(
    ports: Pick<ReaderPorts, 'recognise'>,
    root: Node,
    onChange: () => void,
    signal: AbortSignal,
    occurrences: Occurrences = 'every',
    onShadowRoot: (root: ShadowRoot) => void = () => {},
  ) {
    this.#ports = ports;
    this.#root = root;
    this.#occurrences = occurrences;
    this.#onShadowRoot = onShadowRoot;
    this.#onChange = () => {
      this.#version++;
      onChange();
    };
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#settling));
  }

  /** All that was read, in the order of reading. */
  get strips(): readonly Strip[] {
    return this.#strips;
  }

  /** A higher number whenever terms are found or gone. */
  get version(): number {
    return this.#version;
  }

  /** Longest stretch of reading without a pause so far, milliseconds. */
  get longestTask(): number {
    return this.#longestTask;
  }

  /** Whether a reading is under way. */
  get isReading(): boolean {
    return this.#readings > 0;
  }

  /** Open shadow roots of the page that were met, with text or without. */
  get shadowRoots(): ReadonlySet<ShadowRoot> {
    return this.#shadowRoots;
  }

  termAt(index: number): MatchedTerm | undefined {
    return this.#terms.at(index);
  }

  blockAt(node: Text): MarkedBlock | undefined {
    const strip = lastBefore(this.#strips, node);
    return strip?.read()?.find(({ block }) => block.nodes.includes(node));
  }

  /**
   * Reads the page, or what has changed of it: strips in which one of `changed` lies. Readings follow one another: one that
   * overtook an earlier would have its blocks twice. Resolves as well when it is ended.
   */
  read(changed: readonly Node[] = [this.#root]): Promise<void> {
    this.#readings++;
    const reading = this.#reading
      .then(() => this.#readNow(changed))
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
    const changed = [...this.#unread, ...roots];
    this.#unread = changed;
    this.#turn = performance.now();
    const before = this.#strips.length;
    const gaps = this.#forget(new Set(changed));
    const isLess = this.#strips.length < before;
    this.#context ||= contextOf(this.#root);
    let part = new PagePart();
    let most = FIRST_PART;
    for (const gap of gaps) {
      for (const run of await this.#runsOf(gap)) {
        for (const block of run.blocks) {
          if (part.units > 0 && part.units + block.text.length > most) {
            await this.#recognise(part);
            part = new PagePart();
            most = LATER_PART;
          }
          part.add(block, run);
          if (this.#isTurnOver()) await this.#giveTurn();
        }
      }
    }
    // Otherwise what was there stays painted until what is there now has been recognised: marks do not flicker.
    if (part.units > 0) await this.#recognise(part);
    else if (isLess) this.#onChange();
    this.#unread = [];
  }

  /**
   * A strip is not as it was. Mostly a change is about to be reported; but an element that gets its shadow root later
   * reports none.
   */
  readonly #doubt = (strip: Strip): void => {
    this.#doubted.add(strip);
    this.#settleSoon();
  };

  #settleSoon(): void {
    if (this.#signal.aborted) return;
    this.#settling ??= setTimeout(() => void this.#settle().catch(() => {}), DOUBT);
  }

  /** Reads again what is still not as it was, once each. */
  async #settle(): Promise<void> {
    await this.#reading;
    this.#settling = undefined;
    if (this.#signal.aborted) return;
    const doubted = [...this.#doubted];
    this.#doubted.clear();
    forgetReading();
    if (this.#isIncomplete) {
      this.#isIncomplete = false;
      return this.read();
    }
    const isLeft = (strip: Strip) =>
      this.#strips.includes(strip) && this.#settled.get(strip.first) !== strip.units && !strip.read();
    const left = doubted.filter(isLeft);
    for (const { first, units } of left) this.#settled.set(first, units);
    if (left.length > 0) await this.read(left.map(({ first }) => first));
  }

  /** Forgets the strips in which something has changed; gives what is to be read in their place. */
  #forget(changed: ReadonlySet<Node>): readonly Gap[] {
    forgetReading();
    for (const root of this.#shadowRoots) if (!root.isConnected) this.#shadowRoots.delete(root);
    const { left, gaps } = withoutChanged(this.#strips, changed);
    this.#strips = left;
    return gaps;
  }

  /** What is to be read of a gap, in the order in which it is to be read. */
  async #runsOf(gap: Gap): Promise<Run[]> {
    const { next } = gap;
    const blocks = this.#blocksOf(gap);
    // At its top a page is read as it comes, so that what is on the screen is marked before the rest has been looked at.
    if (scrollY < innerHeight) return [{ blocks, next }];
    const { visible, before } = fromVisible(await this.#collect(blocks));
    return [
      { blocks: visible, next },
      { blocks: before, next: visible[0]?.nodes[0] as Text | undefined },
    ];
  }

  *#blocksOf({ from }: Gap): Generator<Block> {
    const others = new Set<unknown>(this.#strips.map(({ first }) => first));
    const start = from ?? this.#root;
    if (!start.isConnected || isInSkippedPart(start)) return;
    const meet = (root: unknown) => this.#meet(root as ShadowRoot);
    const reading = from ? blocksFrom(from, meet) : readBlocks(this.#root, meet);
    let step = reading.next();
    for (; !step.done; step = reading.next()) {
      const block = step.value;
      // The page may change meanwhile: whatever strip comes next, it has been read.
      if (block.nodes.some((node) => others.has(node))) return;
      yield block;
    }
    if (!step.value) return;
    this.#isIncomplete = true;
    this.#settleSoon();
  }

  /** A shadow root must be watched before it is read: what changes in it from then on is heard of. */
  #meet(root: ShadowRoot): void {
    if (this.#shadowRoots.has(root)) return;
    this.#shadowRoots.add(root);
    this.#onShadowRoot(root);
  }

  async #collect(below: Iterable<Block>): Promise<Block[]> {
    const blocks: Block[] = [];
    for (const block of below) {
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

  async #recognise({ text, places, headings }: PagePart): Promise<void> {
    // What was read and the sending of it are two pieces of work, and so is what came back.
    await this.#giveTurn();
    const { spans, matched } = await this.#wait(this.#ports.recognise(text, this.#context, this.#terms.seen));
    const indices = this.#terms.numbersOf(matched);
    let at = 0;
    let heading = 0;
    for (const { run, first, start, end } of places) {
      const place = this.#placeBefore(run.next);
      run.met ??= this.#metInSection(place);
      const hits: number[] = [];
      for (; at < spans.length && spans[at]! < end; at += 3) {
        const term = indices[spans[at + 2]!]!;
        for (; headings[heading]! <= spans[at]!; heading++) run.met.clear();
        if (this.#occurrences === 'first' && run.met.has(term)) continue;
        run.met.add(term);
        hits.push(spans[at]! - start, spans[at + 1]! - start, term);
      }
      for (; headings[heading]! < end; heading++) run.met.clear();
      this.#strips.splice(place, 0, new Strip(first, end - start, packHits(hits), this.#doubt));
      if (this.#isTurnOver()) await this.#giveTurn();
    }
    this.#onChange();
    await this.#giveTurn();
  }

  /** Number of the strip that begins with a text node; without one, that of the next to come. */
  #placeBefore(next: Text | undefined): number {
    const place = next ? this.#strips.findIndex(({ first }) => first === next) : -1;
    return place === -1 ? this.#strips.length : place;
  }

  /** The terms met before a place in the section that it is in, where only the first of each counts. */
  #metInSection(place: number): Set<number> {
    const met = new Set<number>();
    if (this.#occurrences === 'every') return met;
    for (const strip of this.#strips.slice(0, place).reverse()) {
      for (const { block, hits } of strip.read()?.toReversed() ?? []) {
        for (let at = 2; at < hits.length; at += 3) met.add(hits[at]!);
        if (isHeading(block)) return met;
      }
    }
    return met;
  }
}
