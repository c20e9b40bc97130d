import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxWithExtension, launchFirefoxWithExtension } from '../support/firefox.ts';
import { restOnTerm, waitForTerms } from '../support/firefox-reading.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { lawAddress, lawSentence, serveTwins } from '../support/twin-pages.ts';
import { waitUntil } from '../support/waiting.ts';

let server: PageServer;
let browser: FirefoxWithExtension;
let own: Page;

beforeAll(async () => {
  server = await startPageServer();
  serveTwins(server);
  browser = await launchFirefoxWithExtension(server);
  own = await browser.openOwn('library.html#/settings');
  await own.waitForSelector('h1');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface OwnWorld {
  browser: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } };
}

/** Number of the tab whose address contains `part`. */
function tabOf(part: string): Promise<number | undefined> {
  return own.evaluate(async (wanted) => {
    const tabs = await (globalThis as unknown as OwnWorld).browser.tabs.query({});
    return tabs.find(({ url }) => url?.includes(wanted))?.id;
  }, part);
}

/** Text of a part of our element on the page. */
function inSurface(page: Page, selector: string): Promise<string> {
  return page.evaluate(
    (wanted) =>
      document.querySelector('policy-gloss-card')?.shadowRoot?.querySelector(wanted)?.textContent ?? '',
    selector,
  );
}

describe('a page in two languages in Firefox', () => {
  it('is found, opened beside at the same article, and gives its sentence to the card', async () => {
    const zh = await browser.open(lawAddress.zh);
    await waitForTerms(zh);
    await zh.evaluate((text) => {
      const all = [...document.querySelectorAll('main .no')];
      all.find((element) => element.textContent === text)?.scrollIntoView();
    }, `第 ${lawSentence.number} 條`);
    const sidebar = await browser.openOwn(`sidepanel.html?tab=${await tabOf('/LawClass/')}`);
    const section = await waitUntil(
      'it is found',
      () => sidebar.evaluate(() => document.querySelector('.twin[aria-busy="false"]')?.textContent ?? ''),
      (text) => text !== '',
    );
    expect(section).toContain('/ENG/LawClass/LawAll.aspx?pcode=T0000001');
    await sidebar.evaluate(() => document.querySelector<HTMLElement>('.twin button')?.click());

    const en = await waitUntil('it is open', async () => {
      for (const page of await browser.browser.pages()) if (page.url().includes('/ENG/')) return page;
      return undefined;
    });
    if (!en) throw new Error('no tab shows it');
    await waitUntil('it says where one is', async () =>
      (await inSurface(en, '[role=status]')).includes(lawSentence.number),
    );
    const top = await en.evaluate((text) => {
      const all = [...document.querySelectorAll('main .no')];
      return all.find((element) => element.textContent === text)?.getBoundingClientRect().top;
    }, `Article ${lawSentence.number}`);
    expect(top).toBeLessThan(200);

    await zh.bringToFront();
    await waitUntil(
      'the card has the sentence of the other side',
      async () => {
        await restOnTerm(zh, '主權AI');
        return inSurface(zh, '.other-side blockquote');
      },
      (text) => text === lawSentence.en,
    );
    expect(await inSurface(zh, '.other-side')).toContain('2023-02-01');
  });
});
