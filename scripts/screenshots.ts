/**
 * Pictures for the stores, taken from the real thing: both languages, light and dark, 1280 × 800, into
 * `.output/screenshots`. Needs `npm run build:e2e`. `node scripts/screenshots.ts --narrow` takes them 320 px wide.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, launchWithExtension } from '../tests/support/chromium.ts';
import { changeSettings, command } from '../tests/support/commands.ts';
import { startPageServer } from '../tests/support/page-server.ts';
import { card, restOnTerm, waitForTerms } from '../tests/support/reading.ts';
import { tabOf } from '../tests/support/tabs.ts';
import { mountSample, sampleAddress, sampleTerm } from '../tests/support/walk.ts';

const folder = join(import.meta.dirname, '../.output/screenshots');
const size = process.argv.includes('--narrow') ? { width: 320, height: 640 } : { width: 1280, height: 800 };
const PANEL_WIDTH = 400;

async function take(page: Page, name: string, width = size.width): Promise<void> {
  await page.setViewportSize({ ...size, width: Math.min(width, size.width) });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

async function takeAll(browser: ExtensionBrowser, look: string, english: boolean): Promise<void> {
  const page = await browser.open(
    english ? sampleAddress.replace('news.html', 'news-en.html') : sampleAddress,
  );
  await page.setViewportSize(size);
  await waitForTerms(page);
  await restOnTerm(page, english ? 'Sovereign AI' : sampleTerm);
  await take(page, `${look}-card`);
  await page.keyboard.press('Escape');
  await command(browser, 'list-terms');
  await card(page).waitFor();
  await take(page, `${look}-list`);
  const panel = await browser.openOwn(`sidepanel.html?tab=${await tabOf(browser, page.url())}`);
  await panel.getByRole('heading', { level: 2 }).first().waitFor();
  await take(panel, `${look}-panel`, PANEL_WIDTH);
  const popup = await browser.openOwn(`popup.html?tab=${await tabOf(browser, page.url())}`);
  await popup.locator('.figure').waitFor();
  await take(popup, `${look}-popup`, PANEL_WIDTH);
  for (const place of ['initiatives/tw.ten-ai-initiatives', 'settings']) {
    const library = await browser.openOwn(`library.html#/${place}`);
    await library.getByRole('heading', { level: 1 }).waitFor();
    await take(library, `${look}-${place.split('/')[0]}`);
  }
  for (const each of browser.context.pages()) await each.close();
}

mkdirSync(folder, { recursive: true });
const server = await startPageServer();
mountSample(server);
const browser = await launchWithExtension({ server });
try {
  for (const language of ['zh-TW', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await browser.context.newPage();
      await changeSettings(browser, { language, theme });
      await takeAll(browser, `${language}-${theme}`, language === 'en');
    }
  }
  console.log(`pictures in ${folder}`);
} finally {
  await browser.close();
  await server.close();
}
