import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from './chromium.ts';

interface ManagerWorld {
  readonly chrome: {
    readonly management: { setEnabled(id: string, on: boolean): Promise<void> };
    readonly developerPrivate: {
      reload(id: string, options: object): Promise<unknown>;
      updateProfileConfiguration(change: object): Promise<void>;
    };
  };
}

/** Does something on the browser's page of extensions, which may do what an extension may not do to itself. */
async function manage<T>(
  browser: ExtensionBrowser,
  work: (page: Page, id: string) => Promise<T>,
): Promise<T> {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  try {
    return await work(page, new URL(browser.origin).host);
  } finally {
    await page.close();
  }
}

/** Switches the extension off or on. */
export function setEnabled(browser: ExtensionBrowser, on: boolean): Promise<void> {
  return manage(browser, (page, id) =>
    page.evaluate(
      ([extension, wanted]) =>
        (globalThis as unknown as ManagerWorld).chrome.management.setEnabled(
          extension as string,
          wanted as boolean,
        ),
      [id, on] as const,
    ),
  );
}

/**
 * Loads the extension anew from its folder: an update, when the folder has another version. By the page of extensions,
 * because Chromium leaves one that was loaded from the command line switched off when it reloads itself.
 */
export async function reloadExtension(browser: ExtensionBrowser): Promise<void> {
  const worker = await browser.worker();
  const ended = new Promise((closed) => worker.once('close', closed));
  await manage(browser, async (page, id) => {
    await page.evaluate(async (extension) => {
      const { developerPrivate } = (globalThis as unknown as ManagerWorld).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.reload(extension, { failQuietly: false });
    }, id);
    await ended;
  });
}
