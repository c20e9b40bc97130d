import { type Browser, type CDPSession, launch, type Page } from 'puppeteer-core';
import { findChromium } from '../../scripts/find-browser.mjs';
import { e2eBuild } from './chromium.ts';
import type { PageServer } from './page-server.ts';
import { waitUntil } from './waiting.ts';

/** A Chromium that keeps pages in memory when one leaves them, and the tab that goes back and forth. */
export interface HistoryBrowser {
  readonly browser: Browser;
  readonly page: Page;
  /** The extension's origin, `chrome-extension://<id>`. */
  readonly origin: string;
  /** Errors of ours: in our pages and worker, or on the page with a script of ours in them. */
  readonly trouble: string[];
  /** Goes back. Resolves to how the page came: `BackForwardCacheRestore` from memory, `Navigation` loaded anew. */
  goBack(): Promise<string>;
  close(): Promise<void>;
}

async function watchNavigation(page: Page): Promise<{ cdp: CDPSession; types: string[] }> {
  const cdp = await page.createCDPSession();
  const types: string[] = [];
  await cdp.send('Page.enable');
  cdp.on('Page.frameNavigated', ({ frame, type }) => {
    if (frame.parentId === undefined) types.push(type);
  });
  return { cdp, types };
}

/**
 * Starts Chromium with the extension by Puppeteer: Playwright switches the memory of pages off, and loses a page that
 * comes back from it.
 */
export async function launchWithHistory(
  server: PageServer,
  extension: string = e2eBuild,
): Promise<HistoryBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found; npm run pree2e says what is missing.');
  const browser = await launch({
    executablePath,
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP *.gov.tw:80 127.0.0.1:${server.port}, MAP * ~NOTFOUND`,
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate',
    ],
  });
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'),
  );
  const origin = new URL(worker.url()).href.replace(/(?<=:\/\/[a-p]+)\/.*$/, '');
  const trouble: string[] = [];
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (text.includes(origin)) trouble.push(text);
  });
  const { types } = await watchNavigation(page);
  return {
    browser,
    page,
    origin,
    trouble,
    goBack: async () => {
      const before = types.length;
      // WebDriver waits for a load that a page from memory does not have.
      void page.evaluate(() => history.back()).catch(() => undefined);
      await waitUntil('the page is back', () => types.length > before);
      return types.at(-1) ?? '';
    },
    close: () => browser.close(),
  };
}
