import type { Point } from './placement.ts';
import { SpeedGate } from './speed-gate.ts';

/** A pointer that has not moved for so long is at rest, milliseconds: a fast one sends no event when it stops. */
const REST = 60;

/**
 * Follows a pointer that hovers (mouse, pen) and asks for a look at what lies under it: once in `REST` while it moves,
 * never while a button is down, and when it has come to rest. An event does nothing but leave its figures here: a mouse
 * sends them by the hundred.
 */
export class PointerRest {
  readonly #look: (overSurface: boolean) => void;
  readonly #gate = new SpeedGate();
  #point: Point | undefined;
  #overSurface = false;
  #pressed = false;
  #movedAt = 0;
  #isLookedAt = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(look: (overSurface: boolean) => void, signal: AbortSignal) {
    this.#look = look;
    signal.addEventListener('abort', () => this.forget());
  }

  /** Where the pointer is, CSS px of the viewport; `undefined` when it is not known or not hovering. */
  get point(): Point | undefined {
    return this.#point;
  }

  /** Whether it is only passing by. */
  get isFast(): boolean {
    return this.#gate.isFast;
  }

  move(event: PointerEvent, overSurface: boolean): void {
    this.#point = { x: event.clientX, y: event.clientY };
    this.#overSurface = overSurface;
    this.#pressed = event.buttons !== 0;
    this.#gate.move(this.#point, event.timeStamp);
    this.#movedAt = performance.now();
    this.#isLookedAt = false;
    this.#timer ??= setTimeout(() => this.#turn(), REST);
  }

  /** Looks at once if it has moved since the last look: something is about to be done because of where it was. */
  catchUp(): void {
    if (this.#point && !this.#isLookedAt) this.#ask();
  }

  /** Looks, and waits for the rest of a pointer that has moved in the meantime. */
  #turn(): void {
    const left = this.#movedAt + REST - performance.now();
    this.#timer = left > 0 ? setTimeout(() => this.#turn(), left) : undefined;
    if (left <= 0) this.#gate.rest();
    this.#ask();
  }

  /** A press or a tap: what the pointer rested on counts anew. */
  forget(): void {
    this.#point = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #ask(): void {
    this.#isLookedAt = true;
    if (!this.#pressed) this.#look(this.#overSurface);
  }
}
