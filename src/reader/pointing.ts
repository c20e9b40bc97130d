import { listenEarly } from './event-gate.ts';
import { boxesOf, termAt } from './hit-test.ts';
import type { HoverEvent } from './hover-machine.ts';
import type { PageTerms } from './page-terms.ts';
import { holds, isInCorridor, nearestBox } from './placement.ts';
import { type Pace, PointerRest } from './pointer-rest.ts';
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
    this.#options = options;
    this.pointer = new PointerRest(({ target, pace }) => this.#look(pace, target), options.signal);
  }

  /** Begins to listen. */
  listen(): void {
    const { signal } = this.#options;
    listenEarly('pointermove', (event) => this.#onMove(event), signal);
    // Not in capture: for that the browser tells of every element that is left.
    document.documentElement.addEventListener('pointerleave', () => this.#tell({ type: 'away' }), { signal });
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

  /** Looks at what lies under a pointer that has become still; at one that moves only for what is open or about to be. */
  #look(pace: Pace, target: EventTarget | null): void {
    const cards = this.#options.cards();
    if (this.#options.isCovered() || (pace !== 'still' && cards.isIdle)) return;
    if (cards.open || pace === 'still') this.#tell(this.#whereIs(target));
    else if (pace === 'passing') this.#tell({ type: 'away' });
  }

  #whereIs(target: EventTarget | null): HoverEvent<TermHit> {
    if (this.#options.surface.owns({ target })) return { type: 'inside' };
    const { point } = this.pointer;
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
    if (held && this.#options.trigger !== 'rest') this.#look('still', null);
  }
}
