import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { enterOn, tabTo } from '../support/by-keyboard.ts';
import { command } from '../support/commands.ts';
import { cardState } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { card, paintedHighlights, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress, sampleTerm } from '../support/walk.ts';

const session = useChromium();

const isCard = (page: Page, state: string) =>
  waitUntil(`the card is ${state}`, async () => (await page.evaluate(cardState)) === state);

/** What the next press opens in another tab. */
const nextTab = () => session.browser.context.waitForEvent('page');

it('the whole product is walked with the keys alone: no pointer is moved and nothing is clicked', async () => {
  const { browser } = session;

  // The page: the list of its terms, a filter, a card.
  const page = await browser.open(sampleAddress);
  await waitForTerms(page);
  await page.keyboard.press('Tab');
  const before = await page.evaluate(() => document.activeElement?.outerHTML);
  await command(browser, 'list-terms');
  const search = card(page).getByRole('searchbox');
  await search.waitFor();
  await tabTo(page, search, 'Shift+Tab');
  await page.keyboard.type(sampleTerm);
  const found = card(page).getByRole('button', { name: new RegExp(`^${sampleTerm} `) });
  await waitUntil('few terms are left', async () => (await card(page).locator('.term').count()) < 5);
  await tabTo(page, card(page).locator('.term').first());
  for (let rows = 0; rows < 5 && !(await found.evaluate((entry) => entry.matches(':focus'))); rows++)
    await page.keyboard.press('ArrowDown');
  await enterOn(page, found);
  await waitUntil('its card is open', async () =>
    (await card(page).getByRole('heading', { level: 2 }).innerText()).includes('Sovereign AI'),
  );

  // The card: another card and back, collect, keep, leave.
  await enterOn(page, card(page).getByRole('button', { name: 'AI新十大建設', exact: true }).first());
  await waitUntil('the other card is there', async () =>
    (await card(page).getByRole('heading', { level: 2 }).innerText()).includes('Ten AI Initiatives'),
  );
  await enterOn(page, card(page).getByRole('button', { name: label('card.back') }), 'Shift+Tab');
  await waitUntil('the first card is back', async () =>
    (await card(page).getByRole('heading', { level: 2 }).innerText()).includes('Sovereign AI'),
  );
  await enterOn(page, card(page).getByRole('button', { name: label('card.collect'), exact: true }));
  await enterOn(page, card(page).getByRole('button', { name: label('card.highlight'), exact: true }));
  await waitUntil('the term is kept', async () => (await paintedHighlights(page)).includes(sampleTerm));
  for (let times = 0; times < 2 && (await page.evaluate(cardState)) === 'open'; times++)
    await page.keyboard.press('Escape');
  await isCard(page, 'closed');
  expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(before);

  // From term to term, and a selection kept.
  await command(browser, 'next-term');
  await isCard(page, 'open');
  await page.keyboard.press('Escape');
  await isCard(page, 'closed');
  await page.evaluate(() => {
    // Caret browsing is the browser's; the selection that it makes is made here.
    const paragraph = [...document.querySelectorAll('main p')].at(-1);
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  });
  await command(browser, 'highlight-selection');
  await waitUntil('the passage is kept', async () => (await paintedHighlights(page)).length >= 2);

  // Popup: the figures are there, and the way to the library.
  const tab = await tabOf(browser, sampleAddress);
  const popup = await browser.openOwn(`popup.html?tab=${tab}`);
  await popup.locator('.figure').waitFor();
  const [fromPopup] = await Promise.all([
    nextTab(),
    // The popup closes under the key, before it is up again.
    enterOn(popup, popup.getByRole('button', { name: label('popup.library') })).catch(() => undefined),
  ]);
  await fromPopup.getByRole('heading', { level: 1, name: label('library.glossary') }).waitFor();

  // Side panel: filter, a term, jump.
  const panel = await browser.openOwn(`sidepanel.html?tab=${tab}`);
  const filter = panel.getByRole('searchbox');
  await tabTo(panel, filter);
  await panel.keyboard.type('主權');
  await enterOn(panel, panel.getByRole('button', { name: /主權AI/ }).first());
  await waitUntil('the page shows it', () =>
    page.evaluate(() => (CSS.highlights.get('gloss-term-current')?.size ?? 0) > 0),
  );
  await panel.close();

  // Library: past the menu, from section to section; a note.
  const library = fromPopup;
  await library.bringToFront();
  await enterOn(library, library.getByRole('link', { name: label('library.highlights'), exact: true }));
  await library.getByRole('heading', { level: 1, name: label('library.highlights') }).waitFor();
  const note = library
    .getByRole('main')
    .getByRole('textbox', { name: label('highlights.note') })
    .first();
  await tabTo(library, note);
  await library.keyboard.type('給部長看');

  // Export by the dialog, which gives the focus back.
  const opener = library.getByRole('main').getByRole('button', { name: label('export.open.shown') });
  await enterOn(library, opener, 'Shift+Tab');
  const dialog = library.getByRole('dialog');
  await tabTo(library, dialog.getByLabel(label('export.format')));
  await library.keyboard.press('ArrowDown');
  const [download] = await Promise.all([
    library.waitForEvent('download'),
    enterOn(library, dialog.getByRole('button', { name: label('export.save') })),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.\w+$/);
  await library.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);

  // Settings: the style of the marks, on the page at once.
  await enterOn(
    library,
    library.getByRole('link', { name: label('library.settings'), exact: true }),
    'Shift+Tab',
  );
  const style = library.getByLabel(label('settings.markStyle'));
  await tabTo(library, style);
  await library.keyboard.press('ArrowDown');
  await page.bringToFront();
  await waitUntil('the page has the new style', () =>
    page.evaluate(() => CSS.highlights.has('gloss-term-solid')),
  );
  expect(await surface(page).count()).toBeLessThanOrEqual(1);
  expect(browser.trouble).toEqual([]);
});
