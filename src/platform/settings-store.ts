import { browser } from 'wxt/browser';

const KEY = 'settings';

/** Keeps the settings in the browser's own synchronised storage; the local one stands in where it is switched off. */
export const settingsStore = {
  /** The stored value as it is; the caller validates it. */
  async read(): Promise<unknown> {
    const stored = await browser.storage.sync.get(KEY).catch(() => browser.storage.local.get(KEY));
    return stored[KEY];
  },
  async write(value: object): Promise<void> {
    await browser.storage.sync.set({ [KEY]: value }).catch(() => browser.storage.local.set({ [KEY]: value }));
  },
  /** Calls `onChange` whenever the settings were written, on this machine or another. */
  watch(onChange: () => void): void {
    browser.storage.onChanged.addListener((changes, area) => {
      if (KEY in changes && (area === 'sync' || area === 'local')) onChange();
    });
  },
};
