import { type Browser, browser } from 'wxt/browser';

type Area = Browser.storage.StorageArea;

const storeOver = (area: () => Area) => ({
  /** The value under a key; undefined when there is none. */
  async read(key: string): Promise<unknown> {
    return (await area().get(key))[key];
  },
  /** Writes several values at once, all or none. */
  async write(values: Readonly<Record<string, unknown>>): Promise<void> {
    await area().set(values);
  },
  async remove(keys: readonly string[]): Promise<void> {
    await area().remove([...keys]);
  },
  /** Calls `onChange` whenever one of the keys has another value. */
  watch(keys: readonly string[], onChange: () => void): void {
    area().onChanged.addListener((changes) => {
      if (keys.some((key) => key in changes)) onChange();
    });
  },
});

/** The extension's own store beside its database: `storage.local`, which outlives a database that was deleted. */
export const localStore = storeOver(() => browser.storage.local);

/** The store that the browser brings to the reader's other machines, where the reader has it do that. */
export const syncStore = storeOver(() => browser.storage.sync);

/** A store in memory that all of the extension's own pages see and that lasts while the browser runs. */
export const sessionStore = storeOver(() => browser.storage.session);
