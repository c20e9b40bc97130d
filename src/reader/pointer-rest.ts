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
  readonly #look: (target: EventTarget | null) => void;
  /** The last events, newest first. What they say is read when somebody looks. */
  #last: PointerEvent | undefined;
  #second: PointerEvent | undefined;
  #third: PointerEvent | undefined;
  /** Of the last event: the browser may take it from the event when all have heard it. */
  #target: EventTarget | null = null;
  #isAtRest = true;
  #isLookedAt = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `look` is told what the last event was sent to. */
  constructor(look: (target: EventTarget | null) => void, signal: AbortSignal) {
    this.#look = look;
    signal.addEventListener('abort', () => this.forget());
  }

  /** Where the pointer is, CSS px of the viewport; `undefined` when it is not known or not hovering. */
  get point(): Point | undefined {
    return this.#last && { x: this.#last.clientX, y: this.#last.clientY };
  }

  /** Whether it is only passing by. */
  get isFast(): boolean {
    if (this.#isAtRest) return false;
    const gate = new SpeedGate();
    for (const event of [this.#third, this.#second, this.#last])
      if (event) gate.move({ x: event.clientX, y: event.clientY }, event.timeStamp);
    return gate.isFast;
  }

  move(event: PointerEvent): void {
    this.#third = this.#second;
    this.#second = this.#last;
    this.#last = event;
    this.#target = event.target;
    this.#isAtRest = false;
    this.#isLookedAt = false;
    this.#timer ??= setTimeout(this.#turn, REST);
  }

  /** Looks at once if it has moved since the last look: something is about to be done because of where it was. */
  catchUp(): void {
    if (!this.#isLookedAt) this.#ask();
  }

  /** A press or a tap: what the pointer rested on counts anew. */
  forget(): void {
    this.#last = this.#second = this.#third = undefined;
    this.#target = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Looks, and waits for the rest of a pointer that has moved in the meantime. */
  #turn = () => {
    const left = (this.#last?.timeStamp ?? 0) + REST - performance.now();
    // A page may send events with any time of its own.
    this.#timer = left > 0 ? setTimeout(this.#turn, Math.min(left, REST)) : undefined;
    this.#isAtRest = left <= 0;
    this.#ask();
    if (!this.#timer) this.#keepLast();
  };

  /** The way to where it rests is over: what comes is measured from here. */
  #keepLast(): void {
    this.#second = this.#third = undefined;
    this.#target = null;
  }

  #ask(): void {
    this.#isLookedAt = true;
    if (this.#last?.buttons === 0) this.#look(this.#target);
  }
}
