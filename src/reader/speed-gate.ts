import type { Point } from './placement.ts';

/** From this speed on the pointer is on its way, CSS px per ms (10ten's figure). */
const FAST = 0.5;

/** Moves that the speed is measured over: one alone may be a stutter of the hand. */
const MOVES = 2;

/** Knows whether the pointer is passing by: nothing opens under a pointer that only crosses the text. */
export class SpeedGate {
  #trail: readonly { readonly point: Point; readonly time: number }[] = [];

  /** A move of the pointer; `time` in ms, of any clock that runs evenly. */
  move(point: Point, time: number): void {
    this.#trail = [...this.#trail, { point, time }].slice(-(MOVES + 1));
  }

  /** Whether the pointer was fast over its last moves. */
  get isFast(): boolean {
    const first = this.#trail[0];
    const last = this.#trail.at(-1);
    if (!first || !last || this.#trail.length < 2) return false;
    let way = 0;
    for (const [index, { point }] of this.#trail.entries()) {
      const before = this.#trail[index - 1]?.point ?? point;
      way += Math.hypot(point.x - before.x, point.y - before.y);
    }
    const time = last.time - first.time;
    return time === 0 ? way > 0 : way / time >= FAST;
  }

  /** The pointer has come to rest, however it came. */
  rest(): void {
    this.#trail = this.#trail.slice(-1);
  }
}
