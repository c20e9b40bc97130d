import { type Block, containerOf } from '../page/blocks.ts';
import { elementOf } from '../page/shadow.ts';
import { yieldToPage } from '../page/turn.ts';
import type { MarkedBlock, Strip } from './strip.ts';
import type { MarkedPage } from './term-hit.ts';

/** Time that strips are looked at for the first time before the page gets its turn, milliseconds. */
const SLICE = 1;

/** Blocks of a strip, by their numbers in it (`to` excluded). */
interface Stretch {
  readonly strip: Strip;
  readonly from: number;
  to: number;
}

/** Blocks with terms that follow one another and lie within one height of the viewport: where one is, all are near. */
interface PlacedStretch extends Stretch {
  /** The text node that the first of them begins with. */
  readonly first: Text;
}

/** A block near the viewport, and its box (CSS px of the viewport); `undefined` when it has none at present. */
export interface NearBlock extends MarkedBlock {
  readonly strip: Strip;
  readonly box: DOMRect | undefined;
}

function isEmpty({ width, height }: DOMRect): boolean {
  return width === 0 && height === 0;
}

/** Whether an element has a box of its own, be it empty. */
function isRendered(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** The element whose appearance tells that an element which is not rendered may be now. */
function appearingWith(element: Element): Element {
  let at = element;
  while (at.parentElement && getComputedStyle(at).display === 'contents') at = at.parentElement;
  return isRendered(at) ? element : at;
}

/** Box of the element that a block is directly in; `undefined` when it is not rendered. */
function boxOf(container: Node, first: Node): DOMRect | undefined {
  const element = elementOf(container);
  const box = element?.getBoundingClientRect();
  if (box && !isEmpty(box)) return box;
  // An element may have no box of its own (`display: contents`) and its text still be shown.
  const text = document.createRange();
  text.selectNodeContents(first);
  const ofText = text.getBoundingClientRect();
  if (!isEmpty(ofText)) return ofText;
  // An empty box is one too: an observer takes it for visible at once.
  return element && isRendered(element) ? box : undefined;
}

function boxOfBlock({ container, nodes }: Block): DOMRect | undefined {
  return boxOf(container as Node, nodes[0] as Text);
}

/**
 * Knows which blocks lie near the viewport. An IntersectionObserver of all of them would look at each again in every
 * frame in which a mark is painted anew (3 ms a frame with 4,000 blocks), so nothing is observed but blocks that are not
 * rendered, until they are; the others are measured when somebody asks, one for each stretch of neighbours.
 */
export class NearBlocks {
  #stretches: PlacedStretch[] = [];
  /** Blocks that are not rendered, by the element whose appearance is waited for. */
  readonly #hidden = new Map<Element, Stretch[]>();
  /** The strips that were looked at, and are on the page as far as is known. */
  readonly #known = new Set<Strip>();
  #isLooking = false;
  readonly #observer: IntersectionObserver;
  #strips: readonly Strip[] = [];
  readonly #onChange: () => void;
  readonly #signal: AbortSignal;

  /** `onChange`: other blocks may be near, since the page has others or some that were not rendered are now. */
  constructor(onChange: () => void, signal: AbortSignal) {
    this.#onChange = onChange;
    this.#signal = signal;
    this.#observer = new IntersectionObserver(
      (entries) => {
        const appeared = entries.filter(({ isIntersecting }) => isIntersecting);
        for (const { target } of appeared) this.#appear(target);
        if (appeared.length > 0) onChange();
      },
      { rootMargin: '50% 0px' },
    );
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Takes the strips of the page as they now are. What was there stays until what is there now has been looked at. */
  sync({ strips }: MarkedPage): void {
    this.#strips = strips;
    if (!this.#isLooking) void this.#lookAtNew();
  }

  async #lookAtNew(): Promise<void> {
    this.#isLooking = true;
    const areNew = () => this.#strips.filter((strip) => !this.#known.has(strip));
    for (let added = areNew(); added.length > 0; added = areNew()) {
      let end = 0;
      for (const strip of added) {
        if (performance.now() >= end) {
          await yieldToPage();
          if (this.#signal.aborted) return;
          end = performance.now() + SLICE;
        }
        this.#known.add(strip);
        if (strip.hits !== '') this.#place({ strip, from: 0, to: Number.POSITIVE_INFINITY });
      }
    }
    this.#isLooking = false;
    this.#leave();
    this.#onChange();
  }

  /** Lets go of the strips that have gone. */
  #leave(): void {
    const there = new Set(this.#strips);
    const isThere = ({ strip }: Stretch) => there.has(strip);
    for (const strip of this.#known) if (!there.has(strip)) this.#known.delete(strip);
    this.#stretches = this.#stretches.filter(isThere);
    for (const [element, stretches] of this.#hidden) {
      const left = stretches.filter(isThere);
      if (left.length === 0) this.#forgetHidden(element);
      else this.#hidden.set(element, left);
    }
  }

  /** Whether a strip was there when the page was looked at last. */
  knows(strip: Strip): boolean {
    return this.#known.has(strip);
  }

  /** The blocks whose boxes lie within `margin` CSS px above and below the viewport, or that have none. */
  *within(margin: number): Generator<NearBlock> {
    const isNear = (box: DOMRect, reach: number) => box.bottom >= -reach && box.top <= innerHeight + reach;
    const near: Stretch[] = [];
    for (const stretch of this.#stretches.splice(0)) {
      const { first } = stretch;
      const box = first.parentNode && boxOf(containerOf(first) as Node, first);
      // What has been hidden since is placed anew.
      if (!box) this.#place(stretch);
      else this.#stretches.push(stretch);
      if (box && isNear(box, innerHeight + margin)) near.push(stretch);
    }
    for (const { strip, from, to } of near) {
      for (const { block, hits } of strip.read()?.slice(from, to) ?? []) {
        if (hits.length === 0) continue;
        const box = boxOfBlock(block);
        if (!box || isNear(box, margin)) yield { strip, block, hits, box };
      }
    }
  }

  /** Joins blocks with terms into stretches, in the order given. */
  #place({ strip, from, to }: Stretch): void {
    let last: PlacedStretch | undefined;
    let top = 0;
    let bottom = 0;
    strip.read()?.forEach(({ block, hits }, number) => {
      if (hits.length === 0 || number < from || number >= to) return;
      const box = boxOfBlock(block);
      if (!box) {
        this.#hide(block, { strip, from: number, to: number + 1 });
        last = undefined;
        return;
      }
      top = Math.min(top, box.top);
      bottom = Math.max(bottom, box.bottom);
      if (last && bottom - top <= innerHeight) {
        last.to = number + 1;
        return;
      }
      last = { strip, from: number, to: number + 1, first: block.nodes[0] as Text };
      this.#stretches.push(last);
      top = box.top;
      bottom = box.bottom;
    });
  }

  /** Waits for a block that is not rendered to appear. */
  #hide({ container }: Block, stretch: Stretch): void {
    const inside = elementOf(container as Node);
    if (!inside) return;
    const element = appearingWith(inside);
    this.#hidden.set(element, [...(this.#hidden.get(element) ?? []), stretch]);
    this.#observer.observe(element);
  }

  #appear(element: Element): void {
    const appeared = this.#hidden.get(element) ?? [];
    this.#forgetHidden(element);
    for (const stretch of appeared) this.#place(stretch);
  }

  #forgetHidden(element: Element): void {
    this.#hidden.delete(element);
    this.#observer.unobserve(element);
  }
}
