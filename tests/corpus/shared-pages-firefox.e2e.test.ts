import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxWithExtension, launchFirefoxWithExtension } from '../support/firefox.ts';
import {
  cardState,
  documentWithoutCard,
  highlightedTexts,
  noticeText,
  pointOnFirstTerm,
} from '../support/in-page.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { waitUntil } from '../support/waiting.ts';
import {
  keepReport,
  PLAIN,
  READ,
  type ReadingStatus,
  serveSharedPages,
  sharedPages,
} from './shared-pages.ts';

interface OwnWorld {
  browser: {
    tabs: {
      query(filter: object): Promise<{ id: number; url?: string }[]>;
      sendMessage(id: number, message: object, options?: object): Promise<ReadingStatus>;
    };
  };
}

let server: PageServer;
let firefox: FirefoxWithExtension;
let own: Page;
const rows: string[] = [];

beforeAll(async () => {
  server = await startPageServer();
  serveSharedPages(server);
  firefox = await launchFirefoxWithExtension(server);
  own = await firefox.openOwn('library.html#/settings');
  await own.waitForSelector('h1');
});
afterAll(async () => {
  await firefox.close();
  await server.close();
  keepReport('pages-firefox.txt', rows);
});

const even = (text: string) =>
  text
    .replaceAll(new URL(READ).host, new URL(PLAIN).host)
    .replaceAll(`${new URL(PLAIN).host}:${server.port}`, new URL(PLAIN).host);

/** Opens a page and collects what it complains of, host names evened out. */
async function load(address: string): Promise<{ page: Page; errors: string[] }> {
  const page = await firefox.browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(even(error instanceof Error ? error.message : String(error))));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(even(message.text()));
  });
  const url = new URL(address);
  url.port = String(server.port);
  // A page that leads on to itself makes WebDriver give up waiting; it is asked instead.
  await page.goto(url.href, { waitUntil: 'load' }).catch(() => undefined);
  await waitUntil('the page has loaded', () =>
    page.evaluate((host) => document.readyState === 'complete' && location.host === host, url.host),
  );
  return { page, errors };
}

/** Sends a notice to the reader of the tab whose address ends in `file`. */
function tell(file: string, notice: object): Promise<ReadingStatus | undefined> {
  return own.evaluate(
    async ([name, message]) => {
      const { tabs } = (globalThis as unknown as OwnWorld).browser;
      const tab = (await tabs.query({})).find(
        ({ url }) => url?.includes('ndc.gov.tw') && decodeURI(url).endsWith(name as string),
      );
      return tab && tabs.sendMessage(tab.id, message as object, { frameId: 0 });
    },
    [file, notice] as const,
  );
}

const isState = (page: Page, wanted: string) =>
  waitUntil(
    `the card is ${wanted}`,
    () => page.evaluate(cardState),
    (state) => state === wanted,
  );

/** The card opens on the first mark by mouse and by keyboard, and closes by Esc. */
async function opensCard(page: Page, file: string): Promise<void> {
  await page.bringToFront();
  await tell(file, { type: 'page:command', command: 'next-term' });
  const answer = await waitUntil(
    'the keyboard gets its answer',
    async () =>
      (await page.evaluate(cardState)) === 'open' ? 'card' : (await page.evaluate(noticeText)) && 'notice',
    Boolean,
  );
  if (answer === 'notice') {
    // Terms there are, but in menus that are closed: nothing is marked, and one is told so.
    expect(await page.evaluate(highlightedTexts, 'gloss-term')).toEqual([]);
    return;
  }
  await page.keyboard.press('Escape');
  await isState(page, 'closed');
  await waitUntil('the card opens by mouse', async () => {
    const point = await page.evaluate(pointOnFirstTerm);
    if (!point) throw new Error('no mark that can be pointed at');
    await page.mouse.move(point.x - 2, point.y);
    await page.mouse.move(point.x, point.y);
    await waitUntil('it is open', async () => (await page.evaluate(cardState)) === 'open', Boolean, 1000);
    return true;
  });
  await page.keyboard.press('Escape');
  await isState(page, 'closed');
}

describe('saved pages of agencies in Firefox', () => {
  it.each(sharedPages)('$file is read and left as it is, and its card opens', async ({ file }) => {
    const plain = await load(PLAIN + file);
    const read = await load(READ + file);
    const isFrameset = await read.page.evaluate(() => document.body?.nodeName === 'FRAMESET');
    const status = await waitUntil(
      'the reading is done',
      () => tell(file, { type: 'page:status' }),
      (found) => isFrameset || (found !== undefined && !found.isReading),
    );
    if (!isFrameset && status && status.occurrences > 0) {
      await opensCard(read.page, file);
    }
    expect(even(await read.page.evaluate(documentWithoutCard))).toBe(
      even(await plain.page.evaluate(documentWithoutCard)),
    );
    const ours = [...new Set(read.errors)].filter((error) => !plain.errors.includes(error));
    expect(ours).toEqual([]);
    rows.push(`${file}\t${status?.occurrences ?? 0}\t${status?.longestTask.toFixed(1) ?? '-'}`);
    await plain.page.close();
    await read.page.close();
  });
});
