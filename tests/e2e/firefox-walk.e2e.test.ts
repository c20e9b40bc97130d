import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxWithExtension, launchFirefoxWithExtension } from '../support/firefox.ts';
import { paintedTerms, restOnTerm, waitForTerms } from '../support/firefox-reading.ts';
import { cardState, dragOver, highlightedTexts } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { highlightOf } from '../support/records.ts';
import { waitUntil } from '../support/waiting.ts';
import { mountSample, sampleAddress, sampleSentence, sampleTerm } from '../support/walk.ts';

let server: PageServer;
let browser: FirefoxWithExtension;
let own: Page;

beforeAll(async () => {
  server = await startPageServer();
  mountSample(server);
  server.mount('http://www.ndc.gov.tw/hard/', join(import.meta.dirname, '../support/pages/hard'));
  browser = await launchFirefoxWithExtension(server);
  own = await browser.openOwn('library.html#/settings');
  await own.waitForSelector('h1');
  await ask('settings:change', { language: 'zh-TW' });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface OwnWorld {
  browser: {
    runtime: { sendMessage(message: object): Promise<unknown> };
    tabs: {
      query(filter: object): Promise<{ id: number; url?: string }[]>;
      sendMessage(id: number, message: object, options?: object): Promise<unknown>;
    };
    permissions: { request(wanted: object): Promise<boolean>; contains(wanted: object): Promise<boolean> };
  };
}

function ask(type: string, payload: object): Promise<unknown> {
  return own.evaluate((message) => (globalThis as unknown as OwnWorld).browser.runtime.sendMessage(message), {
    type,
    payload,
  });
}

/** Number of the tab whose address contains `part`. */
function tabOf(part: string): Promise<number | undefined> {
  return own.evaluate(async (wanted) => {
    const tabs = await (globalThis as unknown as OwnWorld).browser.tabs.query({});
    return tabs.find(({ url }) => url?.includes(wanted))?.id;
  }, part);
}

async function read(address: string): Promise<Page> {
  const page = await browser.open(address);
  await waitForTerms(page);
  return page;
}

const inCard = (page: Page) =>
  page.evaluate(
    () =>
      document.querySelector('policy-gloss-card')?.shadowRoot?.querySelector('[role=dialog]')?.textContent ??
      '',
  );

describe('the core walk in Firefox', () => {
  it('by keyboard: list, next term, Esc', async () => {
    const page = await read(sampleAddress);
    await page.bringToFront();
    const tab = await tabOf('sample/news.html');
    const command = (name: string) =>
      own.evaluate(
        ([id, wanted]) =>
          (globalThis as unknown as OwnWorld).browser.tabs.sendMessage(id as number, {
            type: 'page:command',
            command: wanted,
          }),
        [tab, name] as const,
      );
    await command('list-terms');
    await waitUntil('the list is there', async () => (await inCard(page)).includes(label('terms.hint')));
    await page.keyboard.press('Escape');
    expect(await page.evaluate(cardState)).toBe('closed');
    await command('next-term');
    await waitUntil('a card is there', async () => (await page.evaluate(cardState)) === 'open');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(cardState)).toBe('closed');
    await page.close();
  });

  it('keeps a selection, paints it again after a reload, and lists it in library and sidebar', async () => {
    const page = await read(sampleAddress);
    const drag = await page.evaluate(dragOver, sampleSentence);
    if (!drag) throw new Error('nothing to drag over');
    await page.mouse.move(drag.from.x, drag.from.y);
    await page.mouse.down();
    await page.mouse.move(drag.to.x, drag.to.y, { steps: 5 });
    await page.mouse.up();
    await waitUntil('colours are offered', () =>
      page.evaluate((name) => {
        const button = document
          .querySelector('policy-gloss-card')
          ?.shadowRoot?.querySelector<HTMLElement>(`.selection [aria-label="${name}"]`);
        button?.click();
        return button !== null && button !== undefined;
      }, label('colour.yellow')),
    );
    const kept = () =>
      waitUntil(
        'the highlight is painted',
        () => page.evaluate(highlightedTexts, 'gloss-mark'),
        (marks) => marks.length === 1,
      );
    expect(await kept()).toEqual([sampleSentence]);
    await page.reload();
    expect(await kept()).toEqual([sampleSentence]);

    const library = await browser.openOwn('library.html#/highlights');
    await waitUntil('the library lists it', () =>
      library.evaluate((quote) => document.body.textContent?.includes(quote), sampleSentence),
    );
    const sidebar = await browser.openOwn(`sidepanel.html?tab=${await tabOf('sample/news.html')}`);
    await waitUntil('the sidebar lists it with the terms', () =>
      sidebar.evaluate(
        (quote, term) =>
          document.body.textContent?.includes(quote) && document.body.textContent.includes(term),
        sampleSentence,
        sampleTerm,
      ),
    );
    for (const each of [library, sidebar, page]) await each.close();
  });

  it('follows a setting on open pages', async () => {
    const page = await read(sampleAddress);
    await ask('settings:change', { markStyle: 'solid' });
    await waitUntil('the style is another', () =>
      page.evaluate(() => CSS.highlights.has('gloss-term-solid')),
    );
    await ask('settings:change', { markStyle: 'dotted' });
    await page.close();
  });

  it('reads in open shadow roots and paints there with our style', async () => {
    const page = await read('http://www.ndc.gov.tw/hard/shadow.html');
    await waitUntil('the shadow root has our style', () =>
      page.evaluate(() => (document.querySelector('#outer')?.shadowRoot?.adoptedStyleSheets.length ?? 0) > 0),
    );
    await page.close();
  });

  it('Esc closes the card where the page swallows keys, and a modal dialog of the page stays', async () => {
    const swallow = await read('http://www.ndc.gov.tw/hard/swallowed-keys.html');
    await restOnTerm(swallow, sampleTerm);
    await swallow.keyboard.press('Escape');
    expect(await swallow.evaluate(cardState)).toBe('closed');
    await swallow.close();
    const modal = await read('http://www.ndc.gov.tw/hard/modal.html');
    await restOnTerm(modal, sampleTerm);
    await modal.keyboard.press('Escape');
    expect(await modal.evaluate(cardState)).toBe('closed');
    expect(await modal.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    await modal.close();
  });

  it('reads another site for good once the browser has allowed it', async () => {
    const elsewhere = 'http://think-tank.example/report';
    server.serve(elsewhere, '<!doctype html><meta charset="utf-8"><p>國家發展委員會說明主權AI。</p>');
    const before = await browser.open(elsewhere);
    expect(await paintedTerms(before)).toEqual([]);
    await before.close();
    await own.bringToFront();
    // The toolbar cannot be pressed by a driver; what its popup asks for is asked for by a press on a page of ours.
    await own.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'allow';
      button.style.cssText = 'position: fixed; inset: 0; z-index: 9';
      button.onclick = () =>
        void (globalThis as unknown as OwnWorld).browser.permissions
          .request({ origins: ['http://think-tank.example/*'] })
          .then((allowed) => {
            button.dataset.allowed = String(allowed);
          });
      document.body.append(button);
    });
    await own.click('#allow');
    await waitUntil('it is allowed', () =>
      own.evaluate(() => document.querySelector<HTMLElement>('#allow')?.dataset.allowed === 'true'),
    );
    await own.evaluate(() => document.querySelector('#allow')?.remove());
    await ask('site:always', { origin: 'http://think-tank.example', always: true });
    const page = await read(elsewhere);
    await restOnTerm(page, sampleTerm);
    expect(await inCard(page)).toContain('Sovereign AI');
    await page.close();
  });
});

describe('the backup file in Firefox', () => {
  it('is saved without a press once the reader allowed it', async () => {
    const highlight = highlightOf(1);
    expect(await ask('highlights:save', { highlight })).toMatchObject({ ok: true });
    // The file is saved as soon as it is wanted: what it is to hold must be there before.
    await ask('settings:change', { backupFile: 'weekly', backupUnattended: true });
    const folder = join(browser.downloads, 'policy-gloss');
    const [name = ''] = await waitUntil(
      'it is there',
      () => readdirSync(folder),
      (names) => names.some((file) => file.endsWith('.json')),
    );
    await waitUntil('it is whole', () =>
      JSON.parse(readFileSync(join(folder, name), 'utf8')).highlights.some(
        (row: { id: string }) => row.id === highlight.id,
      ),
    );
  });
});
