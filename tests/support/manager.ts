import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from './chromium.ts';

interface ManagerWorld {
  readonly chrome: {
    readonly management: { setEnabled(id: string, on: boolean): Promise<void> };
    readonly developerPrivate: {
      reload(id: string, options: object): Promise<unknown>;
      updateProfileConfiguration(change: object): Promise<void>;
      updateExtensionConfiguration(change: object): Promise<void>;
      addHostPermission(id: string, host: string): Promise<void>;
      removeHostPermission(id: string, host: string): Promise<void>;
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

/** Lets the extension read only those of its sites that the reader allows one by one, none to begin with. */
export function withholdSites(browser: ExtensionBrowser): Promise<void> {
  return manage(browser, (page, extensionId) =>
    page.evaluate(
      (change) =>
        (globalThis as unknown as ManagerWorld).chrome.developerPrivate.updateExtensionConfiguration(change),
      { extensionId, hostAccess: 'ON_SPECIFIC_SITES' },
    ),
  );
}

/** Allows one of its sites, or takes it back, as the reader does on the page of its details. `host` is a match pattern. */
export function allowSite(browser: ExtensionBrowser, host: string, allowed: boolean): Promise<void> {
  return manage(browser, (page, id) =>
    page.evaluate(
      ([extension, pattern, wanted]) => {
        const { developerPrivate } = (globalThis as unknown as ManagerWorld).chrome;
        return wanted
          ? developerPrivate.addHostPermission(extension, pattern)
          : developerPrivate.removeHostPermission(extension, pattern);
      },
      [id, host, allowed] as const,
    ),
  );
}
