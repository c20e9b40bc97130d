import type { Point } from './placement.ts';

/** A pointer that has not moved for so long is at rest, milliseconds: a fast one sends no event when it stops. */
const REST = 60;

/** Way in the time of `REST` from which on it is going somewhere, CSS px: a hand that means to hold still trembles less. */
const STILL = 6;

/**
 * How the pointer moves: it is `passing` on its way to somewhere, has become `still` (or rests), or is `staying` where it
 * was looked at, a hand's tremble aside.
 */
export type Pace = 'passing' | 'still' | 'staying';

/** What is known when it is time to look at what lies under the pointer. */
export interface PointerLook {
  /** What the last event was sent to. */
  readonly target: EventTarget | null;
  readonly pace: Pace;
}

/**
 * Follows a pointer that hovers (mouse, pen) and tells its pace: once in `REST` while it moves, never while a button is
 * down, and when it has come to rest. An event does nothing but leave its figures here: a mouse sends them by the hundred.
 */
export class PointerRest {
  readonly #look: (look: PointerLook) => void;
  /** The last event. What it says is read when its turn comes. */
  #last: PointerEvent | undefined;
  /** Of the last event: the browser may take it from the event when all have heard it. */
  #target: EventTarget | null = null;
  /** The event that was last told of. */
  #told: PointerEvent | undefined;
  /** Where the pointer has been since it went somewhere last, and whether it was looked at there. */
  #place: Point | undefined;
  #isLookedAt = false;
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

  /** Tells at once if it has moved since it was last told: something is about to be done because of where it was. */
  catchUp(): void {
    if (this.#last === this.#told) return;
    const pace = this.#pace();
    this.#tell(pace === 'passing' ? pace : 'still');
  }

  /** A press or a tap: what the pointer rested on counts anew. */
  forget(): void {
    this.#last = this.#told = this.#place = undefined;
    this.#target = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Tells, and waits for the rest of a pointer that has moved in the meantime. */
  #turn = () => {
    const left = (this.#last?.timeStamp ?? 0) + REST - performance.now();
    // A page may send events with any time of its own.
    this.#timer = left > 0 ? setTimeout(this.#turn, Math.min(left, REST)) : undefined;
    const pace = this.#pace();
    this.#tell(this.#timer ? pace : 'still');
    if (!this.#timer) this.#target = null;
  };

  /** The pace of a pointer that moves. */
  #pace(): Pace {
    const { point } = this;
    const place = this.#place;
    const isHere = point && place && Math.hypot(point.x - place.x, point.y - place.y) <= STILL;
    if (isHere) return this.#isLookedAt ? 'staying' : 'still';
    this.#place = point;
    this.#isLookedAt = false;
    return 'passing';
  }

  #tell(pace: Pace): void {
    this.#told = this.#last;
    if (pace !== 'passing') this.#isLookedAt = true;
    if (this.#last?.buttons === 0) this.#look({ target: this.#target, pace });
  }
}
