import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FirefoxWithExtension,
  firefoxE2eBuild,
  launchFirefoxWithExtension,
} from '../support/firefox.ts';
import { paintedTerms, restOnTerm, waitForTerms } from '../support/firefox-reading.ts';
import { cardState } from '../support/in-page.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { waitUntil } from '../support/waiting.ts';
import { mountSample, sampleAddress, sampleTerm } from '../support/walk.ts';

const EXTENSION = 'policy-gloss@policy-gloss.example';

let server: PageServer;
let firefox: FirefoxWithExtension;

beforeAll(async () => {
  server = await startPageServer();
  mountSample(server);
  server.serve('http://www.ndc.gov.tw/other.html', '<!doctype html><title>其他</title><p>其他');
  firefox = await launchFirefoxWithExtension(server);
});
afterAll(async () => {
  await firefox.close();
  await server.close();
});

async function read(): Promise<{ page: Page; errors: string[] }> {
  const page = await firefox.open(sampleAddress);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await waitForTerms(page);
  return { page, errors };
}

/** Whether marks and card can be seen: Firefox takes the style of an extension away with it, and nothing else. */
const seen = (page: Page) =>
  page.evaluate((term) => {
    const panel = document.querySelector('policy-gloss-card')?.shadowRoot?.querySelector('[role=dialog]');
    return {
      marks: getComputedStyle(document.body, `::highlight(${term})`).textDecorationLine !== 'none',
      card: panel
        ? getComputedStyle(panel).visibility === 'visible' && panel.matches(':popover-open')
        : false,
    };
  }, 'gloss-term');

describe('Firefox, while pages are open', () => {
  it('a page from the memory of the browser has its marks and its cards', async () => {
    const { page, errors } = await read();
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => {
        document.title = `persisted ${persisted}`;
      }),
    );
    await page.goto(`http://www.ndc.gov.tw:${server.port}/other.html`);
    await page.evaluate(() => history.back()).catch(() => undefined);
    await waitUntil('the page is back from memory', async () => (await page.title()) === 'persisted true');
    expect((await paintedTerms(page)).length).toBeGreaterThan(0);
    await restOnTerm(page, sampleTerm);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('switched off, nothing of ours is seen; switched on again, one reader takes over', async () => {
    const { page, errors } = await read();
    const before = await paintedTerms(page);
    await restOnTerm(page, sampleTerm);
    expect(await seen(page)).toEqual({ marks: true, card: true });
    await firefox.browser.uninstallExtension(EXTENSION);
    await waitUntil('nothing is seen', async () => {
      const { marks: some, card } = await seen(page);
      return !some && !card;
    });
    await firefox.browser.installExtension(firefoxE2eBuild);
    await waitUntil('marks are seen again, the old card is gone', async () => {
      const { marks: some, card } = await seen(page);
      return some && !card && (await page.evaluate(cardState)) !== 'open';
    });
    await waitUntil(
      'the terms are painted once',
      async () => (await paintedTerms(page)).join() === before.join(),
    );
    await restOnTerm(page, sampleTerm);
    expect(await page.evaluate(() => document.querySelectorAll('policy-gloss-card').length)).toBe(1);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('updated, one reader takes over, and the card that was open is gone', async () => {
    const { page, errors } = await read();
    await restOnTerm(page, sampleTerm);
    await firefox.browser.installExtension(firefoxE2eBuild);
    await waitUntil('the old card is gone', async () => (await page.evaluate(cardState)) !== 'open');
    await restOnTerm(page, sampleTerm);
    expect(await page.evaluate(() => document.querySelectorAll('policy-gloss-card').length)).toBe(1);
    expect(errors).toEqual([]);
    await page.close();
  });
});
