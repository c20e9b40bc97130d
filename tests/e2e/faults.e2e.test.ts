import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import texts from '../../assets/locales/zh-TW/exchange.json' with { type: 'json' };
import { type ExtensionBrowser, type LaunchOptions, launchWithExtension } from '../support/chromium.ts';
import { label } from '../support/labels.ts';
import { ask, replaceDatabase, storedIds } from '../support/own-records.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { paintedHighlights, selectByDragging, surface, waitForTerms } from '../support/reading.ts';
import { highlightOf } from '../support/records.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';
import { mountSample, sampleAddress, sampleSentence } from '../support/walk.ts';

let server: PageServer;
beforeAll(async () => {
  server = await startPageServer();
  mountSample(server);
});
afterAll(() => server.close());

async function inBrowser(
  work: (browser: ExtensionBrowser) => Promise<void>,
  options: Partial<LaunchOptions> = {},
): Promise<void> {
  const browser = await launchWithExtension({ server, ...options });
  try {
    await work(browser);
  } finally {
    await browser.close().catch(() => {});
  }
}

async function keepSentence(page: Page, language: 'zh-TW' | 'en' = 'zh-TW'): Promise<void> {
  await selectByDragging(page, sampleSentence);
  await surface(page)
    .getByRole('button', { name: label('colour.yellow', {}, language) })
    .first()
    .click();
}

describe('a browser without WebAssembly', () => {
  it.each(['zh-TW', 'en'] as const)(
    'says that no terms can be marked, and keeps highlights (%s)',
    async (language) => {
      const flags = ['--js-flags=--jitless'];
      await inBrowser(
        async (browser) => {
          const page = await browser.open(sampleAddress);
          const tab = await tabOf(browser, sampleAddress);
          for (const name of ['popup', 'sidepanel']) {
            const own = await browser.openOwn(`${name}.html?tab=${tab}`);
            await own.getByText(label('popup.noWebAssembly', {}, language)).waitFor();
          }
          await page.bringToFront();
          await keepSentence(page, language);
          await waitUntil(
            'the highlight is painted',
            () => paintedHighlights(page),
            ({ length }) => length > 0,
          );
          const troubles = browser.trouble.filter(({ from }) => from === 'extension');
          for (const { text } of troubles) expect(text).toContain('WebAssembly is not defined');
        },
        { flags, settings: { language } },
      );
    },
  );
});

/** A page of the extension that runs none of its code. */
const QUIET_PAGE = 'icon/icon.svg';

describe('the browser killed among a thousand writes', () => {
  it('has every highlight that was said to be kept', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'policy-gloss-killed-'));
    const said: string[] = [];
    try {
      const browser = await launchWithExtension({ server, profile });
      const page = await browser.openOwn('library.html#/settings');
      await page.exposeFunction('saidKept', (id: string) => said.push(id));
      const writing = page.evaluate(
        async (rows) => {
          const { chrome, saidKept } = globalThis as unknown as {
            chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
            saidKept(id: string): Promise<void>;
          };
          for (const highlight of rows) {
            const reply = await chrome.runtime.sendMessage({
              type: 'highlights:save',
              payload: { highlight },
            });
            if (reply.ok) await saidKept(highlight.id);
          }
        },
        Array.from({ length: 1000 }, (_, n) => highlightOf(n)),
      );
      writing.catch(() => {}); // The browser dies under it.
      await waitUntil(
        'some are kept',
        () => said.length,
        (count) => count >= 50,
      );
      await browser.kill();
      expect(said.length).toBeLessThan(1000);

      await inBrowser(
        async (again) => {
          const library = await again.openOwn('library.html#/highlights');
          await library.locator('blockquote').first().waitFor();
          const stored = new Set(await storedIds(library));
          expect(said.filter((id) => !stored.has(id))).toEqual([]);
          expect(await library.locator('.safety.alarm').count()).toBe(0);
        },
        { profile },
      );
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    }
  });
});

describe('the database deleted behind our back', () => {
  it('is noticed, and the newest backup brings everything back', async () => {
    await inBrowser(async (browser) => {
      const page = await browser.open(sampleAddress);
      await waitForTerms(page);
      await keepSentence(page);
      await waitUntil('it is kept', async () => (await paintedHighlights(page)).length === 1);
      const exchange = await browser.openOwn('library.html#/exchange');
      const backups = exchange.locator('.backups li');
      await waitUntil('there is a backup', async () => (await backups.count()) > 0);
      await exchange.close();
      await browser.stopWorker();
      const quiet = await browser.openOwn(QUIET_PAGE);
      await replaceDatabase(quiet, null);
      await quiet.close();

      const library = await browser.openOwn('library.html#/highlights');
      const alarm = library.getByRole('alert').filter({ hasText: label('mark.lossRestore') });
      await alarm.waitFor();
      await alarm.getByRole('link', { name: label('mark.lossRestore') }).click();
      await library
        .getByRole('button', { name: label('mark.backupShow') })
        .first()
        .click();
      await library.getByRole('button', { name: label('highlights.restore'), exact: true }).click();
      await library.getByText(label('exchange.done', { added: 1, present: 0 })).waitFor();
      await alarm.waitFor({ state: 'detached' });
      await library.close();
      await page.reload();
      await waitUntil('it is painted again', async () =>
        (await paintedHighlights(page)).includes(sampleSentence),
      );
    });
  });
});

describe('a database that does not open', () => {
  it('leaves the terms marked, and is told on the page once, and wherever the page is looked at', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'policy-gloss-shut-'));
    try {
      mkdirSync(join(profile, 'Default'));
      // A file where the browser wants a folder.
      writeFileSync(join(profile, 'Default/IndexedDB'), '');
      await inBrowser(
        async (browser) => {
          const page = await browser.open(sampleAddress);
          expect(await waitForTerms(page)).not.toEqual([]);
          await surface(page).getByText(label('notice.unread')).waitFor();
          const tab = await tabOf(browser, sampleAddress);
          for (const name of ['popup', 'sidepanel']) {
            const own = await browser.openOwn(`${name}.html?tab=${tab}`);
            await own.getByRole('alert').getByText(label('popup.unread')).waitFor();
            await own.close();
          }
          await page.bringToFront();
          await page.reload();
          await waitForTerms(page);
          expect(await surface(page).getByText(label('notice.unread')).count()).toBe(0);
        },
        { profile },
      );
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    }
  });
});

describe('an earlier database', () => {
  const folder = join(import.meta.dirname, '../support/schemas');
  const versions = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));

  it.each(versions)('of version $version is opened with all it holds', async (version) => {
    await inBrowser(async (browser) => {
      await browser.stopWorker();
      const quiet = await browser.openOwn(QUIET_PAGE);
      await replaceDatabase(quiet, version);
      await quiet.close();
      const library = await browser.openOwn('library.html#/highlights');
      await library.locator('blockquote').first().waitFor();
      expect(await library.locator('blockquote').first().innerText()).toBe(version.rows.highlights[0].quote);
      expect(await storedIds(library)).toEqual(version.rows.highlights.map(({ id }: { id: string }) => id));
      const { id } = version.rows.highlights[0];
      expect(await ask(library, 'highlights:change', { id, change: { note: '新' } })).toMatchObject({
        ok: true,
      });
    });
  });
});

describe('a file that is not to be trusted', () => {
  const facts = { formatName: 'policy-gloss', exportedAt: '2026-02-02T00:00:00.000Z', edition: 'x' };
  const whole = JSON.stringify({ ...facts, formatVersion: 2, highlights: [highlightOf(1)], entries: [] });
  const hostile = highlightOf(2, {
    quote: '<img src=x onerror="document.title=1">',
    note: '=HYPERLINK("http://x")',
  });
  const cases: [string, string, string][] = [
    ['truncated', whole.slice(0, -40), label('exchange.error.not-json')],
    ['foreign', '{"bookmarks":[1,2]}', label('imports.refusal.not-ours')],
    ['newer', JSON.stringify({ ...facts, formatVersion: 99 }), label('exchange.error.newer')],
    ['of endless depth', '['.repeat(200_000), texts.imports.refusal['json-deep'].split('{{')[0]!],
  ];

  it('writes nothing and says why; what looks like code stays text', async () => {
    await inBrowser(async (browser) => {
      const library = await browser.openOwn('library.html#/exchange');
      const main = library.getByRole('main');
      const choose = (name: string, content: string) =>
        main.locator('input[type=file]').setInputFiles({
          name: `${name}.json`,
          mimeType: 'application/json',
          buffer: Buffer.from(content),
        });
      for (const [name, content, message] of cases) {
        await choose(name, content);
        await main.getByText(message).waitFor();
        // The wizard offers no button for a file that it refuses, the preview of a backup one that rests.
        const buttons = main.getByRole('button', { name: label('exchange.import'), exact: true });
        for (const button of await buttons.all()) expect(await button.isDisabled(), name).toBe(true);
      }
      expect(await storedIds(library)).toEqual([]);
      const mixed = JSON.parse(whole);
      mixed.highlights = [
        hostile,
        { ...highlightOf(3), colour: 'mauve' },
        JSON.parse('{"__proto__":{"id":1}}'),
      ];
      await choose('hostile', JSON.stringify(mixed));
      await main.getByRole('button', { name: label('exchange.import'), exact: true }).click();
      await waitUntil('the sound one is there', async () => (await storedIds(library)).length === 1);
      await library.goto(`${browser.origin}/library.html#/highlights`);
      expect(await library.locator('blockquote').first().innerText()).toBe(hostile.quote);
      expect(await library.locator('blockquote img').count()).toBe(0);
      expect(browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    });
  });
});
