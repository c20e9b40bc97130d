import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_DELAYS } from '../../src/reader/hover-machine.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { cardState } from '../support/in-page.ts';
import { card, leaveTerm, paintedTerms, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress } from '../support/walk.ts';

const englishAddress = sampleAddress.replace('news.html', 'news-en.html');

describe('reading a page in Chromium', () => {
  const session = useChromium();
  afterEach(async () => {
    expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    for (const page of session.browser.context.pages()) await page.close();
  });

  it('shows the Chinese equivalent of an English term', async () => {
    const page = await session.browser.open(englishAddress);
    expect(await waitForTerms(page)).toEqual(expect.arrayContaining(['Sovereign AI', 'Ten AI Initiatives']));
    const dialog = await restOnTerm(page, 'Sovereign AI');
    expect(await dialog.getByRole('heading', { level: 2 }).innerText()).toBe('主權AI');
  });

  it('closes the card when the pointer leaves, and by Escape', async () => {
    const page = await session.browser.open(sampleAddress);
    await restOnTerm(page, '數位發展部');
    await leaveTerm(page);
    expect(await card(page).isVisible()).toBe(false);
    await restOnTerm(page, '數位發展部');
    await page.keyboard.press('Escape');
    await waitUntil(
      'the card closes',
      () => page.evaluate(cardState),
      (state) => state === 'closed',
    );
  });

  it('keeps the card while the pointer is on it', async () => {
    const page = await session.browser.open(sampleAddress);
    const dialog = await restOnTerm(page, '數位發展部');
    const box = await dialog.boundingBox();
    if (!box) throw new Error('The card has no box');
    await page.mouse.move(box.x + box.width / 2, box.y + 20, { steps: 12 });
    // That it does not close can only be seen once the time is over in which it would have.
    await page.evaluate((delay) => new Promise((over) => setTimeout(over, delay)), 2 * DEFAULT_DELAYS.close);
    expect(await page.evaluate(cardState)).toBe('open');
  });

  it('marks nothing that is hidden or in a field', async () => {
    const page = await session.browser.open('about:blank');
    const address = 'http://www.ndc.gov.tw/hidden.html';
    session.server.serve(
      address,
      '<!doctype html><p>數位發展部</p><p hidden>主權AI</p><textarea>主權AI</textarea><div contenteditable>主權AI</div>',
    );
    await page.goto(address);
    await waitForTerms(page);
    expect(await paintedTerms(page)).toEqual(['數位發展部']);
  });

  it('has a card without accessibility faults', async () => {
    const page = await session.browser.open(sampleAddress);
    await restOnTerm(page, '主權AI');
    const report = await checkAccessibility(page, 'policy-gloss-card');
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(5);
  });
});

describe('pages of the extension', () => {
  const session = useChromium();

  it.each([
    'library.html#/glossary',
    'library.html#/initiatives',
    'library.html#/highlights',
    'library.html#/packs',
    'library.html#/exchange',
    'library.html#/settings',
    'popup.html',
  ])('%s has no accessibility faults', async (path) => {
    const page = await session.browser.openOwn(path);
    await page.getByRole('heading').first().waitFor();
    const report = await checkAccessibility(page);
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(5);
    await page.close();
  });
});
