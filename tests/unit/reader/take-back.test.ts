import { describe, expect, it, vi } from 'vitest';
import type { Surface } from '../../../src/reader/surface.ts';
import { takeBack } from '../../../src/reader/take-back.ts';

describe('taking back what was done', () => {
  it('is told when it fails, and tried again until it is done', async () => {
    const showNotice = vi.fn<Surface['showNotice']>();
    const work = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValue();
    takeBack(work, { showNotice })();
    await vi.waitFor(() =>
      expect(showNotice.mock.calls).toEqual([[{ text: 'notice.failed', retry: expect.any(Function) }]]),
    );
    showNotice.mock.lastCall?.[0].retry?.();
    await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2));
    expect(showNotice).toHaveBeenCalledOnce();
  });
});
