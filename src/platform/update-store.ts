import { browser } from 'wxt/browser';

/** Key under which the version is kept that was in use before an update whose news has not been read. */
const KEY = 'updated from';

/** Remembers that there is news after an update, until it was read or hidden. On this machine only. */
export const updateStore = {
  /** The version before the update; undefined when there is nothing to tell. */
  async read(): Promise<string | undefined> {
    const stored = (await browser.storage.local.get(KEY))[KEY];
    return typeof stored === 'string' ? stored : undefined;
  },
  async write(previous: string): Promise<void> {
    await browser.storage.local.set({ [KEY]: previous });
  },
  async clear(): Promise<void> {
    await browser.storage.local.remove(KEY);
  },
  /** Calls `onChange` whenever it was written or cleared, by whichever page. */
  watch(onChange: () => void): void {
    browser.storage.local.onChanged.addListener((changes) => {
      if (KEY in changes) onChange();
    });
  },
};
