import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Surface } from '../../../src/reader/surface.ts';
import { createSurface } from '../../../src/ui/card/surface.tsx';
import type { Texts } from '../../../src/ui/shared/texts.ts';

let controller: AbortController;
let surface: Surface;
const disconnect = vi.spyOn(ResizeObserver.prototype, 'disconnect');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  disconnect.mockClear();
  controller = new AbortController();
  surface = createSurface({
    t: ((key: string) => key) as Texts,
    language: 'en',
    theme: 'light',
    cardWidth: 384,
    textSize: 100,
    mode: 'open',
    signal: controller.signal,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('our element, at its end', () => {
  it('leaves neither timer nor observer nor itself', () => {
    surface.showNotice({ text: 'notice.kept' });
    expect(vi.getTimerCount()).toBe(1);
    expect(document.querySelector('policy-gloss-card')).not.toBeNull();
    controller.abort();
    expect(vi.getTimerCount()).toBe(0);
    expect(disconnect).toHaveBeenCalledOnce();
    expect(document.querySelector('policy-gloss-card')).toBeNull();
  });
});
