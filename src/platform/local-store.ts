import { browser } from 'wxt/browser';

/** The extension's own store beside its database: `storage.local`, which outlives a database that was deleted. */
export const localStore = {
  /** The value under a key; undefined when there is none. */
  async read(key: string): Promise<unknown> {
    return (await browser.storage.local.get(key))[key];
  },
  /** Writes several values at once, all or none. */
  async write(values: Readonly<Record<string, unknown>>): Promise<void> {
    await browser.storage.local.set(values);
  },
  async remove(keys: readonly string[]): Promise<void> {
    await browser.storage.local.remove([...keys]);
  },
  /** Calls `onChange` whenever one of the keys has another value. */
  watch(keys: readonly string[], onChange: () => void): void {
    browser.storage.local.onChanged.addListener((changes) => {
      if (keys.some((key) => key in changes)) onChange();
    });
  },
};
