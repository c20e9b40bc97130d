import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PointerRest } from '../../../src/reader/pointer-rest.ts';

let controller: AbortController;
let looks: string[];
let pointer: PointerRest;

beforeEach(() => {
  vi.useFakeTimers();
  controller = new AbortController();
  looks = [];
  pointer = new PointerRest(({ target, isPassing }) => {
    looks.push(`${isPassing ? 'passes' : 'looks'} at ${pointer.point?.x}${target ? ' on it' : ''}`);
  }, controller.signal);
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

/** Events 10 ms apart, each at its place along a line. */
function moves(places: readonly number[], more: object = {}): void {
  for (const x of places) {
    const event = { clientX: x, clientY: 0, buttons: 0, target: null, timeStamp: performance.now(), ...more };
    pointer.move(event as unknown as PointerEvent);
    vi.advanceTimersByTime(10);
  }
}

const line = (from: number, to: number, step: number) =>
  Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step);

describe('a pointer', () => {
  it('is looked at once when it has come to rest, however it came', () => {
    moves([100, 500]);
    expect(looks).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(looks).toEqual(['passes at 500', 'looks at 500']);
  });

  it('passes by while it goes somewhere', () => {
    moves(line(0, 400, 20));
    expect(looks.length).toBeGreaterThan(2);
    expect(looks.filter((look) => !look.startsWith('passes'))).toEqual([]);
  });

  it('counts as resting when it only trembles', () => {
    moves([50]);
    vi.advanceTimersByTime(100);
    looks.length = 0;
    moves([51, 50, 52, 51, 50, 51, 53, 52, 51, 50, 51, 52]);
    expect(new Set(looks.map((look) => look.split(' ')[0]))).toEqual(new Set(['looks']));
  });

  it('is not looked at while a button is down', () => {
    moves([10, 11], { buttons: 1 });
    vi.advanceTimersByTime(500);
    expect(looks).toEqual([]);
  });

  it('is looked at before what was begun under it is done, if it has moved', () => {
    moves([10]);
    vi.advanceTimersByTime(200);
    looks.length = 0;
    pointer.catchUp();
    expect(looks).toEqual([]);
    moves([200]);
    pointer.catchUp();
    expect(looks).toEqual(['passes at 200']);
  });

  it('tells what its last event was sent to', () => {
    moves([10], { target: {} });
    vi.advanceTimersByTime(200);
    expect(looks.at(-1)).toBe('looks at 10 on it');
  });

  it('is forgotten by a press, and asks for nothing after the end', () => {
    moves([10]);
    pointer.forget();
    expect(pointer.point).toBeUndefined();
    moves([20]);
    controller.abort();
    vi.advanceTimersByTime(500);
    expect(looks).toEqual([]);
  });
});
