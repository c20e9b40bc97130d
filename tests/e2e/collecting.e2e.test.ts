import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { changeSettings, command } from '../support/commands.ts';
import { label } from '../support/labels.ts';
import { isStored } from '../support/own-records.ts';
import { card, restOnTerm, selectByDragging, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';

const session = useChromium();
const address = 'http://collecting.moda.gov.tw/news';
const sentence = '數位發展部成立社區輔導團（Community Digital Corps），協助民眾。';
let page: Page;

beforeEach(async () => {
  session.server.serve(
    address,
    `<!doctype html><html lang="zh-Hant"><title>輔導團上路</title><body><p>${sentence}</p><p><span>行政院</span>支持。</p></body></html>`,
  );
  page = await session.browser.open(address);
  await waitForTerms(page);
});
afterEach(async () => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  for (const open of session.browser.context.pages()) await open.close();
});

const field = (key: string) => card(page).getByLabel(label(key), { exact: true });
const save = async () => {
  await card(page)
    .getByRole('button', { name: label('entry.save'), exact: true })
    .click();
  await surface(page).getByText(label('notice.collected')).waitFor();
};

async function openEditor(words: string): Promise<void> {
  await selectByDragging(page, words);
  await surface(page)
    .getByRole('button', { name: label('entry.collectSelection') })
    .click();
  await field('entry.chinese').waitFor();
}

describe('collecting', () => {
  it('a selection opens the editor with its words, its sentence, and what the page says in the other language', async () => {
    await openEditor('社區輔導團');
    expect(await field('entry.chinese').inputValue()).toBe('社區輔導團');
    expect(await card(page).locator('blockquote').innerText()).toContain(sentence);
    await card(page).getByRole('button', { name: 'Community Digital Corps' }).click();
    expect(await field('entry.english').inputValue()).toBe('Community Digital Corps');
    await field('entry.definition').fill('到社區協助使用數位服務的人員。');
    await save();
    await isStored(session.browser, '社區輔導團');
  });

  it('the command does the same, and says so when nothing is selected', async () => {
    await page.bringToFront();
    await command(session.browser, 'collect-term');
    await surface(page).getByText(label('notice.nothingSelected')).waitFor();
    await selectByDragging(page, '社區輔導團');
    await command(session.browser, 'collect-term');
    await field('entry.chinese').waitFor();
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'hidden' });
  });

  it('the command collects the term of an open card at once', async () => {
    await restOnTerm(page, '數位發展部');
    await command(session.browser, 'collect-term');
    await surface(page).getByText(label('notice.collected')).waitFor();
    await isStored(session.browser, 'Ministry of Digital Affairs');
  });

  it('what differs from the official form shows while one types', async () => {
    await openEditor('行政院');
    await field('entry.english').fill('Cabinet Office');
    await card(page).getByText(label('entry.alike.differsFromOfficial')).waitFor();
    expect(await card(page).locator('.alike').innerText()).toContain('Executive Yuan');
    await field('entry.english').fill('Executive Yuan');
    await card(page).getByText(label('entry.alike.known')).waitFor();
  });

  it('an entry without a term is not saved, and what was written stays', async () => {
    await openEditor('社區輔導團');
    await field('entry.note').fill('待查');
    await field('entry.chinese').fill('');
    await card(page)
      .getByRole('button', { name: label('entry.save'), exact: true })
      .click();
    await card(page).getByRole('alert').waitFor();
    expect(await field('entry.note').inputValue()).toBe('待查');
  });

  const leavings = [
    ['a press beside it', () => page.mouse.click(700, 500)],
    ['Esc', () => page.keyboard.press('Escape')],
    ['another page', () => page.goto('about:blank')],
    ['a change of the settings', () => changeSettings(session.browser, { openDelay: 300 })],
  ] as const;

  it.each(leavings)('what was written stays when the editor goes away by %s', async (by, leave) => {
    await openEditor('社區輔導團');
    const words = `寫到一半：${by}`;
    await field('entry.note').fill(words);
    await leave();
    await isStored(session.browser, words);
  });

  it('what was written and is stored by itself can be gone on with, and taken back', async () => {
    await openEditor('協助民眾');
    await field('entry.english').fill('to help people');
    await page.keyboard.press('Escape');
    const again = surface(page).getByRole('button', { name: label('entry.edit'), exact: true });
    await again.click();
    expect(await field('entry.english').inputValue()).toBe('to help people');
    await field('entry.english').fill('to assist people');
    await page.keyboard.press('Escape');
    const undo = surface(page).getByRole('button', { name: label('notice.undo'), exact: true });
    await undo.click();
    const library = await session.browser.openOwn(
      `library.html#/glossary?q=${encodeURIComponent('協助民眾')}`,
    );
    await library.getByRole('gridcell', { name: 'to help people' }).waitFor();
  });

  it('nothing is stored when nothing was written', async () => {
    await openEditor('協助');
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'hidden' });
    await openEditor('成立');
    await field('entry.note').fill('後來的');
    await page.keyboard.press('Escape');
    await isStored(session.browser, '後來的');
    const library = await session.browser.openOwn('library.html#/glossary');
    await library.getByRole('gridcell', { name: '成立', exact: true }).waitFor();
    expect(await library.getByRole('gridcell', { name: '協助', exact: true }).count()).toBe(0);
  });

  it('a term collected from a card can be edited from its notice', async () => {
    await restOnTerm(page, '數位發展部');
    // An earlier test has collected it.
    await card(page)
      .getByRole('button', { name: label('card.collectAgain'), exact: true })
      .click();
    await surface(page)
      .getByRole('button', { name: label('entry.edit'), exact: true })
      .click();
    expect(await field('entry.english').inputValue()).toBe('Ministry of Digital Affairs');
    await field('entry.note').fill('簡稱數發部');
    await save();
    await isStored(session.browser, '簡稱數發部');
  });

  it.each([
    ['zh-TW', 'light'],
    ['en', 'dark'],
  ] as const)('the editor is accessible (%s, %s) and fits 320 px', async (language, colorScheme) => {
    await changeSettings(session.browser, { language });
    await page.emulateMedia({ colorScheme });
    await page.reload();
    await waitForTerms(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await selectByDragging(page, '社區輔導團');
    await command(session.browser, 'collect-term');
    await card(page).locator('.entry-editor').waitFor();
    const { violations, passes } = await checkAccessibility(page, 'policy-gloss-card');
    expect(violations).toEqual([]);
    expect(passes).toBeGreaterThan(10);
    const box = await card(page).boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(320);
    if (process.env.PICTURES)
      await page.screenshot({ path: `${process.env.PICTURES}/collect-${language}.png` });
    await changeSettings(session.browser, { language: 'zh-TW' });
  });
});
