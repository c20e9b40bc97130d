import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { changeSettings } from '../support/commands.ts';
import { label } from '../support/labels.ts';
import { ask } from '../support/own-records.ts';
import { restOnTerm, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { tabOf } from '../support/tabs.ts';
import {
  lawAddress,
  lawSentence,
  loneAddress,
  mixedAddress,
  pressAddress,
  serveTwins,
  silentAddress,
  topicAddress,
} from '../support/twin-pages.ts';
import { waitUntil } from '../support/waiting.ts';

const session = useChromium();
beforeAll(() => serveTwins(session.server));
afterEach(async () => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

async function read(address: string): Promise<Page> {
  const page = await session.browser.open(address);
  await waitForTerms(page);
  return page;
}

type Surface = 'popup' | 'sidepanel';

async function openSurface(name: Surface, address: string): Promise<Page> {
  const page = await session.browser.openOwn(`${name}.html?tab=${await tabOf(session.browser, address)}`);
  await page.locator('.twin[aria-busy="false"]').waitFor();
  return page;
}

/** Scrolls to what `find` gives and returns when the page has. */
async function scrollTo(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const all = [...document.querySelectorAll('main .no')];
    all.find((element) => element.textContent === wanted)?.scrollIntoView();
  }, text);
}

/** Distance of an element from the upper edge of the viewport. */
function topOf(page: Page, text: string): Promise<number> {
  return page
    .locator('main')
    .getByText(text, { exact: true })
    .evaluate((element) => element.getBoundingClientRect().top);
}

async function pressInto(surfacePage: Page, key: string): Promise<Page> {
  const [opened] = await Promise.all([
    session.browser.context.waitForEvent('page'),
    surfacePage
      .locator('.twin')
      .getByRole('button', { name: label(key) })
      .click(),
  ]);
  await opened.waitForLoadState();
  return opened;
}

describe('a page in two languages', () => {
  it.each<Surface>(['popup', 'sidepanel'])(
    'is opened beside at the same article from the %s',
    async (name) => {
      const zh = await read(lawAddress.zh);
      await scrollTo(zh, `第 ${lawSentence.number} 條`);
      const own = await openSurface(name, lawAddress.zh);
      expect(await own.locator('.twin').innerText()).toContain(label('twin.rule'));
      const en = await pressInto(own, 'twin.beside');
      expect(en.url()).toBe(lawAddress.en);
      const notice = surface(en).getByRole('status');
      await notice.waitFor();
      expect(await notice.innerText()).toContain(label('beside.atArticle', { article: lawSentence.number }));
      expect(await topOf(en, `Article ${lawSentence.number}`)).toBeGreaterThanOrEqual(0);
      expect(await topOf(en, `Article ${lawSentence.number}`)).toBeLessThan(200);
      // The page is as it was: no element of ours but the one, no other scroll position in the first tab.
      expect(await en.evaluate(() => document.querySelectorAll('policy-gloss-card').length)).toBe(1);
      expect(session.server.missing).toEqual([]);
    },
  );

  it('is opened once, though the question is sent again since its answer was lost', async () => {
    await read(lawAddress.zh);
    const own = await session.browser.openOwn('library.html#/settings');
    const payload = {
      id: crypto.randomUUID(),
      tabId: await tabOf(session.browser, lawAddress.zh),
      where: 'beside',
    };
    const open = () => ask(own, 'twin:open', payload);
    const answers = await Promise.all([open(), open()]);
    await session.browser.stopWorker();
    answers.push(await open());
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    const twins = session.browser.context.pages().filter((page) => page.url() === lawAddress.en);
    expect(twins).toHaveLength(1);
  });

  it('is opened in place, from English to Chinese', async () => {
    const page = await read(lawAddress.en);
    await scrollTo(page, 'Article 7');
    const own = await openSurface('sidepanel', lawAddress.en);
    await own
      .locator('.twin')
      .getByRole('button', { name: label('twin.here') })
      .click();
    await page.waitForURL(lawAddress.zh);
    await surface(page).getByRole('status').waitFor();
    expect(await topOf(page, '第 7 條')).toBeLessThan(200);
  });

  it('is opened at the same section where the headings are alike', async () => {
    const zh = await read(topicAddress.alike.zh);
    await scrollTo(zh, '主題 4');
    const en = await pressInto(await openSurface('sidepanel', topicAddress.alike.zh), 'twin.beside');
    const notice = surface(en).getByRole('status');
    await notice.waitFor();
    expect(await notice.innerText()).toContain(label('beside.atSection', { at: 5, of: 6 }));
    expect(await topOf(en, 'Topic 4')).toBeLessThan(200);
  });

  it('is opened at its top, and that is said, where they are not', async () => {
    const zh = await read(topicAddress.other.zh);
    await scrollTo(zh, '主題 2');
    const en = await pressInto(await openSurface('sidepanel', topicAddress.other.zh), 'twin.beside');
    const notice = surface(en).getByRole('status');
    await notice.waitFor();
    expect(await notice.innerText()).toContain(label('beside.noPlace'));
    expect(await en.evaluate(() => scrollY)).toBe(0);
  });

  it('is shown in the tab where it is open already', async () => {
    const zh = await read(lawAddress.zh);
    const en = await read(lawAddress.en);
    await scrollTo(zh, '第 9 條');
    const own = await openSurface('popup', lawAddress.zh);
    expect(await own.locator('.twin').innerText()).toContain(label('twin.open'));
    const tabs = session.browser.context.pages().length;
    await own
      .locator('.twin')
      .getByRole('button', { name: label('twin.show') })
      .click();
    await surface(en).getByRole('status').waitFor();
    expect(await topOf(en, 'Article 9')).toBeLessThan(200);
    expect(session.browser.context.pages().length).toBeLessThanOrEqual(tabs);
  });

  it('opens in a window of its own', async () => {
    await read(lawAddress.zh);
    const own = await openSurface('sidepanel', lawAddress.zh);
    const en = await pressInto(own, 'twin.windows');
    expect(en.url()).toBe(lawAddress.en);
  });

  it('is found by a link on the page', async () => {
    await read(pressAddress.zh);
    const own = await openSurface('sidepanel', pressAddress.zh);
    expect(await own.locator('.twin').innerText()).toContain(label('twin.link'));
    expect(await own.locator('.twin-address').innerText()).toBe(
      'www.moda.gov.tw/en/press/press-releases/90001.html',
    );
  });

  it.each([
    [silentAddress, 'twin.none'],
    [mixedAddress, 'twin.mixed'],
  ])('is not found rather than guessed: %s', async (address, said) => {
    await read(address);
    for (const name of ['popup', 'sidepanel'] as const) {
      const own = await openSurface(name, address);
      expect(await own.locator('.twin').innerText()).toContain(label(said));
      expect(await own.locator('.twin').getByRole('button').count()).toBe(0);
      expect((await checkAccessibility(own, '.twin')).violations).toEqual([]);
      await own.close();
    }
  });

  it('is only the home page where that is all that is known, and that is said', async () => {
    await read(loneAddress);
    const own = await openSurface('popup', loneAddress);
    const text = await own.locator('.twin').innerText();
    expect(text).toContain('www.ndc.gov.tw/en/mp-2.html');
    expect(text).toContain(label('twin.home'));
    await own.getByRole('button', { name: label('twin.openHome') }).waitFor();
    expect(await own.getByRole('button', { name: label('twin.here') }).count()).toBe(0);
  });
});

describe('a card on a page whose twin is open', () => {
  it('shows the sentence of the other side, in its language, with the dates', async () => {
    const zh = await read(lawAddress.zh);
    await read(lawAddress.en);
    await zh.bringToFront();
    await scrollTo(zh, `第 ${lawSentence.number} 條`);
    const card = await restOnTerm(zh, '主權AI');
    const quote = card.locator('.other-side blockquote');
    await quote.waitFor();
    expect(await quote.innerText()).toBe(lawSentence.en);
    expect(await quote.getAttribute('lang')).toBe('en');
    const side = await card.locator('.other-side').innerText();
    expect(side).toContain(label('beside.article', { article: lawSentence.number }));
    expect(side).toContain('2024-05-01');
    expect(side).toContain('2023-02-01');
  });

  it('shows it in Chinese on the English page, though only the other page has a link', async () => {
    await read(pressAddress.zh);
    const en = await read(pressAddress.en);
    const card = await restOnTerm(en, 'sovereign AI');
    const quote = card.locator('.other-side blockquote');
    await quote.waitFor();
    expect(await quote.innerText()).toBe('部長表示，主權AI是計畫的核心。');
    expect(await quote.getAttribute('lang')).toBe('zh-Hant');
  });

  it('says nothing of it when no twin is open', async () => {
    const zh = await read(lawAddress.zh);
    await read(pressAddress.en);
    await zh.bringToFront();
    await scrollTo(zh, `第 ${lawSentence.number} 條`);
    const card = await restOnTerm(zh, '主權AI');
    await card.locator('.definition').waitFor();
    // What the card asks is answered before the reader of the other tab could be asked anything.
    await waitUntil('the page was asked', () =>
      zh.evaluate(() => document.querySelector('policy-gloss-card')?.getAttribute('data-state') === 'open'),
    );
    expect(await card.locator('.other-side').count()).toBe(0);
  });

  it('says that it is not certain when the texts differ', async () => {
    const zh = await read(pressAddress.zh);
    const en = await read(pressAddress.en);
    await en.evaluate(() => document.querySelector('article p:last-child')!.remove());
    await zh.bringToFront();
    const card = await restOnTerm(zh, '主權AI');
    await card.locator('.other-side').waitFor();
    expect(await card.locator('.other-side').innerText()).toBe(label('beside.quoteNone'));
  });
});

describe('accessibility', () => {
  it.each(['zh-TW', 'en'])('of popup, panel and card in %s', async (language) => {
    await changeSettings(session.browser, { language });
    const zh = await read(lawAddress.zh);
    for (const name of ['popup', 'sidepanel'] as const) {
      const own = await openSurface(name, lawAddress.zh);
      const { violations, passes } = await checkAccessibility(own);
      expect(violations).toEqual([]);
      expect(passes).toBeGreaterThan(10);
      await own.close();
    }
    await read(lawAddress.en);
    await zh.bringToFront();
    await scrollTo(zh, `第 ${lawSentence.number} 條`);
    const card = await restOnTerm(zh, '主權AI');
    await card.locator('.other-side blockquote').waitFor();
    const { violations, passes } = await checkAccessibility(zh, 'policy-gloss-card');
    expect(violations).toEqual([]);
    expect(passes).toBeGreaterThan(5);
    await changeSettings(session.browser, { language: 'zh-TW' });
  });
});
