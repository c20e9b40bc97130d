import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PointerRest } from '../../../src/reader/pointer-rest.ts';

let controller: AbortController;
let looks: string[];
let pointer: PointerRest;

beforeEach(() => {
  vi.useFakeTimers();
  controller = new AbortController();
  looks = [];
  pointer = new PointerRest(({ target, pace }) => {
    looks.push(`${pace} at ${pointer.point?.x}${target ? ' on it' : ''}`);
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
    expect(looks).toEqual(['passing at 500', 'still at 500']);
  });

  it('passes by while it goes somewhere', () => {
    moves(line(0, 400, 20));
    expect(looks.length).toBeGreaterThan(2);
    expect(looks.filter((look) => !look.startsWith('passing'))).toEqual([]);
  });

  it('is looked at once where a hand only trembles, and once more when it rests', () => {
    moves(line(0, 300, 50));
    looks.length = 0;
    moves([301, 300, 302, 301, 300, 301, 303, 302, 301, 300, 301, 302, 301, 300, 301, 302, 301, 300, 303]);
    const paces = looks.map((look) => look.split(' ')[0]);
    expect(paces.filter((pace) => pace === 'still')).toHaveLength(1);
    expect(paces.at(-1)).toBe('staying');
    vi.advanceTimersByTime(500);
    expect(looks.at(-1)).toBe('still at 303');
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
    expect(looks).toEqual(['passing at 200']);
  });

  it('tells what its last event was sent to', () => {
    moves([10], { target: {} });
    vi.advanceTimersByTime(200);
    expect(looks.at(-1)).toBe('still at 10 on it');
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
