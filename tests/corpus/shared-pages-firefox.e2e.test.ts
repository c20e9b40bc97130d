import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const folder = join(import.meta.dirname, '../../../shared/pages');
const pages: { file: string; encoding: string }[] = JSON.parse(
  readFileSync(join(folder, 'index.json'), 'utf8'),
);
const report = join(import.meta.dirname, '../../.output/reports');

/** The same page on a site that the extension reads, and on one that it does not. */
const READ = 'http://www.ndc.gov.tw/';
const PLAIN = 'http://plain.example/';

interface Status {
  occurrences: number;
  isReading: boolean;
  longestTask: number;
}

interface OwnWorld {
  browser: {
    tabs: {
      query(filter: object): Promise<{ id: number; url?: string }[]>;
      sendMessage(id: number, message: object, options?: object): Promise<Status>;
    };
  };
}

let server: PageServer;
let firefox: FirefoxWithExtension;
let own: Page;
const rows: string[] = [];

beforeAll(async () => {
  server = await startPageServer();
  for (const { file, encoding } of pages) {
    const body = readFileSync(join(folder, file));
    for (const site of [READ, PLAIN])
      server.serve(site + file, { body, type: 'text/html', charset: encoding });
  }
  firefox = await launchFirefoxWithExtension(server);
  own = await firefox.openOwn('library.html#/settings');
  await own.waitForSelector('h1');
});
afterAll(async () => {
  await firefox.close();
  await server.close();
  mkdirSync(report, { recursive: true });
  writeFileSync(
    join(report, 'pages-firefox.txt'),
    `page\tterms\tlongest task of ours, ms\n${rows.join('\n')}\n`,
  );
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
function tell(file: string, notice: object): Promise<Status | undefined> {
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
  it.each(pages)('$file is read and left as it is, and its card opens', async ({ file }) => {
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
