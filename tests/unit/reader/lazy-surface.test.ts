import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLazySurface, offerSurface } from '../../../src/reader/lazy-surface.ts';
import type { CardView, Surface } from '../../../src/reader/surface.ts';

const view = { surface: '主權AI' } as CardView;
const other = { surface: '智慧國家' } as CardView;

/** A surface that tells what was asked of it. */
function listening() {
  const shown: string[] = [];
  const surface = {
    prepare() {},
    showCard: (card: CardView) => void shown.push(card.surface),
    hide: () => void shown.push('hide'),
  } as unknown as Surface;
  return { shown, surface };
}

const settings = () =>
  ({
    language: 'en',
    theme: 'auto',
    cardWidth: 384,
    textSize: 100,
    signal: new AbortController().signal,
  }) as const;

beforeEach(() => {
  delete (globalThis as Record<symbol, unknown>)[Symbol.for('policy-gloss surface')];
});

describe('createLazySurface', () => {
  it('runs the script once, at the first need', async () => {
    const { shown, surface } = listening();
    const load = vi.fn(async () => offerSurface(() => surface));
    const lazy = createLazySurface(load, settings());
    expect(load).not.toHaveBeenCalled();
    lazy.prepare();
    lazy.showCard(view);
    await vi.waitFor(() => expect(shown).toEqual(['主權AI']));
    lazy.showCard(other);
    await vi.waitFor(() => expect(shown).toEqual(['主權AI', '智慧國家']));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('does not show what was hidden or replaced while the script came', async () => {
    const { shown, surface } = listening();
    const lazy = createLazySurface(async () => offerSurface(() => surface), settings());
    lazy.showCard(view);
    lazy.hide();
    lazy.showCard(other);
    await vi.waitFor(() => expect(shown).toEqual(['智慧國家']));
  });

  it('asks again when the script did not come', async () => {
    const { shown, surface } = listening();
    const load = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new Error('worker stopped'))
      .mockImplementation(async () => offerSurface(() => surface));
    const lazy = createLazySurface(load, settings());
    lazy.showCard(view);
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    await Promise.resolve();
    await vi.waitFor(() => {
      lazy.showCard(view);
      expect(shown).toContain('主權AI');
    });
  });

  it('owns no event and has no box before it is there', () => {
    const lazy = createLazySurface(async () => {}, settings());
    expect(lazy.owns(new Event('click'))).toBe(false);
    expect(lazy.box()).toBeUndefined();
  });
});
