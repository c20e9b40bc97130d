import type { Point } from './placement.ts';

/** A pointer that has not moved for so long is at rest, milliseconds: a fast one sends no event when it stops. */
const REST = 60;

/** Way in the time of `REST` from which on it is going somewhere, CSS px: a hand that means to hold still trembles less. */
const STILL = 6;

/** What is known when it is time to look at what lies under the pointer. */
export interface PointerLook {
  /** What the last event was sent to. */
  readonly target: EventTarget | null;
  /** Whether the pointer is going somewhere: what lies under it is only passed by. */
  readonly isPassing: boolean;
}

/**
 * Follows a pointer that hovers (mouse, pen) and asks for a look at what lies under it: once in `REST` while it moves,
 * never while a button is down, and when it has come to rest. An event does nothing but leave its figures here: a mouse
 * sends them by the hundred.
 */
export class PointerRest {
  readonly #look: (look: PointerLook) => void;
  /** The last event. What it says is read when somebody looks. */
  #last: PointerEvent | undefined;
  /** Of the last event: the browser may take it from the event when all have heard it. */
  #target: EventTarget | null = null;
  /** The event that was looked at last, and where the pointer was then. */
  #lookedAt: PointerEvent | undefined;
  #before: Point | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(look: (look: PointerLook) => void, signal: AbortSignal) {
    this.#look = look;
    signal.addEventListener('abort', () => this.forget());
  }

  /** Where the pointer is, CSS px of the viewport; `undefined` when it is not known or not hovering. */
  get point(): Point | undefined {
    return this.#last && { x: this.#last.clientX, y: this.#last.clientY };
  }

  move(event: PointerEvent): void {
    this.#last = event;
    this.#target = event.target;
    this.#timer ??= setTimeout(this.#turn, REST);
  }

  /** Looks at once if it has moved since the last look: something is about to be done because of where it was. */
  catchUp(): void {
    if (this.#last !== this.#lookedAt) this.#ask(false);
  }

  /** A press or a tap: what the pointer rested on counts anew. */
  forget(): void {
    this.#last = this.#lookedAt = this.#before = undefined;
    this.#target = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Looks, and waits for the rest of a pointer that has moved in the meantime. */
  #turn = () => {
    const left = (this.#last?.timeStamp ?? 0) + REST - performance.now();
    // A page may send events with any time of its own.
    this.#timer = left > 0 ? setTimeout(this.#turn, Math.min(left, REST)) : undefined;
    this.#ask(left <= 0);
    if (!this.#timer) this.#target = null;
  };

  #ask(isAtRest: boolean): void {
    const last = this.#last;
    const point = this.point;
    const before = this.#before;
    this.#lookedAt = last;
    this.#before = point;
    if (!last || !point || last.buttons !== 0) return;
    const way = before ? Math.hypot(point.x - before.x, point.y - before.y) : Number.POSITIVE_INFINITY;
    this.#look({ target: this.#target, isPassing: !isAtRest && way > STILL });
  }
}
