import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import releases from '../../assets/releases.json' with { type: 'json' };
import { checkAccessibility } from '../support/accessibility.ts';
import { type BuildCopy, copyBuild } from '../support/build-copy.ts';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { changeSettings, command } from '../support/commands.ts';
import { cardState } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { reloadExtension } from '../support/manager.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { card, paintedTerms, restOnTerm, surface, waitForTerms } from '../support/reading.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';
import { mountSample, sampleAddress, sampleTerm } from '../support/walk.ts';

let server: PageServer;
let build: BuildCopy;
let browser: ExtensionBrowser;
const { version, items } = releases[0]!;
const told = label('news.updated', { version });

beforeAll(async () => {
  server = await startPageServer();
  mountSample(server);
  build = await copyBuild({ version: '0.0.9' });
  browser = await launchWithExtension({ server, extension: build.folder, keepWelcome: true });
});
afterEach(async () => {
  expect(browser.trouble).toEqual([]);
  for (const page of browser.context.pages()) await page.close();
});
afterAll(async () => {
  await browser.close();
  await build.remove();
  await server.close();
});

describe('an extension that is loaded anew while pages are open', () => {
  it.each(['card', 'list', 'nothing'])(
    'with %s open: one reader, marks once, no dead card',
    async (shown) => {
      const page = await browser.open(sampleAddress);
      const before = await waitForTerms(page);
      if (shown === 'card') await restOnTerm(page, sampleTerm);
      if (shown === 'list') {
        await command(browser, 'list-terms');
        await card(page).getByRole('searchbox').waitFor();
      }
      await reloadExtension(browser);
      await page.bringToFront();
      await waitUntil('the new reader has taken over', async () => {
        await page.mouse.move(5, 5);
        await page.mouse.move(9, 5);
        return (await page.evaluate(cardState)) !== 'open' && (await paintedTerms(page)).length > 0;
      });
      await restOnTerm(page, sampleTerm);
      expect(await surface(page).count()).toBe(1);
      const after = await paintedTerms(page);
      // The term whose card is open is in a highlight of its own besides.
      expect(after.filter((term) => term !== sampleTerm)).toEqual(
        before.filter((term) => term !== sampleTerm),
      );
      await command(browser, 'list-terms');
      expect(await card(page).getByRole('searchbox').count()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(cardState)).toBe('closed');
    },
  );

  it('a page that is left alone keeps no old marks beside the new ones, also when loaded anew twice', async () => {
    const page = await browser.open(sampleAddress);
    const before = await waitForTerms(page);
    await reloadExtension(browser);
    await reloadExtension(browser);
    await page.bringToFront();
    await waitUntil('marks are painted once', async () => {
      const now = await paintedTerms(page);
      return now.length === before.length && now.join() === before.join();
    });
  });
});

describe('what is new after an update', () => {
  it('is not told when the same version is loaded anew', async () => {
    const library = await browser.openOwn('library.html#/glossary');
    await library.locator('h1').waitFor();
    expect(await library.getByText(told).count()).toBe(0);
  });

  it('is told in popup and library once, and opens no tab', async () => {
    const page = await browser.open(sampleAddress);
    await waitForTerms(page);
    await build.changeManifest({ version });
    await reloadExtension(browser);
    await page.bringToFront();
    await waitForTerms(page);
    expect(browser.context.pages().map((each) => each.url())).toEqual([sampleAddress]);

    const popup = await browser.openOwn(`popup.html?tab=${await tabOf(browser, sampleAddress)}`);
    await popup.getByText(told).waitFor();
    expect((await checkAccessibility(popup)).violations).toEqual([]);
    const [library] = await Promise.all([
      browser.context.waitForEvent('page'),
      popup.getByRole('button', { name: label('news.show') }).click(),
    ]);
    await library.getByRole('heading', { level: 1, name: label('news.title') }).waitFor();
    expect(await library.getByText(label('news.unseen')).count()).toBe(1);
    for (const item of items) expect(await library.getByText(item['zh-TW']).count()).toBe(1);
    expect((await checkAccessibility(library)).violations).toEqual([]);

    await library.reload();
    await library.getByRole('heading', { level: 1, name: label('news.title') }).waitFor();
    expect(await library.getByText(label('news.unseen')).count()).toBe(0);
    const again = await browser.openOwn(`popup.html?tab=${await tabOf(browser, sampleAddress)}`);
    await again.locator('.figure').waitFor();
    expect(await again.getByText(told).count()).toBe(0);
  });

  it('can be hidden in the library unread, and is there in English too', async () => {
    await build.changeManifest({ version: '0.0.9' });
    await reloadExtension(browser);
    await build.changeManifest({ version });
    await reloadExtension(browser);
    const library = await browser.openOwn('library.html#/glossary');
    await library.getByText(told).waitFor();
    await library.getByRole('button', { name: label('news.dismiss') }).click();
    await library.getByText(told).waitFor({ state: 'detached' });
    await library.reload();
    await library.locator('h1').waitFor();
    expect(await library.getByText(told).count()).toBe(0);
    await changeSettings(browser, { language: 'en' });
    const english = await browser.openOwn('library.html#/news');
    for (const item of items) await english.getByText(item.en).waitFor();
  });
});
