import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lazily, offer } from '../../../src/reader/lazy-script.ts';
import type { Surface } from '../../../src/reader/surface.ts';

const make = () => ({}) as Surface;
const other = () => ({}) as Surface;

beforeEach(() => {
  for (const name of ['card', 'anchoring'])
    delete (globalThis as Record<symbol, unknown>)[Symbol.for(`policy-gloss ${name}`)];
});

describe('lazily', () => {
  it('has a script run once, at the first need, and hands on what it offers', async () => {
    const load = vi.fn(async () => offer('card', make));
    const card = lazily('card', load);
    expect(load).not.toHaveBeenCalled();
    expect(await Promise.all([card(), card()])).toEqual([make, make]);
    expect(await card()).toBe(make);
    expect(load.mock.calls).toEqual([['card']]);
  });

  it('takes what an earlier reader of the page had run', async () => {
    offer('card', make);
    const load = vi.fn(async () => {});
    expect(await lazily('card', load)()).toBe(make);
    expect(load).not.toHaveBeenCalled();
  });

  it('keeps scripts apart', async () => {
    offer('card', make);
    const load = vi.fn(async () => {});
    await expect(lazily('anchoring', load)()).rejects.toThrow('anchoring');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the request failed', () => Promise.reject(new Error('worker stopped'))],
    ['the script offered nothing', async () => {}],
  ])('rejects when %s, and asks again at the next need', async (_, failing) => {
    const load = vi
      .fn<() => Promise<void>>()
      .mockImplementationOnce(failing)
      .mockImplementation(async () => offer('card', other));
    const card = lazily('card', load);
    await expect(card()).rejects.toThrow();
    expect(await card()).toBe(other);
  });
});
