import { elementOf } from '../page/shadow.ts';
import type { MarkedPage, RecognisedBlock } from './term-hit.ts';

/** Most blocks in a strip. */
const MOST_BLOCKS = 16;

/** Blocks with terms that follow one another and lie within one height of the viewport: where one is, all are near. */
type Strip = readonly RecognisedBlock[];

/** A block near the viewport, and its box (CSS px of the viewport); `undefined` when it has none at present. */
export interface NearBlock {
  readonly recognised: RecognisedBlock;
  readonly box: DOMRect | undefined;
}

function isEmpty({ width, height }: DOMRect): boolean {
  return width === 0 && height === 0;
}

/** Box of the element that a block is directly in; `undefined` when it is not rendered. */
function boxOf({ container, first }: RecognisedBlock): DOMRect | undefined {
  const box = elementOf(container)?.getBoundingClientRect();
  if (box && !isEmpty(box)) return box;
  // An element may have no box of its own (`display: contents`) and its text still be shown.
  const text = document.createRange();
  text.selectNodeContents(first);
  const ofText = text.getBoundingClientRect();
  return isEmpty(ofText) ? undefined : ofText;
}

/** Box of the first block of a strip that has one. */
function placeOf(strip: Strip): DOMRect | undefined {
  for (const recognised of strip) {
    const box = boxOf(recognised);
    if (box) return box;
  }
  return undefined;
}

/**
 * Knows which blocks lie near the viewport. An IntersectionObserver of all of them would look at each again in every
 * frame in which a mark is painted anew (3 ms a frame with 4,000 blocks), so nothing is observed but blocks that are not
 * rendered, until they are; the others are measured when somebody asks, one for each strip of neighbours.
 */
export class NearBlocks {
  #strips: Strip[] = [];
  /** Blocks that are not rendered, by the element whose appearance is waited for. */
  readonly #hidden = new Map<Element, Strip>();
  /** How many blocks the page had when it was looked at last, and how often some had gone. */
  #known = 0;
  #losses = 0;
  readonly #observer: IntersectionObserver;

  /** `onAppear`: blocks that were not rendered are now. */
  constructor(onAppear: () => void, signal: AbortSignal) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        const appeared = entries.filter(({ isIntersecting }) => isIntersecting);
        for (const { target } of appeared) this.#appear(target);
        if (appeared.length > 0) onAppear();
      },
      { rootMargin: '50% 0px' },
    );
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Takes the blocks of the page as they now are. */
  sync(page: MarkedPage): void {
    const blocks = [...page.blocks];
    if (page.losses === this.#losses) this.#form(blocks.slice(this.#known));
    else {
      const left = this.#leave(page);
      this.#form(blocks.filter((block) => !left.has(block)));
    }
    this.#losses = page.losses;
    this.#known = blocks.length;
  }

  /** Lets go of the blocks that have gone; gives those that are left. */
  #leave(page: MarkedPage): Set<RecognisedBlock> {
    const all = new Set<RecognisedBlock>();
    const left = (strip: Strip) => {
      const there = strip.filter((block) => page.blockFrom(block.first) === block);
      for (const block of there) all.add(block);
      return there;
    };
    this.#strips = this.#strips.map(left).filter(({ length }) => length > 0);
    for (const [element, strip] of this.#hidden) {
      const waiting = left(strip);
      if (waiting.length === 0) this.#forgetHidden(element);
      else this.#hidden.set(element, waiting);
    }
    return all;
  }

  /** The blocks whose boxes lie within `margin` CSS px above and below the viewport, or that have none. */
  *within(margin: number): Generator<NearBlock> {
    const reach = innerHeight + margin;
    const gone: Strip[] = [];
    for (const strip of this.#strips) {
      const at = placeOf(strip);
      if (!at) gone.push(strip);
      else if (at.bottom >= -reach && at.top <= innerHeight + reach) {
        for (const recognised of strip) {
          const box = boxOf(recognised);
          if (!box || (box.bottom >= -margin && box.top <= innerHeight + margin)) yield { recognised, box };
        }
      }
    }
    if (gone.length === 0) return;
    this.#strips = this.#strips.filter((strip) => !gone.includes(strip));
    for (const strip of gone) for (const block of strip) this.#hide(block);
  }

  /** Joins blocks into strips, in the order given. */
  #form(loose: readonly RecognisedBlock[]): void {
    let strip: RecognisedBlock[] = [];
    let top = 0;
    let bottom = 0;
    for (const recognised of loose) {
      const box = boxOf(recognised);
      if (!box) {
        this.#hide(recognised);
        continue;
      }
      const highest = Math.min(top, box.top);
      const lowest = Math.max(bottom, box.bottom);
      if (strip.length === 0 || strip.length >= MOST_BLOCKS || lowest - highest > innerHeight) {
        strip = [];
        this.#strips.push(strip);
        top = box.top;
        bottom = box.bottom;
      } else {
        top = highest;
        bottom = lowest;
      }
      strip.push(recognised);
    }
  }

  /** Waits for a block that is not rendered to appear. */
  #hide(recognised: RecognisedBlock): void {
    const element = elementOf(recognised.container);
    if (!element) return;
    this.#hidden.set(element, [...(this.#hidden.get(element) ?? []), recognised]);
    this.#observer.observe(element);
  }

  #appear(element: Element): void {
    const appeared = this.#hidden.get(element);
    this.#forgetHidden(element);
    if (appeared) this.#form(appeared);
  }

  #forgetHidden(element: Element): void {
    this.#hidden.delete(element);
    this.#observer.unobserve(element);
  }
}
