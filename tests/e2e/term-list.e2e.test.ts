import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { changeSettings, command } from '../support/commands.ts';
import { cardState, highlightedTexts } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { card, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress, sampleTerm } from '../support/walk.ts';

const session = useChromium();
afterEach(async () => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

async function openList(): Promise<Page> {
  const page = await session.browser.open(sampleAddress);
  await waitForTerms(page);
  await page.getByRole('link', { name: '跳到主要內容區塊' }).focus();
  await command(session.browser, 'list-terms');
  await card(page).waitFor();
  await waitUntil('the equivalents are there', async () =>
    // Of the first row: the page has an English part, so a word alone would prove nothing.
    (await card(page).locator('.term').first().textContent())?.includes('Ten AI Initiatives'),
  );
  return page;
}

const focused = (page: Page) =>
  page.evaluate(
    () =>
      document.querySelector('policy-gloss-card')?.shadowRoot?.activeElement?.textContent ??
      document.activeElement?.textContent,
  );

describe('the list of the terms of the page', () => {
  it('is a dialog named by the number of terms, with one row in the tab order', async () => {
    const page = await openList();
    const rows = await card(page).locator('.term').count();
    expect(rows).toBeGreaterThan(10);
    const title = label('terms.title', { count: rows });
    expect(await surface(page).getByRole('dialog', { name: title }).count()).toBe(1);
    expect(await card(page).locator('.term[tabindex="0"]').count()).toBe(1);
    expect(await focused(page)).toBe(await card(page).locator('.term').first().textContent());
    const report = await checkAccessibility(page, 'policy-gloss-card');
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(10);
  });

  it('is walked with the arrow keys, filtered by both languages, and Esc returns the focus', async () => {
    const page = await openList();
    const rows = card(page).locator('.term');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(await rows.nth(1).textContent());
    await page.keyboard.press('End');
    expect(await focused(page)).toBe(await rows.last().textContent());
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe(await rows.first().textContent());

    await card(page).getByRole('searchbox').fill('sovereign');
    const left = await rows.allInnerTexts();
    expect(left.length).toBeGreaterThan(0);
    for (const row of left) expect(row).toMatch(/sovereign/i);
    expect(await card(page).getByRole('status').innerText()).toContain(String(left.length));
    await page.keyboard.press('Escape');
    expect(await page.evaluate(cardState)).toBe('closed');
    expect(await focused(page)).toBe('跳到主要內容區塊');
  });

  it('opens the card of a term, and goes to each place where it stands', async () => {
    const page = await openList();
    await card(page).getByRole('searchbox').fill(sampleTerm);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitUntil(
      'its card is there',
      async () => (await card(page).getByRole('heading', { level: 2 }).innerText()) === 'Sovereign AI',
    );
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('跳到主要內容區塊');

    await command(session.browser, 'list-terms');
    await card(page).getByRole('searchbox').fill(sampleTerm);
    await card(page)
      .getByRole('button', { name: label('terms.goTo', { term: sampleTerm }) })
      .first()
      .click();
    expect(await page.evaluate(cardState)).toBe('closed');
    expect(await page.evaluate(highlightedTexts, 'gloss-term-current')).toEqual([sampleTerm]);
    // Reading goes on from there: that is where the browser continues with Tab, and the next command.
    expect(
      await page.evaluate(() => {
        const selection = getSelection();
        return selection?.anchorNode?.textContent?.slice(selection.anchorOffset).startsWith('主權AI');
      }),
    ).toBe(true);
  });

  it('is not covered by cards while the pointer moves over the page, and a page without terms says so', async () => {
    const page = await openList();
    await page.mouse.move(200, 300);
    await page.mouse.move(210, 420, { steps: 20 });
    expect(await card(page).getByRole('searchbox').count()).toBe(1);

    session.server.serve('http://www.ndc.gov.tw/empty.html', '<!doctype html><p>無</p>');
    const empty = await session.browser.open('http://www.ndc.gov.tw/empty.html');
    await empty.bringToFront();
    await waitUntil('it says so', async () => {
      await command(session.browser, 'list-terms');
      return (await surface(empty).getByRole('status').innerText({ timeout: 500 })).includes(
        label('notice.noTerms'),
      );
    });
  });

  it.each([
    { language: 'zh-TW', theme: 'dark' },
    { language: 'en', theme: 'light' },
  ])('has no accessibility faults in $language, $theme, at 320 px', async (look) => {
    await changeSettings(session.browser, look);
    const page = await session.browser.open(sampleAddress);
    await page.setViewportSize({ width: 320, height: 640 });
    await waitForTerms(page);
    await command(session.browser, 'list-terms');
    await card(page).waitFor();
    const report = await checkAccessibility(page, 'policy-gloss-card');
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(10);
    const box = await card(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    await changeSettings(session.browser, { language: 'zh-TW', theme: 'auto' });
  });
});

describe('keys', () => {
  it('no more are suggested than a browser takes, and none is an access key of agencies', async () => {
    const page = await session.browser.openOwn('library.html#/settings');
    const commands = await page.evaluate(() =>
      (
        globalThis as unknown as {
          chrome: { commands: { getAll(): Promise<{ name: string; shortcut: string }[]> } };
        }
      ).chrome.commands.getAll(),
    );
    const suggested = commands.filter(({ shortcut }) => shortcut !== '');
    expect(suggested.map(({ name }) => name).sort()).toEqual([
      'highlight-selection',
      'list-terms',
      'next-term',
      'previous-term',
    ]);
    for (const { shortcut } of suggested) expect(shortcut).toMatch(/^Alt\+Shift\+[^CUSZBFLM]$/);
  });
});
