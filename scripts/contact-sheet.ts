/**
 * All surfaces at a glance: both languages, light and dark, wide and narrow, each look as one sheet in
 * `.output/contact-sheets` and picture by picture in a folder beside it, to be looked at before a release. Needs `npm run build:e2e`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, launchWithExtension } from '../tests/support/chromium.ts';
import { changeSettings, command } from '../tests/support/commands.ts';
import { startPageServer } from '../tests/support/page-server.ts';
import { card, restOnTerm, selectByDragging, surface, waitForTerms } from '../tests/support/reading.ts';
import { tabOf } from '../tests/support/tabs.ts';
import { mountSample, sampleAddress, sampleSentence, sampleTerm } from '../tests/support/walk.ts';

const folder = join(import.meta.dirname, '../.output/contact-sheets');
const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 360, height: 700 };
/** Pictures beside each other on a sheet. */
const COLUMNS = { wide: 3, narrow: 8 } as const;

const LIBRARY = [
  'glossary',
  'glossary/tw.sovereign-ai',
  'glossary/conflicts',
  'initiatives',
  'initiatives/tw.ten-ai-initiatives',
  'initiatives/lineage',
  'initiatives/net/tw.ten-ai-initiatives',
  'initiatives/compare/tw.smart-nation-2/sg.smart-nation-2',
  'highlights',
  'packs',
  'exchange',
  'check',
  'settings',
  'guide',
  'news',
];

interface Picture {
  readonly name: string;
  readonly image: string;
}

async function take(page: Page, name: string): Promise<Picture> {
  const image = await page.screenshot({ animations: 'disabled' });
  return { name, image: image.toString('base64') };
}

async function takeReading(
  browser: ExtensionBrowser,
  size: typeof WIDE,
  english: boolean,
): Promise<Picture[]> {
  const address = english ? sampleAddress.replace('news.html', 'news-en.html') : sampleAddress;
  const page = await browser.open(address);
  await page.setViewportSize(size);
  await waitForTerms(page);
  await restOnTerm(page, english ? 'Sovereign AI' : sampleTerm);
  const pictures = [await take(page, 'card')];
  await page.keyboard.press('Escape');
  await command(browser, 'list-terms');
  await card(page).waitFor();
  pictures.push(await take(page, 'list'));
  await page.keyboard.press('Escape');
  if (!english) {
    await selectByDragging(page, sampleSentence);
    await surface(page).locator('.selection button').first().waitFor();
    pictures.push(await take(page, 'selection'));
    await surface(page).locator('.selection button').first().click();
    await surface(page).getByRole('status').locator('button').first().waitFor();
    pictures.push(await take(page, 'notice'));
  }
  const tab = await tabOf(browser, address);
  for (const [name, path, width] of [
    ['popup', `popup.html?tab=${tab}`, 340],
    ['panel', `sidepanel.html?tab=${tab}`, 400],
  ] as const) {
    const own = await browser.openOwn(path);
    await own.setViewportSize({ ...size, width: Math.min(width, size.width) });
    await own.getByRole('heading', { level: 2 }).first().waitFor();
    pictures.push(await take(own, name));
  }
  return pictures;
}

async function takeOwn(browser: ExtensionBrowser, path: string, size: typeof WIDE): Promise<Picture> {
  const page = await browser.openOwn(path);
  await page.setViewportSize(size);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = await take(page, path);
  await page.close();
  return picture;
}

async function makeSheet(
  browser: ExtensionBrowser,
  look: string,
  columns: number,
  pictures: readonly Picture[],
): Promise<void> {
  mkdirSync(join(folder, look), { recursive: true });
  for (const { name, image } of pictures)
    writeFileSync(join(folder, look, `${name.replaceAll(/[^\w.-]+/g, '-')}.png`), image, 'base64');
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1920, height: 1080 });
  const figures = pictures.map(
    ({ name, image }) =>
      `<figure><img src="data:image/png;base64,${image}"><figcaption>${name}</figcaption></figure>`,
  );
  await page.setContent(
    `<style>body{display:grid;grid-template-columns:repeat(${columns},1fr);gap:12px;align-items:start;font:13px sans-serif;background:#888}
     figure{margin:0}img{max-width:100%;display:block}</style>${figures.join('')}`,
  );
  await page.screenshot({ path: join(folder, `${look}.png`), fullPage: true });
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
      for (const [width, size] of [
        ['wide', WIDE],
        ['narrow', NARROW],
      ] as const) {
        const pictures = await takeReading(browser, size, language === 'en');
        pictures.push(await takeOwn(browser, 'welcome.html', size));
        for (const place of LIBRARY) pictures.push(await takeOwn(browser, `library.html#/${place}`, size));
        await makeSheet(browser, `${language}-${theme}-${width}`, COLUMNS[width], pictures);
        for (const each of browser.context.pages().slice(1)) await each.close();
      }
    }
  }
  console.log(`sheets in ${folder}`);
} finally {
  await browser.close();
  await server.close();
}
