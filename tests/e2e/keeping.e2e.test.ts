import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { command } from '../support/commands.ts';
import { label } from '../support/labels.ts';
import {
  card,
  paintedHighlights,
  paintedTerms,
  restOnTerm,
  selectByDragging,
  surface,
  waitForTerms,
} from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress, sampleSentence, sampleTerm } from '../support/walk.ts';

const session = useChromium();
let page: Page;

afterAll(() => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
});
beforeEach(async () => {
  page = await session.browser.open(sampleAddress);
  await waitForTerms(page);
});

const kept = (count: number) =>
  waitUntil(
    `${count} highlights are painted`,
    () => paintedHighlights(page),
    (marks) => marks.length === count,
  );

/** Waits for one highlight, however many of the page are painted already. */
const keptWords = (words: string) =>
  waitUntil(
    `${words} is painted`,
    () => paintedHighlights(page),
    (marks) => marks.includes(words),
  );

async function keep(text: string): Promise<void> {
  await selectByDragging(page, text);
  await surface(page)
    .getByRole('button', { name: label('colour.yellow') })
    .first()
    .click();
}

/** Presses on the words of a highlight, which opens its editor. */
async function pressOn(text: string): Promise<void> {
  const place = await page.evaluate((words) => {
    for (const [name, marks] of CSS.highlights) {
      if (!name.startsWith('gloss-mark')) continue;
      for (const mark of marks) {
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        if (range.toString() !== words) continue;
        range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = range.getClientRects()[0];
        if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
    return null;
  }, text);
  if (!place) throw new Error(`${text} is not painted`);
  await page.mouse.click(place.x, place.y);
  await card(page).waitFor();
}

describe('keeping', () => {
  it('a highlight takes a note and a colour, is deleted and comes back by undo', async () => {
    await keep(sampleSentence);
    await kept(1);
    await pressOn(sampleSentence);
    await card(page)
      .getByRole('button', { name: label('colour.blue') })
      .click();
    await waitUntil('it is blue', () =>
      page.evaluate(() => (CSS.highlights.get('gloss-mark-blue')?.size ?? 0) === 1),
    );
    await card(page)
      .getByRole('textbox', { name: label('highlight.note') })
      .fill('第一行\n第二行');
    await card(page)
      .getByRole('button', { name: label('highlight.save') })
      .click();
    await card(page)
      .getByRole('button', { name: label('highlight.saved') })
      .waitFor();
    const report = await checkAccessibility(page, 'policy-gloss-card');
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(0);

    const library = await session.browser.openOwn('library.html#/highlights');
    await waitUntil('the note is in the library', async () =>
      (await library.getByRole('textbox', { name: label('highlights.note') }).inputValue()).includes(
        '第二行',
      ),
    );

    await page.bringToFront();
    await card(page)
      .getByRole('button', { name: label('highlight.remove') })
      .click();
    await kept(0);
    await waitUntil(
      'it is gone from the open library',
      async () => (await library.locator('blockquote').count()) === 0,
    );
    await surface(page)
      .getByRole('button', { name: label('notice.undo') })
      .click();
    await kept(1);
    await waitUntil(
      'it is back in the open library',
      async () => (await library.locator('blockquote').count()) === 1,
    );

    await library.getByRole('button', { name: label('highlights.remove') }).click();
    await kept(0);
    await library.getByRole('button', { name: label('library.undo'), exact: true }).click();
    await kept(1);
    await library.close();
  });

  it('a term is collected with the sentence, title and address it stood in', async () => {
    await restOnTerm(page, sampleTerm, 1);
    await card(page)
      .getByRole('button', { name: label('card.collect') })
      .click();
    await card(page)
      .getByRole('button', { name: label('card.collected') })
      .waitFor();
    const library = await session.browser.openOwn('library.html#/glossary');
    await library
      .getByRole('row')
      .filter({ hasText: label('glossary.mine') })
      .getByRole('link', { name: sampleTerm, exact: true })
      .click();
    const context = library.locator('blockquote');
    expect(await context.innerText()).toContain('所謂「主權AI」');
    expect(await context.locator('a').getAttribute('href')).toBe(sampleAddress);
    expect(await library.getByLabel(label('desk.wording')).first().inputValue()).toBe(sampleTerm);
    await library.close();
  });

  it('a change is told with the addresses of its document: other pages need not look', async () => {
    // A page of ours in a tab hears what pages are told.
    const library = await session.browser.context.newPage();
    await library.goto(`${session.browser.origin}/library.html#/settings`);
    await library.evaluate(() => {
      const world = globalThis as unknown as {
        told: unknown[];
        chrome: { runtime: { onMessage: { addListener(hear: (notice: unknown) => void): void } } };
      };
      world.told = [];
      world.chrome.runtime.onMessage.addListener((notice) => void world.told.push(notice));
    });
    await page.bringToFront();
    const words = '首場座談';
    await keep(words);
    await keptWords(words);
    const told = () =>
      library.evaluate(() =>
        (globalThis as unknown as { told: { type: string }[] }).told.filter(
          ({ type }) => type === 'page:highlights-changed',
        ),
      );
    const notices = await waitUntil(
      'it is told',
      () => told(),
      (heard) => heard.length > 0,
    );
    const path = 'www.ndc.gov.tw/sample/news.html';
    expect(notices).toEqual([
      { type: 'page:highlights-changed', addresses: [`https://${path}`, `http://${path}`] },
    ]);
    await library.close();
  });

  it('a command keeps the selection', async () => {
    await page.bringToFront();
    const words = '首場座談歸納出三項提問';
    await selectByDragging(page, words);
    await command(session.browser, 'highlight-selection');
    await keptWords(words);
  });

  it('a term is not marked on this site any more, until it is taken back in the settings', async () => {
    const count = async () => (await paintedTerms(page)).filter((term) => term === sampleTerm).length;
    expect(await count()).toBeGreaterThan(0);
    await restOnTerm(page, sampleTerm);
    await card(page)
      .getByRole('button', { name: label('card.silence') })
      .click();
    await card(page)
      .getByRole('button', { name: label('card.silenceSite') })
      .click();
    await waitUntil('other terms only are painted', async () => {
      const terms = await paintedTerms(page);
      return terms.length > 0 && !terms.includes(sampleTerm);
    });
    const library = await session.browser.openOwn('library.html#/settings');
    const listed = library.getByRole('listitem').filter({ hasText: 'www.ndc.gov.tw' });
    expect(await listed.innerText()).toContain(sampleTerm);
    await listed.getByRole('button', { name: label('settings.unsilence') }).click();
    await library.close();
    await waitUntil('it is marked again', async () => (await count()) > 0);
  });

  it('nothing is lost when the worker is stopped between any two steps', async () => {
    // The step before started the reader anew, which paints what was kept a little later than the terms.
    const { length: before } = await waitUntil(
      'what was kept is painted',
      () => paintedHighlights(page),
      (painted) => painted.length > 0,
    );
    await session.browser.stopWorker();
    await restOnTerm(page, sampleTerm);
    await session.browser.stopWorker();
    await card(page)
      .getByRole('button', { name: label('card.highlight') })
      .click();
    await kept(before + 1);
    await session.browser.stopWorker();
    await page.reload();
    await waitForTerms(page);
    await kept(before + 1);
    await session.browser.stopWorker();
    const library = await session.browser.openOwn('library.html#/highlights');
    await waitUntil(
      'all are listed',
      async () => (await library.locator('blockquote').count()) === before + 1,
    );
    await session.browser.stopWorker();
    await library
      .getByRole('button', { name: label('highlights.remove') })
      .first()
      .click();
    await waitUntil('one is gone', async () => (await library.locator('blockquote').count()) === before);
    await session.browser.stopWorker();
    await library.getByRole('button', { name: label('library.undo'), exact: true }).click();
    await waitUntil('it is back', async () => (await library.locator('blockquote').count()) === before + 1);
  });
});
