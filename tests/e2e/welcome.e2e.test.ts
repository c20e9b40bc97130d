import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { e2eBuild, launchWithExtension } from '../support/chromium.ts';
import { changeSettings } from '../support/commands.ts';
import { label } from '../support/labels.ts';
import { card, leaveTerm, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleTerm } from '../support/walk.ts';

const session = useChromium();
afterEach(async () => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('the first minute', () => {
  it('opens by itself after the install, and asks for nothing', async () => {
    const shipped = await launchWithExtension({
      server: session.server,
      extension: e2eBuild.replace(/-e2e$/, ''),
      keepWelcome: true,
    });
    try {
      const page = await waitUntil('it is open', () =>
        shipped.context.pages().find((each) => each.url().endsWith('/welcome.html')),
      );
      if (!page) throw new Error('no welcome page');
      expect(await waitForTerms(page)).toContain(sampleTerm);
      expect(await page.getByRole('textbox').count()).toBe(0);
    } finally {
      await shipped.close();
    }
  });

  it('shows the real card on both samples and says what it may see, in both languages', async () => {
    const page = await session.browser.openOwn('welcome.html');
    expect(await waitForTerms(page)).toEqual(expect.arrayContaining(['AI新十大建設', 'Sovereign AI']));
    await restOnTerm(page, sampleTerm);
    expect(await card(page).getByRole('heading', { level: 2 }).innerText()).toBe('Sovereign AI');
    await leaveTerm(page);
    await restOnTerm(page, 'Sovereign AI');
    expect(await card(page).getByRole('heading', { level: 2 }).innerText()).toBe('主權AI');
    await leaveTerm(page);
    expect(await page.locator('.access').innerText()).toMatch(/\d\d+ 個臺灣公部門網站/);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('.access').innerText()).toMatch(/\d\d+ sites of Taiwan's public bodies/);
    await restOnTerm(page, sampleTerm);
    await changeSettings(session.browser, { language: 'zh-TW' });
  });

  it.each([
    { language: 'zh-TW', theme: 'light' },
    { language: 'en', theme: 'dark' },
  ])('has no accessibility faults in $language, $theme, and fits 320 px', async (look) => {
    await changeSettings(session.browser, look);
    const page = await session.browser.openOwn('welcome.html');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const report = await checkAccessibility(page);
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(10);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await fits(page)).toBeLessThanOrEqual(0);
    await changeSettings(session.browser, { language: 'zh-TW', theme: 'auto' });
  });
});

describe('settings', () => {
  it('are tried on a sample with real marks and cards', async () => {
    const page = await session.browser.openOwn('library.html#/settings');
    // Marks are painted near the viewport only.
    await page.locator('.sample').scrollIntoViewIfNeeded();
    expect(await waitForTerms(page)).toContain(sampleTerm);
    await page.getByLabel(label('reading.cardWidth')).fill('480');
    await page.getByLabel(label('settings.markStyle')).selectOption('solid');
    await waitUntil('the sample has the new style', () =>
      page.evaluate(() => CSS.highlights.has('gloss-term-solid') && !CSS.highlights.has('gloss-term')),
    );
    await restOnTerm(page, sampleTerm);
    expect((await card(page).boundingBox())?.width).toBeCloseTo(480, 0);
    await leaveTerm(page);
    await page.getByLabel(label('reading.trigger')).selectOption('shift');
    await waitForTerms(page);
    await changeSettings(session.browser, { cardWidth: 384, markStyle: 'dotted', trigger: 'rest' });
  });

  it('list the keys, with the way to change them', async () => {
    const page = await session.browser.openOwn('library.html#/settings');
    const keys = page.locator('.keys');
    await keys.waitFor();
    expect(await keys.locator('kbd').allInnerTexts()).toEqual(
      expect.arrayContaining(['Alt+Shift+G', 'Alt+Shift+J']),
    );
    const [opened] = await Promise.all([
      session.browser.context.waitForEvent('page'),
      page.getByRole('button', { name: label('reading.changeKeys') }).click(),
    ]);
    await opened.waitForURL(/chrome:\/\/extensions/);
    expect(join('/', new URL(opened.url()).pathname)).toBe('/shortcuts');
  });
});
