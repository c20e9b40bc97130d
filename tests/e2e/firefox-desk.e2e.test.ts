import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxWithExtension, launchFirefoxWithExtension } from '../support/firefox.ts';
import { paintedTerms } from '../support/firefox-reading.ts';
import { label } from '../support/labels.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { waitUntil } from '../support/waiting.ts';

let server: PageServer;
let browser: FirefoxWithExtension;
const address = 'http://desk.moda.gov.tw/';

beforeAll(async () => {
  server = await startPageServer();
  server.serve(
    address,
    '<!doctype html><html lang="zh-Hant"><title>輔導團</title><p>社區輔導團與行政院合作。</p></html>',
  );
  browser = await launchFirefoxWithExtension(server);
  const own = await openOwn('settings');
  await own.evaluate(() =>
    (
      globalThis as unknown as { browser: { runtime: { sendMessage(message: object): Promise<unknown> } } }
    ).browser.runtime.sendMessage({ type: 'settings:change', payload: { language: 'zh-TW' } }),
  );
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openOwn(section: string): Promise<Page> {
  const page = await browser.openOwn(`library.html#/${section}`);
  await page.waitForSelector('h1');
  return page;
}

const has = (page: Page, text: string) =>
  waitUntil(`the page says ${text}`, () =>
    page.evaluate((wanted) => document.body.innerText.includes(wanted), text),
  );

/** Presses the enabled button that reads `name`; waits until there is one. */
async function press(page: Page, name: string): Promise<void> {
  await waitUntil(`the button ${name} is pressed`, () =>
    page.evaluate((wanted) => {
      const button = [...document.querySelectorAll('button')].find(
        (one) => one.textContent?.trim() === wanted && !one.disabled,
      );
      button?.click();
      return button !== undefined;
    }, name),
  );
}

describe('the desk in Firefox', () => {
  it('a list comes in through the wizard, stands in the table, and is marked on a page', async () => {
    const library = await openOwn('exchange');
    await library.waitForSelector('input[type=file]');
    await library.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(['中文,英文\n社區輔導團,Community Digital Corps\n'], 'list.csv'));
      const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press(library, label('intake.import', { count: 1 }));
    await has(library, label('intake.done', { name: 'list.csv' }));

    const table = await openOwn('glossary');
    await has(table, 'Community Digital Corps');

    const page = await browser.open(address);
    await waitUntil(
      'the imported term is marked',
      () => paintedTerms(page),
      (found) => found.includes('社區輔導團'),
    );
  });

  it('a file is made while one looks, and the dialog says what it will not hold', async () => {
    const library = await openOwn('exchange');
    await press(library, label('export.open.bundled'));
    await has(library, label('losses.title'));
    await waitUntil('the losses are told', () =>
      library.evaluate(() => document.querySelectorAll('dialog table tbody tr').length > 0),
    );
  });

  it('a translation is checked', async () => {
    const library = await openOwn('check');
    await library.evaluate(() => {
      const write = (area: HTMLTextAreaElement, text: string) => {
        area.value = text;
        area.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const [source, target] = document.querySelectorAll('textarea');
      write(source!, '數位發展部今天宣布。');
      write(target!, 'The digital office announced it today.');
    });
    await press(library, label('check.run'));
    await has(library, label('check.kind.missing'));
    expect(await library.evaluate(() => document.querySelectorAll('.finding').length)).toBe(1);
  });
});
