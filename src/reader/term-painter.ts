import { measuringRangeOf, staticRangeOf } from '../page/locate.ts';
import { elementOf } from '../page/shadow.ts';
import { spanOf, type TermHit } from './hit-test.ts';
import type { RecognisedBlock } from './page-terms.ts';

/** How terms are marked. Each style is a highlight name of its own, so that the page's style sheets stay as they are. */
export type MarkStyle = 'dotted' | 'solid' | 'background' | 'none';

/** Names of the highlights that hold painted terms; all begin with `gloss-term`, which the outside relies on. */
export const TERM_HIGHLIGHTS: Record<MarkStyle, string> = {
  dotted: 'gloss-term',
  solid: 'gloss-term-solid',
  background: 'gloss-term-background',
  none: 'gloss-term-none',
};

/** The term whose card is open. */
export const CURRENT_HIGHLIGHT = 'gloss-term-current';

/**
 * Most ranges registered at a time. On every change of the page, whatever it is, the browser looks again at every
 * registered range (30 ms a frame with 5,000 of them), so only those near the viewport are registered.
 */
const MOST_RANGES = 300;

/** How long a term that was jumped to is set off, milliseconds. */
const FLASH = 1_600;

/** Blocks with more hits than this are not taken whole: the part near the viewport is found by bisection. */
const LARGE_BLOCK = 60;

/** The hits of a block that lie within `margin` px of the viewport, as first and last triple (end exclusive). */
function hitsNearViewport(recognised: RecognisedBlock, margin: number): [number, number] {
  const count = recognised.hits.length / 3;
  if (count <= LARGE_BLOCK) return [0, count];
  const topOf = (index: number) => {
    const range = measuringRangeOf(
      recognised.block,
      recognised.hits[index * 3]!,
      recognised.hits[index * 3 + 1]!,
    );
    return range?.getBoundingClientRect().top ?? 0;
  };
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

/**
 * Paints the terms near the viewport with the CSS Custom Highlight API; the page's DOM is not touched. Blocks come and
 * go with `sync`; what is near the viewport is known from an IntersectionObserver.
 */
export class TermPainter {
  readonly #name: string;
  readonly #highlight = new Highlight();
  readonly #near = new Set<Element>();
  readonly #blocksOf = new Map<Element, RecognisedBlock[]>();
  readonly #observer: IntersectionObserver;
  #painted = new Map<string, StaticRange>();
  #keys = new WeakMap<RecognisedBlock, number>();
  #nextKey = 0;
  #frame = 0;
  #flashing: ReturnType<typeof setTimeout> | undefined;

  constructor(style: MarkStyle, signal: AbortSignal) {
    this.#name = TERM_HIGHLIGHTS[style];
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: '60% 0px' });
    const again = () => this.#schedule();
    addEventListener('scroll', again, { capture: true, passive: true, signal });
    addEventListener('resize', again, { passive: true, signal });
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#flashing);
      if (CSS.highlights.get(this.#name) === this.#highlight) CSS.highlights.delete(this.#name);
      this.#conceal();
      CSS.highlights.delete(CURRENT_HIGHLIGHT);
    });
  }

  /** Sets off the term whose card is open; `undefined` sets off none. */
  setCurrent(hit: TermHit | undefined): void {
    clearTimeout(this.#flashing);
    const range = hit && this.rangeOf(hit);
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
    if (this.#name !== TERM_HIGHLIGHTS.none) return;
    if (shown) CSS.highlights.set(TERM_HIGHLIGHTS.dotted, this.#highlight);
    else this.#conceal();
  }

  #conceal(): void {
    const { dotted } = TERM_HIGHLIGHTS;
    if (CSS.highlights.get(dotted) === this.#highlight) CSS.highlights.delete(dotted);
  }

  /** Sets off a term for a moment, so that the eye finds it. */
  flash(hit: TermHit): void {
    this.setCurrent(hit);
    clearTimeout(this.#flashing);
    this.#flashing = setTimeout(() => this.setCurrent(undefined), FLASH);
  }

  /** The live range of a hit; `undefined` when the page has changed under it. */
  rangeOf(hit: TermHit): Range | undefined {
    const [start, end] = spanOf(hit);
    return measuringRangeOf(hit.recognised.block, start, end);
  }

  /** Takes the blocks of the page as they now are. */
  sync(blocks: Iterable<RecognisedBlock>): void {
    const before = new Set(this.#blocksOf.keys());
    this.#blocksOf.clear();
    for (const recognised of blocks) {
      const container = elementOf(recognised.block.container as Node);
      if (recognised.hits.length === 0 || !container) continue;
      const list = this.#blocksOf.get(container);
      if (list) list.push(recognised);
      else this.#blocksOf.set(container, [recognised]);
      if (!before.delete(container)) this.#observer.observe(container);
    }
    for (const gone of before) {
      this.#observer.unobserve(gone);
      this.#near.delete(gone);
    }
    this.#schedule();
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#near.add(target);
      else this.#near.delete(target);
    }
    this.#schedule();
  }

  #schedule(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #wanted(): Map<string, StaticRange> {
    const wanted = new Map<string, StaticRange>();
    for (const container of this.#near) {
      for (const recognised of this.#blocksOf.get(container) ?? []) {
        const key = this.#keyOf(recognised);
        const [from, to] = hitsNearViewport(recognised, innerHeight * 0.6);
        for (let index = from; index < to; index++) {
          if (wanted.size >= MOST_RANGES) return wanted;
          const name = `${key}:${index}`;
          const range =
            this.#painted.get(name) ??
            staticRangeOf(recognised.block, recognised.hits[index * 3]!, recognised.hits[index * 3 + 1]!);
          if (range) wanted.set(name, range);
        }
      }
    }
    return wanted;
  }

  #paint(): void {
    const wanted = this.#wanted();
    for (const [name, range] of this.#painted) if (!wanted.has(name)) this.#highlight.delete(range);
    for (const [name, range] of wanted) if (!this.#painted.has(name)) this.#highlight.add(range);
    this.#painted = wanted;
    // The registry is the page's too: a page that clears it gets our marks again at the next paint.
    if (CSS.highlights.get(this.#name) !== this.#highlight) CSS.highlights.set(this.#name, this.#highlight);
  }

  #keyOf(recognised: RecognisedBlock): number {
    const known = this.#keys.get(recognised);
    if (known !== undefined) return known;
    this.#keys.set(recognised, this.#nextKey);
    return this.#nextKey++;
  }
}
