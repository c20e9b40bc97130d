import type { Point } from './placement.ts';
import { SpeedGate } from './speed-gate.ts';

/** A pointer that has not moved for so long is at rest, milliseconds: a fast one sends no event when it stops. */
const REST = 60;

/**
 * Follows a pointer that hovers (mouse, pen) and asks for a look at what lies under it: at most once a frame, however
 * many events a fast mouse sends, never while a button is down, and once more when it has come to rest.
 */
export class PointerRest {
  readonly #look: (overSurface: boolean) => void;
  readonly #gate = new SpeedGate();
  #point: Point | undefined;
  #overSurface = false;
  #pressed = false;
  #frame = 0;
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#gate.rest();
      this.#ask();
    }, REST);
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#ask();
    });
  }

  /** A press or a tap: what the pointer rested on counts anew. */
  forget(): void {
    this.#point = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    clearTimeout(this.#timer);
  }

  #ask(): void {
    if (!this.#pressed) this.#look(this.#overSurface);
  }
}
