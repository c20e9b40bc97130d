import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../support/commands.ts';
import { label } from '../support/labels.ts';
import { paintedHighlights, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';

const session = useChromium();
const address = 'http://www.ndc.gov.tw/keys.html';
const html = `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><title>鍵盤</title><body>
  <p>前一段沒有詞彙。</p>
  <p id="text">本院推動主權AI的發展。下一句說明預算。最後一句。</p>
  <p>The next block stands here.</p>
  <script>
    globalThis.heard = [];
    for (const type of ['keydown', 'keyup']) addEventListener(type, (event) => heard.push(type + ' ' + event.key));
  </script>`;

let page: Page;
beforeEach(async () => {
  session.server.serve(address, html);
  page = await session.browser.open(address);
  await waitForTerms(page);
});
afterEach(async () => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  for (const open of session.browser.context.pages()) await open.close();
});

const selected = () => page.evaluate(() => getSelection()?.toString() ?? '');
const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
const says = (text: string) =>
  waitUntil(`it says ${text}`, async () =>
    (await surface(page).getByRole('status').innerText({ timeout: 500 })).includes(text),
  );

/** Enters the mode at the first term of the page. */
async function begin(): Promise<void> {
  await command(session.browser, 'next-term');
  await surface(page).getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await command(session.browser, 'highlight-selection');
  await waitUntil('the term is selected', async () => (await selected()) === '主權AI');
}

describe('selecting by keys alone', () => {
  it('begins at the term, goes by words and sentences at both ends, and Enter highlights', async () => {
    await begin();
    await says(label('notice.selecting', { words: '主權AI' }));
    await page.keyboard.press('ArrowDown');
    expect(await selected()).toBe('主權AI的發展。');
    await page.keyboard.press('ArrowDown');
    expect(await selected()).toBe('主權AI的發展。下一句說明預算。');
    await page.keyboard.press('ArrowUp');
    expect(await selected()).toBe('主權AI的發展。');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await selected()).toBe('推動主權AI的發展。');
    await page.keyboard.press('Shift+ArrowUp');
    expect(await selected()).toBe('本院推動主權AI的發展。');
    await says(label('notice.selected', { words: '本院推動主權AI的發展。' }));
    await page.keyboard.press('Enter');
    await waitUntil('it is kept', async () =>
      (await paintedHighlights(page)).includes('本院推動主權AI的發展。'),
    );
    expect(await selected()).toBe('');
  });

  it('begins at the caret, or at what is on the screen where there is none', async () => {
    await page.evaluate(() => {
      const text = document.querySelector('#text')!.firstChild!;
      getSelection()!.collapse(text, '本院推動主權AI的發展。'.length);
    });
    await command(session.browser, 'highlight-selection');
    await waitUntil('a word is selected', async () => (await selected()) !== '');
    expect('下一句說明預算。'.startsWith(await selected())).toBe(true);
    await page.keyboard.press('Escape');
    await says(label('notice.selectingLeft'));
    expect(await selected()).toBe('');
    await command(session.browser, 'highlight-selection');
    await waitUntil('a word is selected', async () => (await selected()) !== '');
    expect('前一段沒有詞彙。'.startsWith(await selected())).toBe(true);
  });

  it('takes only its own keys, and none before and after', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await heard()).toEqual(['keydown ArrowDown', 'keyup ArrowDown', 'keydown Enter', 'keyup Enter']);
    await begin();
    await page.evaluate(() => {
      (globalThis as unknown as { heard: string[] }).heard.length = 0;
    });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('x');
    expect(await heard()).toEqual(['keydown x', 'keyup x']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await waitUntil('the page hears again', async () => (await heard()).includes('keydown ArrowRight'));
    expect(await heard()).not.toContain('keydown Escape');
  });

  it('goes on into the next block, and a press of the mouse leaves it', async () => {
    await begin();
    for (let times = 0; times < 4; times++) await page.keyboard.press('ArrowDown');
    expect((await selected()).replaceAll(/\s+/g, ' ')).toMatch(/最後一句。 ?The next block stands here\.$/);
    await page.mouse.click(600, 500);
    await page.keyboard.press('ArrowDown');
    expect(await heard()).toContain('keydown ArrowDown');
  });
});
