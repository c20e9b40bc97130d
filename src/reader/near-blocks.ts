import { elementOf } from '../page/shadow.ts';
import type { RecognisedBlock } from './page-terms.ts';

/** Most blocks in a strip. */
const MOST_BLOCKS = 16;

/** Blocks with terms that follow one another and lie within one height of the viewport: where one is, all are near. */
type Strip = Set<RecognisedBlock>;

/** A block near the viewport, and its box (CSS px of the viewport); `undefined` when it has none at present. */
export interface NearBlock {
  readonly recognised: RecognisedBlock;
  readonly box: DOMRect | undefined;
}

function isEmpty({ width, height }: DOMRect): boolean {
  return width === 0 && height === 0;
}

/** Box of the element that a block is directly in; `undefined` when it is not rendered. */
function boxOf({ container, nodes }: RecognisedBlock): DOMRect | undefined {
  const box = elementOf(container)?.getBoundingClientRect();
  if (box && !isEmpty(box)) return box;
  // An element may have no box of its own (`display: contents`) and its text still be shown.
  const text = document.createRange();
  text.selectNodeContents(nodes[0]!);
  const ofText = text.getBoundingClientRect();
  return isEmpty(ofText) ? undefined : ofText;
}

/**
 * Knows which blocks lie near the viewport. An IntersectionObserver of all of them would look at each again in every
 * frame in which a mark is painted anew (3 ms a frame with 4,000 blocks), so nothing is observed but blocks that are not
 * rendered, until they are; the others are measured when somebody asks, one for each strip of neighbours.
 */
export class NearBlocks {
  readonly #strips = new Set<Strip>();
  readonly #stripOf = new Map<RecognisedBlock, Strip>();
  /** Blocks that are not rendered, by the element whose appearance is waited for. */
  readonly #hidden = new Map<Element, Strip>();
  /** The element that a strip of them waits for: the page may since have taken its text out of it. */
  readonly #awaited = new WeakMap<Strip, Element>();
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
  sync(blocks: ReadonlySet<RecognisedBlock>): void {
    for (const known of this.#stripOf.keys()) if (!blocks.has(known)) this.#drop(known);
    const loose: RecognisedBlock[] = [];
    for (const block of blocks) if (block.hits.length > 0 && !this.#stripOf.has(block)) loose.push(block);
    this.#form(loose);
  }

  /** The blocks whose boxes lie within `margin` CSS px above and below the viewport, or that have none. */
  *within(margin: number): Generator<NearBlock> {
    const reach = innerHeight + margin;
    for (const strip of this.#strips) {
      const at = this.#placeOf(strip);
      if (!at) this.#hide(strip);
      else if (at.bottom >= -reach && at.top <= innerHeight + reach) {
        for (const recognised of strip) {
          const box = boxOf(recognised);
          if (!box || (box.bottom >= -margin && box.top <= innerHeight + margin)) yield { recognised, box };
        }
      }
    }
  }

  /** Joins blocks into strips, in the order given. */
  #form(loose: readonly RecognisedBlock[]): void {
    let strip: Strip | undefined;
    let top = 0;
    let bottom = 0;
    for (const recognised of loose) {
      const box = boxOf(recognised);
      if (!box) {
        this.#hide(new Set([recognised]));
        continue;
      }
      const highest = Math.min(top, box.top);
      const lowest = Math.max(bottom, box.bottom);
      if (!strip || strip.size >= MOST_BLOCKS || lowest - highest > innerHeight) {
        strip = new Set();
        this.#strips.add(strip);
        top = box.top;
        bottom = box.bottom;
      } else {
        top = highest;
        bottom = lowest;
      }
      strip.add(recognised);
      this.#stripOf.set(recognised, strip);
    }
  }

  /** Box of the first block of a strip that has one. */
  #placeOf(strip: Strip): DOMRect | undefined {
    for (const recognised of strip) {
      const box = boxOf(recognised);
      if (box) return box;
    }
    return undefined;
  }

  /** Waits for blocks that are not rendered to appear. */
  #hide(strip: Strip): void {
    this.#strips.delete(strip);
    for (const recognised of strip) {
      const element = elementOf(recognised.container);
      if (!element) continue;
      const waiting = this.#hidden.get(element) ?? new Set();
      waiting.add(recognised);
      this.#hidden.set(element, waiting);
      this.#awaited.set(waiting, element);
      this.#stripOf.set(recognised, waiting);
      this.#observer.observe(element);
    }
  }

  #appear(element: Element): void {
    const appeared = this.#hidden.get(element);
    this.#forgetHidden(element);
    if (appeared) this.#form([...appeared]);
  }

  #forgetHidden(element: Element): void {
    this.#hidden.delete(element);
    this.#observer.unobserve(element);
  }

  #drop(recognised: RecognisedBlock): void {
    const strip = this.#stripOf.get(recognised);
    this.#stripOf.delete(recognised);
    strip?.delete(recognised);
    if (!strip || strip.size > 0) return;
    this.#strips.delete(strip);
    const element = this.#awaited.get(strip);
    if (element) this.#forgetHidden(element);
  }
}
