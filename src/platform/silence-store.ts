import { browser } from 'wxt/browser';

const KEY = 'silences';

/** Keeps the wordings that are not to be marked, on this machine only: there may be more than the synchronised storage holds. */
export const silenceStore = {
  /** The stored value as it is; the caller validates it. */
  async read(): Promise<unknown> {
    return (await browser.storage.local.get(KEY))[KEY];
  },
  async write(value: readonly object[]): Promise<void> {
    await browser.storage.local.set({ [KEY]: value });
  },
};
