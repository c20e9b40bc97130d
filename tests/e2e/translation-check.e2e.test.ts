import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { holdScript } from '../support/held-script.ts';
import { label } from '../support/labels.ts';
import { waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';

const session = useChromium();
afterEach(async () => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

const address = 'http://twin.moda.gov.tw/zh';
const chinese = `<!doctype html><html lang="zh-Hant"><title>數位韌性說明</title><body>
<p>數位發展部今天公布新的措施，由國家科學及技術委員會共同辦理，並自明年起實施。</p>
<p>數位發展部同時依國家語言發展法提出報告，各機關應於三個月內完成檢討。</p></body></html>`;
const english = `The Ministry of Digital Affairs today announced new measures, carried out with the science board from next year on.

The Ministry also reported on the Development of National Languages Act; agencies have three months for their review.`;

async function openCheck(): Promise<Page> {
  session.server.serve(address, chinese);
  await waitForTerms(await session.browser.open(address));
  const page = await session.browser.openOwn('library.html#/check');
  await page.getByRole('heading', { level: 1, name: label('check.title') }).waitFor();
  return page;
}

async function checkBoth(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: label('check.fromTab') })
    .first()
    .click();
  await page.getByRole('button', { name: '數位韌性說明' }).click();
  await page.getByRole('textbox', { name: label('check.target'), exact: true }).fill(english);
  await page.getByRole('button', { name: label('check.run'), exact: true }).click();
  await page.getByRole('heading', { name: label('check.results') }).waitFor();
}

describe('the check of a translation', () => {
  it('takes the text of an open page, and finds what is not rendered, with both places', async () => {
    const page = await openCheck();
    await checkBoth(page);
    const findings = page.locator('.finding');
    expect(await findings.count()).toBe(1);
    const finding = findings.first();
    expect(await finding.locator('.badge').innerText()).toBe(label('check.kind.missing'));
    expect(await finding.innerText()).toContain('National Science and Technology Council');
    const [source, target] = await finding.locator('blockquote').allInnerTexts();
    expect(source).toContain('國家科學及技術委員會');
    expect(target).toContain('science board');
    expect(await page.getByText(label('check.alignment.sections')).count()).toBe(1);
  });

  it('has no script sent to the open pages that it offers', async () => {
    const page = await openCheck();
    const tools = await holdScript(session.browser, 'tools');
    await page
      .getByRole('button', { name: label('check.fromTab') })
      .first()
      .click();
    await page.getByRole('button', { name: '數位韌性說明' }).waitFor();
    expect(await tools.isAsked()).toBe(false);
  });

  it('saves the report', async () => {
    const page = await openCheck();
    await checkBoth(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label('check.saveHtml'), exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^policy-gloss-check-.*\.html$/);
    const html = await readFile(await download.path(), 'utf8');
    expect(html).toContain('國家科學及技術委員會');
    expect(html).toContain(label('check.kind.missing'));
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label('check.saveOds') }).click(),
    ]);
    const bytes = await readFile(await sheet.path());
    expect(bytes.subarray(30, 38).toString()).toBe('mimetype');
  });

  it('says what is wrong when it cannot check', async () => {
    const page = await openCheck();
    const press = () => page.getByRole('button', { name: label('check.run'), exact: true }).click();
    await press();
    expect(await page.getByRole('alert').innerText()).toBe(label('check.needBoth'));
    await page.getByRole('textbox', { name: label('check.source'), exact: true }).fill('數位發展部');
    await page.getByRole('textbox', { name: label('check.target'), exact: true }).fill('數位部');
    await press();
    expect(await page.getByRole('alert').innerText()).toBe(label('check.sameLanguage'));
  });

  it.each(['light', 'dark'] as const)('is accessible, also narrow (%s)', async (colorScheme) => {
    const page = await openCheck();
    await page.emulateMedia({ colorScheme });
    await checkBoth(page);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const { violations, passes } = await checkAccessibility(page);
      expect(violations).toEqual([]);
      expect(passes).toBeGreaterThan(10);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
