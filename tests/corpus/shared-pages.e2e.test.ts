import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { command } from '../support/commands.ts';
import {
  cardState,
  documentWithoutCard,
  highlightedTexts,
  noticeText,
  pointOnFirstTerm,
} from '../support/in-page.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { paintedTerms } from '../support/reading.ts';
import { waitUntil } from '../support/waiting.ts';
import {
  keepReport,
  PLAIN,
  READ,
  type ReadingStatus,
  serveSharedPages,
  sharedPages,
} from './shared-pages.ts';

let server: PageServer;
let browser: ExtensionBrowser;
const rows: string[] = [];

beforeAll(async () => {
  server = await startPageServer();
  serveSharedPages(server);
  browser = await launchWithExtension({ server });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  keepReport('pages.txt', rows);
  console.log(rows.join('\n'));
});

/** Opens a page and collects what it complains of, host names evened out. */
async function load(address: string): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.context.newPage();
  const errors: string[] = [];
  const even = (text: string) =>
    text.replaceAll(READ, PLAIN).replaceAll(new URL(READ).host, new URL(PLAIN).host);
  page.on('pageerror', (error) => errors.push(even(error.message)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(even(message.text()));
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, errors };
}

async function statusOf(address: string): Promise<ReadingStatus | undefined> {
  const worker = await browser.worker();
  return worker.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: {
          query(filter: object): Promise<{ id: number; url?: string }[]>;
          sendMessage(id: number, message: object, options: object): Promise<ReadingStatus>;
        };
      };
    };
    const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
    return tab && chrome.tabs.sendMessage(tab.id, { type: 'page:status' }, { frameId: 0 });
  }, address);
}

const isState = (page: Page, wanted: string) =>
  waitUntil(
    `the card is ${wanted}`,
    () => page.evaluate(cardState),
    (state) => state === wanted,
  );

/** The card opens on the first mark by mouse and by keyboard, and closes by Esc. */
async function opensCard(page: Page): Promise<void> {
  await page.bringToFront();
  await command(browser, 'next-term');
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

const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();

describe('saved pages of agencies', () => {
  it.each(sharedPages)('$file is read and left as it is', async ({ file }) => {
    const plain = await load(PLAIN + file);
    const read = await load(READ + file);
    const isFrameset = await read.page.evaluate(() => document.body?.nodeName === 'FRAMESET');
    const status = await waitUntil(
      'the reading is done',
      () => statusOf(READ + file),
      (found) => found !== undefined && (!found.isReading || isFrameset),
    );
    if (!status) throw new Error('no status');
    const even = (html: string) => html.replaceAll(new URL(READ).host, new URL(PLAIN).host);
    expect(even(await read.page.evaluate(documentWithoutCard))).toBe(
      await plain.page.evaluate(documentWithoutCard),
    );
    expect(sorted(read.errors).filter((error) => !plain.errors.includes(error))).toEqual([]);
    expect(browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    const painted = (await paintedTerms(read.page)).length;
    expect(painted).toBeLessThanOrEqual(300);
    if (!isFrameset && status.occurrences > 0) await opensCard(read.page);
    expect(browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    expect(even(await read.page.evaluate(documentWithoutCard))).toBe(
      await plain.page.evaluate(documentWithoutCard),
    );
    rows.push(`${file}\t${status.occurrences}\t${status.longestTask.toFixed(1)}`);
    await plain.page.close();
    await read.page.close();
  });
});
