import { describe, expect, it, vi } from 'vitest';
import { createLazySurface } from '../../../src/reader/lazy-surface.ts';
import type { CardView, Surface, SurfaceMaker } from '../../../src/reader/surface.ts';

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

describe('createLazySurface', () => {
  it('is made once, at the first need', async () => {
    const { shown, surface } = listening();
    const make = vi.fn(() => surface);
    const lazy = createLazySurface(async () => make, settings());
    lazy.hide();
    expect(make).not.toHaveBeenCalled();
    lazy.prepare();
    lazy.showCard(view);
    await vi.waitFor(() => expect(shown).toEqual(['主權AI']));
    lazy.showCard(other);
    await vi.waitFor(() => expect(shown).toEqual(['主權AI', '智慧國家']));
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('does not show what was hidden or replaced while its code came', async () => {
    const { shown, surface } = listening();
    const lazy = createLazySurface(async () => () => surface, settings());
    lazy.showCard(view);
    lazy.hide();
    lazy.showCard(other);
    await vi.waitFor(() => expect(shown).toEqual(['智慧國家']));
  });

  it('asks again when its code did not come', async () => {
    const { shown, surface } = listening();
    const maker = vi
      .fn<() => Promise<SurfaceMaker>>()
      .mockRejectedValueOnce(new Error('worker stopped'))
      .mockResolvedValue(() => surface);
    const lazy = createLazySurface(maker, settings());
    lazy.showCard(view);
    await vi.waitFor(() => expect(maker).toHaveBeenCalledTimes(1));
    lazy.showCard(other);
    await vi.waitFor(() => expect(shown).toEqual(['智慧國家']));
  });

  it('is not made for a reader that has ended', async () => {
    const { surface } = listening();
    const ended = new AbortController();
    const make = vi.fn(() => surface);
    const maker = vi.fn(async () => make);
    const lazy = createLazySurface(maker, { ...settings(), signal: ended.signal });
    lazy.showCard(view);
    ended.abort();
    await maker.mock.results[0]?.value;
    await Promise.resolve();
    expect(make).not.toHaveBeenCalled();
  });

  it('shows nothing more once its reader has ended', async () => {
    const { shown, surface } = listening();
    const ended = new AbortController();
    const maker = vi.fn(async () => () => surface);
    const lazy = createLazySurface(maker, { ...settings(), signal: ended.signal });
    lazy.showCard(view);
    await vi.waitFor(() => expect(shown).toEqual(['主權AI']));
    ended.abort();
    lazy.showCard(other);
    await Promise.all(maker.mock.results.map(({ value }) => value));
    await Promise.resolve();
    expect(maker).toHaveBeenCalledTimes(2);
    expect(shown).toEqual(['主權AI']);
  });

  it('owns no event and has no box before it is there', () => {
    const lazy = createLazySurface(() => Promise.reject(new Error('no code')), settings());
    expect(lazy.owns(new Event('click'))).toBe(false);
    expect(lazy.box()).toBeUndefined();
  });
});
