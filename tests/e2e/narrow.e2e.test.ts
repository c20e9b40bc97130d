import { expect, it } from 'vitest';
import { chooseFile, readyToImport } from '../support/import-wizard.ts';
import { label } from '../support/labels.ts';
import { waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress } from '../support/walk.ts';

/** Narrow as a phone, or as a page at 400 %, CSS px. */
const NARROW = { width: 360, height: 700 };
/** Browsers cut a popup at this height, CSS px. */
const POPUP = { width: 340, height: 600 };

const session = useChromium();

it('the table shows its rows before its tools, which are one press away', async () => {
  const page = await session.browser.openOwn('library.html#/glossary');
  await page.setViewportSize(NARROW);
  const rows = page.locator('.grid-rows [role=row]');
  await rows.nth(2).waitFor();
  const bottom = async (row: number) => {
    const box = await rows.nth(row).boundingBox();
    return (box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0);
  };
  expect(await bottom(1)).toBeLessThan(NARROW.height);
  const filter = page.getByLabel(label('library.status'));
  expect(await filter.isVisible()).toBe(false);
  const fold = page.getByRole('button', { name: label('desk.fold') });
  expect(await fold.getAttribute('aria-expanded')).toBe('false');
  await fold.click();
  await filter.selectOption('official');
  await page.getByRole('button', { name: label('marks.selectAll') }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  await page.close();
});

it('an import has its button in sight however long the preview is, and leads to what it brought', async () => {
  const page = await session.browser.openOwn('library.html#/exchange');
  await page.setViewportSize(NARROW);
  const rows = Array.from({ length: 40 }, (_, row) => `窄幅詞彙${row},narrow term ${row}`);
  const wizard = await chooseFile(page, 'narrow.csv', ['Chinese,English', ...rows].join('\n'));
  const button = await readyToImport(wizard, rows.length);
  await wizard.locator('table').first().scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThanOrEqual(NARROW.height);
  await button.click();
  await wizard.getByRole('link', { name: label('desk.showEntries') }).click();
  await page.getByText(label('library.results_other', { count: rows.length })).waitFor();
  await page.close();
});

it('the popup fits where browsers cut it, also with the slip for mistakes', async () => {
  const read = await session.browser.open(sampleAddress);
  await waitForTerms(read);
  const popup = await session.browser.openOwn(
    `popup.html?tab=${await tabOf(session.browser, sampleAddress)}`,
  );
  await popup.setViewportSize(POPUP);
  const library = popup.getByRole('button', { name: label('popup.library') });
  await library.waitFor();
  const fits = async () => {
    const height = await popup.evaluate(() => document.documentElement.scrollHeight);
    const box = await library.boundingBox();
    return height <= POPUP.height && box !== null && box.y + box.height <= POPUP.height;
  };
  expect(await fits()).toBe(true);
  await popup.getByRole('button', { name: label('report.open') }).click();
  const slip = popup.getByRole('region', { name: label('report.title') });
  await waitUntil('the slip is in sight', async () => ((await slip.boundingBox())?.y ?? POPUP.height) < 100);
  expect(await fits()).toBe(true);
  await popup.close();
});
