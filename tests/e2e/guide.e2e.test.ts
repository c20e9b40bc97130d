import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { changeSettings } from '../support/commands.ts';
import { label } from '../support/labels.ts';
import { card, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { tabOf } from '../support/tabs.ts';
import { sampleAddress, sampleTerm } from '../support/walk.ts';

const session = useChromium();
afterEach(async () => {
  expect(session.browser.trouble).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

/** Presses what leads to the guide, and waits for it: in the tab of the library, or in one that opens. */
async function leadsToGuide(page: Page): Promise<void> {
  const opened = page.url().includes('/library.html')
    ? Promise.resolve(page)
    : session.browser.context.waitForEvent('page');
  await page.getByRole('main').getByText(label('app.guide'), { exact: true }).click();
  const guide = await opened;
  await guide.getByRole('heading', { level: 1, name: label('guide.title') }).waitFor();
}

describe('the guide', () => {
  it('has words and a picture for every step, the keys as they are, and a sample with real cards', async () => {
    const page = await session.browser.openOwn('library.html#/guide');
    expect(await waitForTerms(page)).toEqual(expect.arrayContaining([sampleTerm, 'Sovereign AI']));
    const steps = page.locator('.guide-step');
    expect(await steps.count()).toBe(8);
    expect(await steps.locator('svg').count()).toBe(8);
    expect(await page.locator('kbd').allInnerTexts()).toContain('Alt+Shift+G');
    await restOnTerm(page, sampleTerm);
    expect(await card(page).getByRole('heading', { level: 2 }).innerText()).toBe('Sovereign AI');
  });

  it('is written in English too', async () => {
    await changeSettings(session.browser, { language: 'en' });
    const page = await session.browser.openOwn('library.html#/guide');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    const words = await page.locator('.guide').innerText();
    expect(words).not.toMatch(/guide\.|\p{Script=Han}{5}/u);
    await changeSettings(session.browser, { language: 'zh-TW' });
  });

  it('is one step away from the welcome page and from an empty library', async () => {
    await leadsToGuide(await session.browser.openOwn('welcome.html'));
    await leadsToGuide(await session.browser.openOwn('library.html#/highlights'));
    await leadsToGuide(await session.browser.openOwn('library.html#/glossary'));
  });

  it('is one step away from the popup', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    const popup = await session.browser.openOwn(
      `popup.html?tab=${await tabOf(session.browser, sampleAddress)}`,
    );
    await leadsToGuide(popup);
  });

  it('is one step away from a panel that has no page to show', async () => {
    const panel = await session.browser.openOwn('sidepanel.html');
    await leadsToGuide(panel);
  });
});
