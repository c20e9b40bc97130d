import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { cardState } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { card, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress, sampleTerm } from '../support/walk.ts';

const session = useChromium();

afterAll(() => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
});

async function set(settings: object): Promise<void> {
  const page = await session.browser.openOwn('library.html#/settings');
  await page.evaluate(
    (change) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).chrome.runtime.sendMessage({ type: 'settings:change', payload: change }),
    settings,
  );
  await page.close();
}

const looks = (['zh-TW', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);
const places = [
  'glossary',
  'glossary/tw.sovereign-ai',
  'glossary/new',
  'glossary/conflicts',
  'initiatives',
  'initiatives/tw.ten-ai-initiatives',
  'initiatives/lineage',
  'initiatives/net/tw.ten-ai-initiatives',
  'initiatives/compare',
  'initiatives/compare/tw.smart-nation-2/sg.smart-nation-2',
  'highlights',
  'packs',
  'exchange',
  'settings',
  'guide',
  'news',
];

describe.each(looks)('in $language, $theme', ({ language, theme }) => {
  beforeAll(async () => {
    await set({ language, theme });
  });

  it('axe finds nothing on the card', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    await restOnTerm(page, sampleTerm);
    // The card fades in; a contrast is measured when it stands.
    await page.evaluate(() =>
      Promise.all(
        document
          .querySelector('policy-gloss-card')
          ?.shadowRoot?.getAnimations()
          .map(({ finished }) => finished) ?? [],
      ),
    );
    const report = await checkAccessibility(page, 'policy-gloss-card');
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(10);
    await page.close();
  });

  it.each(places)('axe finds nothing on %s of the library', async (place) => {
    const page = await session.browser.openOwn(`library.html#/${place}`);
    await page.locator('h1').waitFor();
    const report = await checkAccessibility(page);
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(10);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.close();
  });

  it('axe finds nothing on the popup', async () => {
    const read = await session.browser.open(sampleAddress);
    await waitForTerms(read);
    const worker = await session.browser.worker();
    const tab = await worker.evaluate(
      async (url) =>
        (
          await (
            globalThis as unknown as {
              chrome: { tabs: { query(filter: object): Promise<{ id: number }[]> } };
            }
          ).chrome.tabs.query({ url })
        )[0]?.id,
      sampleAddress,
    );
    const page = await session.browser.openOwn(`popup.html?tab=${tab}`);
    await page.locator('.figure').waitFor();
    expect(
      Number.parseInt((await page.locator('.figure').innerText()).replace(/\D+/g, ''), 10),
    ).toBeGreaterThan(20);
    const report = await checkAccessibility(page);
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(5);
    await page.close();
    await read.close();
  });
});

describe('the card by hand', () => {
  beforeAll(async () => {
    await set({ language: 'zh-TW', theme: 'light' });
  });

  it('stays while the pointer is in it, closes by Esc, and follows related terms with a way back', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    const shown = await restOnTerm(page, sampleTerm);
    const box = await shown.boundingBox();
    if (!box) throw new Error('the card has no box');
    await page.mouse.move(box.x + box.width / 2, box.y + 30, { steps: 8 });
    await shown.getByRole('button', { name: 'AI新十大建設', exact: true }).first().click();
    await waitUntil('the other card is there', async () =>
      (await shown.getByRole('heading', { level: 2 }).innerText()).includes('Ten AI Initiatives'),
    );
    await shown.getByRole('button', { name: label('card.back') }).click();
    expect(await shown.getByRole('heading', { level: 2 }).innerText()).toBe('Sovereign AI');
    expect(await page.evaluate(cardState)).toBe('open');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(cardState)).toBe('closed');
    await page.close();
  });

  it('opens by command, takes focus, is a named dialog, and gives focus back', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    await page.getByRole('link', { name: '跳到主要內容區塊' }).focus();
    const worker = await session.browser.worker();
    await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
          tabs: { query(filter: object): Promise<unknown[]> };
        };
      };
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.commands.onCommand.dispatch('next-term', tab);
    });
    await waitUntil('the card is open', async () => (await page.evaluate(cardState)) === 'open');
    const title = card(page).getByRole('heading', { level: 2 });
    await waitUntil('the heading has focus', () => title.evaluate((element) => element.matches(':focus')));
    expect(await card(page).getAttribute('aria-labelledby')).toBe('surface title');
    await page.keyboard.press('Tab');
    expect(
      await card(page)
        .getByRole('button', { name: /^複製/ })
        .evaluate((button) => button.matches(':focus')),
    ).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到主要內容區塊');
    await page.close();
  });

  it('English terms get their Chinese', async () => {
    const page = await session.browser.open(sampleAddress.replace('news.html', 'news-en.html'));
    await waitForTerms(page);
    const shown = await restOnTerm(page, 'Sovereign AI');
    expect(await shown.getByRole('heading', { level: 2 }).innerText()).toBe('主權AI');
    await page.close();
  });
});
