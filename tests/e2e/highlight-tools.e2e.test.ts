import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { dragOver } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { card, paintedHighlights, selectByDragging, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';

const session = useChromium();
const sample = readFileSync(join(import.meta.dirname, '../support/pages/sample/news.html'), 'utf8').replace(
  /<link rel="(canonical|stylesheet)"[^>]*>/g,
  '',
);

let visits = 0;
let address: string;
let page: Page;

beforeEach(async () => {
  address = `http://www.ndc.gov.tw/tools-${visits++}.html`;
  session.server.serve(address, sample);
  page = await session.browser.open(address);
  await waitForTerms(page);
});

async function keepSelection(): Promise<void> {
  await surface(page)
    .getByRole('button', { name: label('colour.yellow') })
    .first()
    .click();
}

async function keep(text: string): Promise<void> {
  await selectByDragging(page, text);
  await keepSelection();
  await waitUntil(`${text} is kept`, async () => (await paintedHighlights(page)).includes(text));
}

/** Selects from the beginning of one text to the end of another, further down. */
async function selectAcross(from: string, to: string): Promise<void> {
  await page.evaluate(dragOver, to);
  const end = await page.evaluate(dragOver, to);
  const start = await page.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(text);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const box = range.getClientRects()[0];
      return box ? { x: box.left + 1, y: box.top + box.height / 2 } : null;
    }
    return null;
  }, from);
  if (!start || !end) throw new Error('the texts are not there');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.to.x, end.to.y, { steps: 8 });
  await page.mouse.up();
}

async function openPanel(): Promise<Page> {
  const panel = await session.browser.openOwn(`sidepanel.html?tab=${await tabOf(session.browser, address)}`);
  await panel.getByRole('heading', { level: 2 }).first().waitFor();
  return panel;
}

describe('a highlight over two paragraphs', () => {
  const first = '兩者共用同一套管考機制';
  const last = '都列為重點工作';

  it('is one, is painted in both, overlaps another, and is there after a reload', async () => {
    await selectAcross(first, last);
    await keepSelection();
    const across = async () =>
      (await paintedHighlights(page)).filter((text) => text.startsWith(first) && text.endsWith(last));
    await waitUntil('it is painted', async () => (await across()).length === 1);
    await keep('以智慧科技分組為例');
    await page.reload();
    await waitUntil('both are painted again', async () => (await paintedHighlights(page)).length === 2);
    expect(await across()).toHaveLength(1);
  });
});

describe('the side panel', () => {
  it('lists the highlights in the order of the page, and a press goes to one and opens it', async () => {
    const [early, late] = ['訓練資料能反映本地的語言與文化', '首場座談歸納出三項提問'];
    await keep(late);
    await keep(early);
    const panel = await openPanel();
    const rows = panel.locator('.row.mark');
    await waitUntil('both are listed', async () => (await rows.count()) === 2);
    expect(await rows.allInnerTexts()).toEqual([early, late]);
    await rows.last().click();
    await page.bringToFront();
    await card(page).waitFor();
    await panel.close();
  });

  it('looks on the page for what is most like a lost one, which is taken only when the reader says so', async () => {
    const sentence = '訓練資料能反映本地的語言與文化';
    const alike = '模型的訓練資料要夠多，也要能照見在地的語言與文化';
    await keep(sentence);
    const revised = sample
      .replace(`：${sentence}，運算資源能在境內取得，服務出了問題也有人能修。`, '。')
      .replace('<p>行政院指出', `<p>${alike}。</p><p>行政院指出`);
    session.server.serve(address, revised);
    await page.reload();
    await waitForTerms(page);
    const panel = await openPanel();
    await panel.getByText(label('highlights.state.lost')).waitFor();
    expect((await checkAccessibility(panel)).violations).toEqual([]);
    await panel.getByRole('button', { name: label('panel.searchPage') }).click();
    await page.bringToFront();
    const selected = await waitUntil('something is selected', () =>
      page.evaluate(() => getSelection()?.toString() ?? ''),
    );
    expect(alike).toContain(selected);
    expect(selected).toContain('語言與文化');
    expect(await paintedHighlights(page)).toEqual([]);
    await surface(page).getByText(label('mark.putLost')).click();
    await surface(page).getByRole('button', { name: sentence }).click();
    await waitUntil('it stands there', async () => (await paintedHighlights(page))[0] === selected);
    await panel.close();
  });
});
