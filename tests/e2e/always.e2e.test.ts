import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuildCopy, copyBuild } from '../support/build-copy.ts';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { highlightedTexts } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { allowSite, withholdSites } from '../support/manager.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { paintedTerms, waitForTerms } from '../support/reading.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';

const site = 'http://think-tank.example';
const pattern = `${site}/*`;
const address = `${site}/report`;
const other = 'http://university.example/report';
const text = `<!doctype html><meta charset="utf-8"><title>報告</title><p>國家發展委員會說明主權AI。</p>
  <iframe title="文件" srcdoc="<p lang=zh-Hant>內文談數位發展部。</p>"></iframe>`;

interface OwnWorld {
  chrome: {
    permissions: { request(asked: object): Promise<boolean> };
    runtime: { sendMessage(message: object): Promise<unknown> };
    scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
  };
  asked?: object;
  answer?: (allowed: boolean) => void;
}

let server: PageServer;
let build: BuildCopy;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await startPageServer();
  server.serve(address, text);
  server.serve(other, text);
  // A site that Chromium's page of details can give and take: it offers those of the manifest only.
  build = await copyBuild({ host_permissions: [pattern] });
  browser = await launchWithExtension({ server, extension: build.folder, keepWelcome: true });
  await withholdSites(browser);
});
afterAll(async () => {
  await browser.close();
  await build.remove();
  await server.close();
});

/** Scripts that start by themselves on sites that the reader allowed. */
async function registered(): Promise<string[]> {
  const worker = await browser.worker();
  return worker.evaluate(async () =>
    (await (globalThis as unknown as OwnWorld).chrome.scripting.getRegisteredContentScripts()).map(
      ({ id }) => id,
    ),
  );
}

/** No driver can press the browser's own question: the test hears what is asked, and answers in the reader's stead. */
async function hearQuestions(popup: Page): Promise<void> {
  await popup.evaluate(() => {
    const world = globalThis as unknown as OwnWorld;
    world.chrome.permissions.request = (asked) => {
      world.asked = asked;
      return new Promise((answer) => {
        world.answer = answer;
      });
    };
  });
}

it('a site of no agency is read always after a press in the popup, until that is taken back', async () => {
  const page = await browser.open(address);
  // The click on the toolbar lets the extension into the tab; here the site is its own for a moment.
  await allowSite(browser, pattern, true);
  const popup = await browser.openOwn(`popup.html?tab=${await tabOf(browser, address)}`);
  await popup.getByText(label('popup.most')).waitFor();
  expect(await popup.getByRole('button', { name: label('popup.always') }).count()).toBe(0);
  await waitUntil('it is its own', async () => (await registered()).length === 2);
  await allowSite(browser, pattern, false);
  await waitUntil('it is not its own any more', async () => (await registered()).length === 0);
  await popup.reload();
  await hearQuestions(popup);

  await popup.getByRole('button', { name: label('popup.always') }).click();
  expect(await popup.evaluate(() => (globalThis as unknown as OwnWorld).asked)).toEqual({
    origins: [pattern],
  });
  await allowSite(browser, pattern, true);
  await popup.evaluate(() => (globalThis as unknown as OwnWorld).answer?.(true));
  await popup.getByText(label('popup.alwaysOn')).waitFor();
  await waitUntil('it is to be read', async () => (await registered()).length === 2);
  await page.reload();
  expect(await waitForTerms(page)).toEqual(['國家發展委員會', '主權AI']);
  await waitUntil(
    'the frame without an address of its own is read as on the sites of agencies',
    async () => (await page.frames()[1]?.evaluate(highlightedTexts, 'gloss-term')) ?? [],
    (terms) => terms.includes('數位發展部'),
  );
  const stranger = await browser.open(other);
  expect(await paintedTerms(stranger)).toEqual([]);

  // The popup may be gone when the answer comes: the browser tells the background as well.
  await allowSite(browser, pattern, false);
  await waitUntil('it is not to be read', async () => (await registered()).length === 0);
  await popup.close();
  await allowSite(browser, pattern, true);
  await waitUntil('it is to be read again', async () => (await registered()).length === 2);
  expect(browser.trouble).toEqual([]);
});
