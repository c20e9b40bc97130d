import type { ExtensionBrowser } from './chromium.ts';

/**
 * Gives a keyboard command to the active tab, as the browser does when its key is pressed: synthetic keys do not reach
 * the browser's own shortcuts.
 */
export async function command(browser: ExtensionBrowser, name: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
        tabs: { query(filter: object): Promise<unknown[]> };
      };
    };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (!tab) throw new Error('no active tab');
    chrome.commands.onCommand.dispatch(wanted, tab);
  }, name);
}

/** Changes settings of the extension, as its settings page does. */
export async function changeSettings(browser: ExtensionBrowser, change: object): Promise<void> {
  const page = await browser.openOwn('library.html#/settings');
  await page.evaluate(
    (payload) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).chrome.runtime.sendMessage({ type: 'settings:change', payload }),
    change,
  );
  await page.close();
}
