import { browser } from 'wxt/browser';

/** What is remembered until the browser ends, in memory alone: the background may be stopped at any time. */
export const sessionStore = {
  async read(key: string): Promise<unknown> {
    return (await browser.storage.session.get(key))[key];
  },
  async write(key: string, value: unknown): Promise<void> {
    await browser.storage.session.set({ [key]: value });
  },
};
