import { boxesOf, termAt } from './hit-test.ts';
import type { HoverEvent } from './hover-machine.ts';
import type { PageTerms } from './page-terms.ts';
import { holds, isInCorridor, nearestBox } from './placement.ts';
import { PointerRest } from './pointer-rest.ts';
import { holdsSelection } from './selected.ts';
import type { Surface } from './surface.ts';
import type { TermCards, Trigger } from './term-cards.ts';
import { rangeOf, type TermHit } from './term-hit.ts';
import type { TermPainter } from './term-painter.ts';

/** What the pointer goes over; all is handed in. */
export interface PointingOptions {
  readonly surface: Surface;
  readonly terms: PageTerms;
  readonly painter: TermPainter;
  readonly trigger: Trigger;
  readonly signal: AbortSignal;
  cards(): TermCards;
  /** Whether a list lies over the page: what is below it is not looked at. */
  isCovered(): boolean;
}

/** The pointer that hovers, and the key that may have to be held with it. */
export class Pointing {
  readonly #options: PointingOptions;
  readonly pointer: PointerRest;
  /** Whether the key is held that the reader set for cards. */
  #held = false;

  constructor(options: PointingOptions) {
    const { surface, signal } = options;
    this.#options = options;
    this.pointer = new PointerRest(
      ({ target, isPassing }) => this.#look(isPassing, surface.owns({ target })),
      signal,
    );
  }

  /** Begins to listen. */
  listen(): void {
    const { signal } = this.#options;
    const passive = { passive: true, capture: true, signal };
    addEventListener('pointermove', (event) => this.#onMove(event), passive);
    document.addEventListener('pointerleave', () => this.#tell({ type: 'away' }), passive);
    addEventListener('blur', () => this.#hold(false), { signal });
  }

  /** Sees whether a key is the one that is held for cards. */
  key({ key, type }: KeyboardEvent): void {
    if (key === (this.#options.trigger === 'shift' ? 'Shift' : 'Alt') && type !== 'keypress')
      this.#hold(type === 'keydown');
  }

  #tell(event: HoverEvent<TermHit>): void {
    this.#options.cards().dispatch(event);
  }

  #onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    this.#held = this.#options.trigger === 'alt' ? event.altKey : event.shiftKey;
    this.pointer.move(event);
  }

  /** What lies under the pointer. In passing nobody looks, unless a card is open that it may have left. */
  #look(isPassing: boolean, overSurface: boolean): void {
    if (this.#options.isCovered()) return;
    const isAway = isPassing && !this.#options.cards().open;
    this.#tell(isAway ? { type: 'away' } : this.#whereIs(overSurface));
  }

  #whereIs(overSurface: boolean): HoverEvent<TermHit> {
    const { point } = this.pointer;
    if (overSurface) return { type: 'inside' };
    if (!point) return { type: 'away' };
    const { open } = this.#options.cards();
    const card = this.#options.surface.box();
    if (open && card) {
      const term = nearestBox(boxesOf(open), point);
      if (holds(card, point) || (term && isInCorridor(point, term, card))) return { type: 'inside' };
    }
    const hit = termAt(point, this.#options.terms);
    return hit && this.#mayOpen(hit) ? { type: 'over', target: hit } : { type: 'away' };
  }

  /** Whether resting on a term may open its card: not without the key that was set, and not where text is selected. */
  #mayOpen(hit: TermHit): boolean {
    if (this.#options.cards().open?.key === hit.key) return true;
    if (this.#options.trigger !== 'rest' && !this.#held) return false;
    const range = rangeOf(hit);
    return !range || !holdsSelection(range);
  }

  /** The key for cards goes down or up: unmarked terms show while it is held, and the one under the pointer opens. */
  #hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    this.#options.painter.reveal(held);
    if (held && this.#options.trigger !== 'rest') this.#look(false, false);
  }
}
