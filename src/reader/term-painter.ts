import { measuringRangeOf, staticRangeOf } from '../page/locate.ts';
import { CURRENT_HIGHLIGHT, type MarkStyle, TERM_HIGHLIGHTS } from './highlight-names.ts';
import { type NearBlock, NearBlocks } from './near-blocks.ts';
import { forgetReading, type Strip } from './strip.ts';
import { keyAt, type MarkedPage, rangeOf, type TermHit } from './term-hit.ts';

/**
 * Most ranges registered at a time. On every change of the page, whatever it is, the browser looks again at every
 * registered range (30 ms a frame with 5,000 of them), so only those near the viewport are registered.
 */
const MOST_RANGES = 300;

/** How long a term that was jumped to is set off, milliseconds. */
const FLASH = 1_600;

/** Blocks with more hits than this are not taken whole: the part near the viewport is found by bisection. */
const LARGE_BLOCK = 60;

/** How far from the viewport marks are painted ahead of scrolling, heights of the viewport. */
const AHEAD = 0.5;

/**
 * From this area on a page is long, square CSS px: some 50,000 characters of running text. While a line under a text is
 * registered, Chromium measures the whole layer it lies in again whenever anything changes: 5 ms a frame on a page of
 * 200,000 characters. Long pages get marks without lines.
 */
const LONG_PAGE = 20_000_000;

function isLongPage(): boolean {
  return document.documentElement.scrollHeight * innerWidth > LONG_PAGE;
}

/** The style in which marks are painted on the page as it is. */
function fitting(style: MarkStyle): MarkStyle {
  return (style === 'dotted' || style === 'solid') && isLongPage() ? 'background' : style;
}

/** The hits of a block that lie within `margin` px of the viewport, as first and last triple (end exclusive). */
function hitsNearViewport({ block, hits, box }: NearBlock, margin: number): [number, number] {
  const count = hits.length / 3;
  if (count <= LARGE_BLOCK && !(box && box.height > 2 * innerHeight)) return [0, count];
  const topOf = (index: number) =>
    measuringRangeOf(block, hits[3 * index]!, hits[3 * index + 1]!)?.getBoundingClientRect().top ?? 0;
  const firstBelow = (limit: number) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (topOf(middle) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [firstBelow(-margin), firstBelow(innerHeight + margin)];
}

/** A mark that is registered, and the strip it is in. */
interface PaintedMark {
  readonly strip: Strip;
  readonly range: StaticRange;
}

function isSame(one: StaticRange, other: StaticRange): boolean {
  return (
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}

/**
 * Paints the terms near the viewport with the CSS Custom Highlight API; the page's DOM is not touched. Blocks come and
 * go with `sync`.
 */
export class TermPainter {
  #style: MarkStyle;
  readonly #highlight = new Highlight();
  readonly #near: NearBlocks;
  #painted = new Map<string, PaintedMark>();
  #frame = 0;
  #flashing: ReturnType<typeof setTimeout> | undefined;

  constructor(style: MarkStyle, signal: AbortSignal) {
    this.#style = style;
    const again = () => this.#schedule();
    const change = () => {
      this.#restyle();
      again();
    };
    this.#near = new NearBlocks(change, signal);
    const passive = { capture: true, passive: true, signal };
    // Whatever may bring other blocks near the viewport. The height of the page changes with most of the rest.
    for (const type of ['scroll', 'resize', 'transitionend', 'toggle'])
      addEventListener(type, again, passive);
    const heights = new ResizeObserver(() => {
      // What made it taller may be a shadow root that came later: of that no change is reported.
      forgetReading();
      again();
    });
    heights.observe(document.documentElement);
    if (document.body) heights.observe(document.body);
    signal.addEventListener('abort', () => {
      heights.disconnect();
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#flashing);
      this.#unregister();
      CSS.highlights.delete(CURRENT_HIGHLIGHT);
    });
  }

  /** Sets off the term whose card is open; `undefined` sets off none. */
  setCurrent(hit: TermHit | undefined): void {
    clearTimeout(this.#flashing);
    const range = hit && rangeOf(hit);
    if (!range) {
      CSS.highlights.delete(CURRENT_HIGHLIGHT);
      return;
    }
    const current = new Highlight(new StaticRange(range));
    current.priority = 2;
    CSS.highlights.set(CURRENT_HIGHLIGHT, current);
  }

  /** Shows the marks of the style `none` while wanted; other styles show anyway. */
  reveal(shown: boolean): void {
    if (this.#style !== 'none') return;
    this.#unregister();
    this.#register(shown ? fitting('dotted') : 'none');
  }

  /** Sets off a term for a moment, so that the eye finds it. */
  flash(hit: TermHit): void {
    this.setCurrent(hit);
    clearTimeout(this.#flashing);
    this.#flashing = setTimeout(() => this.setCurrent(undefined), FLASH);
  }

  /** Takes the blocks of the page as they now are. Each change of them is followed by a `sync`. */
  sync(page: MarkedPage): void {
    this.#near.sync(page);
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  /** The blocks near the viewport: those in it first, then those around it, and last those that are not rendered. */
  #nearest(): NearBlock[] {
    const ranked: NearBlock[][] = [[], [], []];
    for (const near of this.#near.within(innerHeight * AHEAD)) {
      const { box } = near;
      const isVisible = box && box.bottom >= 0 && box.top <= innerHeight;
      ranked[isVisible ? 0 : box ? 1 : 2]!.push(near);
    }
    return ranked.flat();
  }

  #wanted(): Map<string, PaintedMark> {
    const wanted = new Map<string, PaintedMark>();
    for (const near of this.#nearest()) {
      const { strip, block, hits } = near;
      const [from, to] = hitsNearViewport(near, innerHeight * AHEAD);
      for (let at = 3 * from; at < 3 * to; at += 3) {
        if (wanted.size >= MOST_RANGES) return wanted;
        const key = keyAt(block, hits[at]!);
        const painted = this.#painted.get(key);
        const range =
          painted?.strip === strip ? painted.range : staticRangeOf(block, hits[at]!, hits[at + 1]!);
        if (!range) continue;
        // What was read anew and is as it was stays registered: the browser has nothing to do.
        wanted.set(key, { strip, range: painted && isSame(painted.range, range) ? painted.range : range });
      }
    }
    return wanted;
  }

  /** Whether a mark stays although it was not found: its strip has changed and will be read anew. No mark flickers. */
  #isInDoubt({ strip }: PaintedMark): boolean {
    return this.#near.knows(strip) && !strip.read();
  }

  #paint(): void {
    const wanted = this.#wanted();
    for (const [key, mark] of this.#painted) {
      if (wanted.get(key)?.range === mark.range) continue;
      if (!wanted.has(key) && this.#isInDoubt(mark)) wanted.set(key, mark);
      else this.#highlight.delete(mark.range);
    }
    for (const [key, { range }] of wanted)
      if (this.#painted.get(key)?.range !== range) this.#highlight.add(range);
    this.#painted = wanted;
    // The registry is the page's too: a page that clears it gets our marks again at the next paint.
    this.#register(this.#style);
  }

  /** A page that has become long loses its lines; it does not get them back, so that marks do not flicker. */
  #restyle(): void {
    const style = fitting(this.#style);
    if (style === this.#style) return;
    this.#unregister();
    this.#style = style;
  }

  #register(style: MarkStyle): void {
    const name = TERM_HIGHLIGHTS[style];
    if (CSS.highlights.get(name) !== this.#highlight) CSS.highlights.set(name, this.#highlight);
  }

  #unregister(): void {
    for (const name of Object.values(TERM_HIGHLIGHTS))
      if (CSS.highlights.get(name) === this.#highlight) CSS.highlights.delete(name);
  }
}
