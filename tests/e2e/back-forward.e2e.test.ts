import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documentAddress } from '../../src/highlights/document-address.ts';
import { type HistoryBrowser, launchWithHistory } from '../support/chromium-history.ts';
import { cardState, dragOver, highlightedTexts, pointOnHighlight } from '../support/in-page.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { waitUntil } from '../support/waiting.ts';
import { mountSample, sampleAddress, sampleSentence, sampleTerm } from '../support/walk.ts';

let server: PageServer;
let driven: HistoryBrowser;
const elsewhere = 'http://www.ndc.gov.tw/hard/framed.html';

beforeAll(async () => {
  server = await startPageServer();
  mountSample(server);
  server.mount('http://www.ndc.gov.tw/hard/', join(import.meta.dirname, '../support/pages/hard'));
  driven = await launchWithHistory(server);
});
afterEach(() => {
  expect(driven.trouble).toEqual([]);
});
afterAll(async () => {
  await driven.close();
  await server.close();
});

const marks = (page: Page, prefix = 'gloss-term') => page.evaluate(highlightedTexts, prefix);

async function open(address: string): Promise<string[]> {
  await driven.page.bringToFront();
  await driven.page.goto(address);
  return waitUntil(
    'terms are painted',
    () => marks(driven.page),
    (found) => found.length > 0,
  );
}

async function ask<T>(type: string, payload: unknown): Promise<T> {
  const own = await driven.browser.newPage();
  await own.goto(`${driven.origin}/library.html#/settings`);
  const answer = await own.evaluate(
    (message) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).chrome.runtime.sendMessage(message),
    { type, payload },
  );
  expect(answer).toMatchObject({ ok: true });
  await own.close();
  await driven.page.bringToFront();
  return (answer as { value: T }).value;
}

async function rest(page: Page, text: string): Promise<void> {
  await waitUntil('the card opens', async () => {
    const point = await page.evaluate(pointOnHighlight, { prefix: 'gloss-term', text });
    if (!point) return false;
    await page.mouse.move(point.x - 3, point.y);
    await page.mouse.move(point.x, point.y);
    await waitUntil('it is open', async () => (await page.evaluate(cardState)) === 'open', Boolean, 1000);
    return true;
  });
}

describe('a page that comes back from the memory of the browser', () => {
  it('has its marks and its cards, and no card that was open when it was left', async () => {
    const { page } = driven;
    const before = await open(sampleAddress);
    await rest(page, sampleTerm);
    await page.goto(elsewhere);
    expect(await driven.goBack()).toBe('BackForwardCacheRestore');
    expect(await page.evaluate(cardState)).toBe('closed');
    expect(new Set(await marks(page))).toEqual(new Set(before));
    await rest(page, sampleTerm);
  });

  it('follows what was set in the meantime', async () => {
    const { page } = driven;
    await open(sampleAddress);
    await page.goto(elsewhere);
    await ask('settings:change', { markStyle: 'solid' });
    expect(await driven.goBack()).toBe('BackForwardCacheRestore');
    await waitUntil('the marks are of the new style', () =>
      page.evaluate(() => CSS.highlights.has('gloss-term-solid') && !CSS.highlights.has('gloss-term')),
    );
    await page.goto(elsewhere);
    await ask('site:mute', { host: 'www.ndc.gov.tw', muted: true });
    expect(await driven.goBack()).toBe('BackForwardCacheRestore');
    await waitUntil('nothing is marked', async () => (await marks(page)).length === 0);
    await ask('site:mute', { host: 'www.ndc.gov.tw', muted: false });
    await ask('settings:change', { markStyle: 'dotted' });
    await waitUntil('it is marked again', async () => (await marks(page)).length > 0);
  });

  it('shows no highlight that was deleted in the meantime', async () => {
    const { page } = driven;
    await open(sampleAddress);
    const drag = await page.evaluate(dragOver, sampleSentence);
    if (!drag) throw new Error('nothing to drag over');
    await page.mouse.move(drag.from.x, drag.from.y);
    await page.mouse.down();
    await page.mouse.move(drag.to.x, drag.to.y, { steps: 5 });
    await page.mouse.up();
    await waitUntil('a colour is chosen', () =>
      page.evaluate(() => {
        const button = document
          .querySelector('policy-gloss-card')
          ?.shadowRoot?.querySelector<HTMLElement>('.selection button');
        button?.click();
        return Boolean(button);
      }),
    );
    await waitUntil('it is painted', async () => (await marks(page, 'gloss-mark')).length === 1);
    await page.goto(elsewhere);
    const [kept] = await ask<{ id: string }[]>('highlights:list', {
      addresses: [documentAddress(sampleAddress, { canonical: sampleAddress })],
    });
    await ask('highlights:remove', { ids: [kept?.id] });
    expect(await driven.goBack()).toBe('BackForwardCacheRestore');
    await waitUntil('it is gone', async () => (await marks(page, 'gloss-mark')).length === 0);
  });

  it('read before an update and shown after it, has one reader, marks once and no error', async () => {
    const { page } = driven;
    const before = await open(sampleAddress);
    await page.goto(elsewhere);
    const manager = await driven.browser.newPage();
    await manager.goto('chrome://extensions');
    await manager.evaluate(async (id) => {
      const { developerPrivate } = (
        globalThis as unknown as {
          chrome: {
            developerPrivate: {
              updateProfileConfiguration(change: object): Promise<void>;
              reload(id: string, options: object): Promise<void>;
            };
          };
        }
      ).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.reload(id, { failQuietly: false });
    }, new URL(driven.origin).host);
    await manager.close();
    await page.bringToFront();
    // Chromium forgets pages that an extension was in when it goes; either way is right.
    await driven.goBack();
    await rest(page, sampleTerm);
    expect(await page.evaluate(() => document.querySelectorAll('policy-gloss-card').length)).toBe(1);
    await page.keyboard.press('Escape');
    await waitUntil('marked once', async () => new Set(await marks(page)).size === new Set(before).size);
  });
});
