import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { holdScript } from '../support/held-script.ts';
import { pointOnHighlight } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { saveAs } from '../support/library.ts';
import { ask } from '../support/own-records.ts';
import {
  card,
  leaveTerm,
  paintedHighlights,
  restOnTerm,
  selectByDragging,
  surface,
  waitForTerms,
} from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';

const session = useChromium();
const sample = readFileSync(join(import.meta.dirname, '../support/pages/sample/news.html'), 'utf8').replace(
  /<link rel="(canonical|stylesheet)"[^>]*>/g,
  '',
);

let visits = 0;
let address: string;
let page: Page;

/** Every test has a page of its own, so that the highlights of others are not in its way. */
beforeEach(async () => {
  address = `http://www.ndc.gov.tw/case-${visits++}.html`;
  session.server.serve(address, sample);
  page = await session.browser.open(address);
  await waitForTerms(page);
});

const painted = (texts: readonly string[], on = page) =>
  waitUntil(
    `painted: ${texts.join(' | ')}`,
    () => paintedHighlights(on),
    (marks) => JSON.stringify(marks) === JSON.stringify(texts),
  );

async function keep(text: string, colour = 'yellow'): Promise<void> {
  await selectByDragging(page, text);
  await surface(page)
    .getByRole('button', { name: label(`colour.${colour}`) })
    .first()
    .click();
  await waitUntil(`${text} is kept`, async () => (await paintedHighlights(page)).includes(text));
}

async function edit(text: string): Promise<Locator> {
  const point = await page.evaluate(pointOnHighlight, { prefix: 'gloss-mark', text });
  if (!point) throw new Error(`${text} is not painted`);
  await page.mouse.click(point.x, point.y);
  await card(page).waitFor();
  return card(page);
}

/** The page as it will be from the next visit on. */
function revise(from: string, to: string): void {
  expect(sample).toContain(from);
  session.server.serve(address, sample.replace(from, to));
}

/** The part of the library that shows the highlight of a quote. */
async function inLibrary(quote: string): Promise<{ library: Page; row: Locator }> {
  const library = await session.browser.openOwn('library.html#/highlights');
  const row = library
    .locator('.highlight')
    .filter({ has: library.locator('blockquote', { hasText: quote }) });
  await row.first().waitFor();
  return { library, row: row.first() };
}

const sentence = '訓練資料能反映本地的語言與文化';

describe('a page that changes', () => {
  it('shows old and new wording, and takes the new one when it is accepted', async () => {
    await keep(sentence);
    revise(sentence, '訓練資料能忠實反映本地的語言、歷史與文化');
    await page.reload();
    await painted(['訓練資料能忠實反映本地的語言、歷史與文化']);
    const { library, row } = await inLibrary(sentence);
    await row.getByText(label('highlights.state.changed')).waitFor();
    await row.locator('ins').first().waitFor();
    expect(await row.locator('ins').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('歷史')]),
    );
    const report = await checkAccessibility(library);
    expect(report.violations).toEqual([]);
    const csv = await saveAs(library, label('export.open.shown'), 'csv');
    expect(csv.content).toContain('文字已變更');
    await row.getByRole('button', { name: label('mark.accept') }).click();
    await waitUntil('the new wording is the quote', async () =>
      (await library.locator('blockquote').allInnerTexts()).includes(
        '訓練資料能忠實反映本地的語言、歷史與文化',
      ),
    );
    await library.close();
    await page.reload();
    await painted(['訓練資料能忠實反映本地的語言、歷史與文化']);
  });

  it('keeps the old wording as a record when the reader says so', async () => {
    await keep(sentence);
    revise(sentence, '訓練資料能忠實反映本地的語言、歷史與文化');
    await page.reload();
    await painted(['訓練資料能忠實反映本地的語言、歷史與文化']);
    const dialog = await edit('訓練資料能忠實反映本地的語言、歷史與文化');
    const report = await checkAccessibility(page, 'policy-gloss-card');
    expect(report.violations).toEqual([]);
    await dialog.getByRole('button', { name: label('mark.record') }).click();
    const { library, row } = await inLibrary(sentence);
    await row.getByText(label('marks.isRecord')).waitFor();
    await library.close();
  });

  it('lists what is lost with its surroundings, and puts it onto words chosen by hand', async () => {
    await keep(sentence);
    revise(`：${sentence}，運算資源能在境內取得，服務出了問題也有人能修。`, '。');
    await page.reload();
    await painted([]);
    const { library, row } = await inLibrary(sentence);
    await row.getByText(label('highlights.state.lost')).waitFor();
    expect(await row.locator('.context').innerText()).toContain('讓我們在關鍵時刻有選擇的能力');
    expect(await row.getByRole('link', { name: label('marks.searchSite') }).getAttribute('href')).toContain(
      'site%3Awww.ndc.gov.tw',
    );
    await library.close();
    await page.bringToFront();
    await selectByDragging(page, '讓我們在關鍵時刻有選擇的能力');
    await surface(page).getByText(label('mark.putLost')).click();
    await surface(page).getByRole('button', { name: sentence }).click();
    await painted(['讓我們在關鍵時刻有選擇的能力']);
  });

  it('brings content late, and the highlight with it', async () => {
    await keep(sentence);
    const body = /<main[\s\S]*<\/main>/.exec(sample)![0];
    revise(body, '<main id="content"><p>載入中</p></main>');
    await page.reload();
    await page.getByText('載入中').waitFor();
    await painted([]);
    await page.evaluate((html) => {
      document.querySelector('main')!.outerHTML = html;
    }, body);
    await painted([sentence]);
  });

  it('is swapped for another without being loaded, and each has its own highlights', async () => {
    await keep(sentence);
    await page.evaluate(() => history.pushState(null, '', '/other.html'));
    await painted([]);
    await page.evaluate(() => history.back());
    await painted([sentence]);
  });
});

describe('tools on the page', () => {
  it('extend and shrink by words, nest, and put onto a selection', async () => {
    await keep('訓練資料能反映本地');
    await keep('反映', 'green');
    await painted(['訓練資料能反映本地', '反映']);
    const dialog = await edit('反映');
    await dialog.getByText(label('mark.edges')).click();
    await dialog.getByRole('button', { name: label('mark.endWider') }).click();
    await waitUntil('it is longer', async () =>
      (await paintedHighlights(page)).some((mark) => mark.startsWith('反映') && mark.length > 2),
    );
    await dialog.getByRole('button', { name: label('mark.endNarrower') }).click();
    await painted(['訓練資料能反映本地', '反映']);
    await page.keyboard.press('Escape');
    await selectByDragging(page, '能反映本地的語言與文化');
    await surface(page)
      .getByRole('button', { name: label('mark.putOnto') })
      .click();
    await waitUntil('one stands on the selection', async () =>
      (await paintedHighlights(page)).includes('能反映本地的語言與文化'),
    );
  });

  it('tag with completion', async () => {
    await keep(sentence);
    const dialog = await edit(sentence);
    await dialog.getByRole('textbox', { name: label('mark.addTag') }).fill('語料政策');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: label('mark.removeTag', { tag: '語料政策' }) }).waitFor();
    await page.keyboard.press('Escape');
    await keep('七場巡迴說明會', 'blue');
    const other = await edit('七場巡迴說明會');
    await other.getByRole('textbox', { name: label('mark.addTag') }).fill('語料');
    await other.getByRole('button', { name: '語料政策', exact: true }).click();
    await other.getByRole('button', { name: label('mark.removeTag', { tag: '語料政策' }) }).waitFor();
  });
});

describe('tools in the library', () => {
  it('edit many at once, undo, and redo after a reload; rename a tag', async () => {
    await keep(sentence);
    await keep('七場巡迴說明會');
    const { library } = await inLibrary(sentence);
    const choose = async (quote: string) =>
      library
        .locator('.highlight')
        .filter({ has: library.locator('blockquote', { hasText: quote }) })
        .first()
        .getByRole('checkbox')
        .check();
    await choose(sentence);
    await choose('七場巡迴說明會');
    const bar = library.getByRole('region', { name: label('marks.bulk') });
    const tag = `批次${visits}`;
    await bar.getByRole('combobox', { name: label('marks.bulkTag') }).fill(tag);
    await bar.getByRole('button', { name: label('marks.bulkAdd') }).click();
    await bar.getByRole('button', { name: label('colour.pink') }).click();
    const pink = () => library.locator('.highlight.mark-pink').count();
    await waitUntil('two are pink', async () => (await pink()) === 2);
    await library.getByRole('button', { name: label('mark.undo') }).click();
    await waitUntil('none is pink', async () => (await pink()) === 0);
    await library.reload();
    await library.getByRole('button', { name: label('mark.redo') }).click();
    await waitUntil('two are pink again', async () => (await pink()) === 2);

    await library.getByRole('combobox', { name: label('marks.tag') }).selectOption(tag);
    await library.getByText(label('marks.renameTag')).click();
    await library.getByRole('textbox', { name: label('marks.renameTo') }).fill(`${tag}改`);
    await library.getByRole('button', { name: label('marks.rename'), exact: true }).click();
    await waitUntil(
      'both bear the new name',
      async () =>
        (await library
          .getByRole('button', { name: label('mark.removeTag', { tag: `${tag}改` }) })
          .count()) === 2,
    );
    const report = await checkAccessibility(library);
    expect(report.violations).toEqual([]);
    await library.close();
  });

  it('join two addresses of one document', async () => {
    await keep(sentence);
    const other = `http://www.ndc.gov.tw/same-${visits}.html`;
    session.server.serve(other, sample);
    const { library, row } = await inLibrary(sentence);
    await row.getByText(label('marks.sameDocument')).click();
    await row
      .getByRole('textbox', { name: label('marks.sameDocumentHint') })
      .fill(other.replace('http:', 'https:'));
    await row.getByRole('button', { name: label('marks.merge') }).click();
    const twin = await session.browser.open(other);
    await painted([sentence], twin);
    await page.reload();
    await painted([sentence]);
    await twin.close();
    await library.close();
  });

  it('names of colours are shown wherever a colour is', async () => {
    const settings = await session.browser.openOwn('library.html#/settings');
    const field = settings.getByRole('textbox', { name: label('colour.orange') });
    await field.fill('待查證');
    await field.blur();
    const named = label('mark.colourNamed', { name: '待查證', colour: label('colour.orange') });
    await page.bringToFront();
    await waitUntil('the reader has started anew', async () => {
      await selectByDragging(page, '七場巡迴說明會');
      await surface(page).getByRole('button', { name: named }).waitFor({ timeout: 1_000 });
      return true;
    });
    await settings.close();
  });
});

describe('a note in the library', () => {
  it.each([
    ['its tab is closed', (library: Page) => library.close()],
    ['another page is opened in its tab', (library: Page) => library.goto('about:blank')],
  ])('is stored when %s while one writes', async (_, leave) => {
    await keep(sentence);
    const { library, row } = await inLibrary(sentence);
    const words = `寫到一半 ${visits}`;
    await row.getByRole('textbox', { name: label('highlights.note') }).fill(words);
    await leave(library);
    const again = await session.browser.openOwn('library.html#/highlights');
    await waitUntil('it is there', async () =>
      (
        await again
          .getByRole('textbox', { name: label('highlights.note') })
          .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))
      ).includes(words),
    );
    await again.close();
  });
});

describe('by keyboard alone', () => {
  it('one is chosen, tagged, and the step taken back', async () => {
    await keep(sentence);
    const { library } = await inLibrary(sentence);
    const tabTo = (target: Locator) =>
      waitUntil('the key leads there', async () => {
        await library.keyboard.press('Tab');
        return target.evaluate((element) => element === document.activeElement);
      });
    await tabTo(library.getByRole('checkbox').first());
    await library.keyboard.press('Space');
    const bar = library.getByRole('region', { name: label('marks.bulk') });
    // The bar stands above the list: the way leads round by the top of the page.
    await library.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(bar.getByRole('combobox', { name: label('marks.bulkTag') }));
    const tag = `鍵盤${visits}`;
    await library.keyboard.type(tag);
    await tabTo(bar.getByRole('button', { name: label('marks.bulkAdd') }));
    await library.keyboard.press('Enter');
    const tagged = library.getByRole('button', { name: label('mark.removeTag', { tag }) });
    await tagged.waitFor();
    await library.keyboard.press('Control+z');
    await tagged.waitFor({ state: 'detached' });
    await library.keyboard.press('Control+Shift+z');
    await tagged.waitFor();
    await library.close();
  });
});

describe('two hands', () => {
  it('writing the same note lose nothing', async () => {
    await keep(sentence);
    const { library, row } = await inLibrary(sentence);
    const note = row.getByRole('textbox', { name: label('highlights.note') });
    await note.fill('在資料庫寫的');
    await page.bringToFront();
    const dialog = await edit(sentence);
    await dialog.getByRole('textbox', { name: label('highlight.note') }).fill('在網頁寫的');
    await dialog.getByRole('button', { name: label('highlight.save') }).click();
    await dialog.getByRole('button', { name: label('highlight.saved') }).waitFor();
    await library.bringToFront();
    expect(await note.inputValue()).toBe('在資料庫寫的');
    await note.blur();
    await waitUntil('both are there', async () => {
      const value = await note.inputValue();
      return value.includes('在資料庫寫的') && value.includes('在網頁寫的');
    });
    await library.close();
  });

  it('leave no ghost of a highlight that one deletes while the other looks for it', async () => {
    await keep(sentence);
    const library = await session.browser.openOwn('library.html#/settings');
    const { value } = await ask(library, 'highlights:list', {
      addresses: [address.replace('http:', 'https:')],
    });
    const [stored] = value as Highlight[];
    const anchoring = await holdScript(session.browser, 'anchoring');
    await page.bringToFront();
    await page.reload();
    await anchoring.asked();
    expect(await ask(library, 'highlights:remove', { ids: [stored!.id] })).toMatchObject({ ok: true });
    await anchoring.release();
    // A card opens long after the look would have come to its end.
    await restOnTerm(page, '主權AI');
    await leaveTerm(page);
    expect(await paintedHighlights(page)).toEqual([]);
    await library.close();
  });
});
