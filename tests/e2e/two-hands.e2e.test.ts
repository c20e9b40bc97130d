import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { pointOnHighlight } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { ask } from '../support/own-records.ts';
import { card, paintedHighlights, selectByDragging, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';

const session = useChromium();
const address = 'http://www.ndc.gov.tw/two-hands.html';
const sentence = '訓練資料能反映本地的語言與文化';

let left: Page;
let right: Page;
let library: Page;
let row: Locator;

async function edit(page: Page): Promise<Locator> {
  await page.bringToFront();
  const words = (await paintedHighlights(page))[0] ?? '';
  const point = await page.evaluate(pointOnHighlight, { prefix: 'gloss-mark', text: words });
  if (!point) throw new Error('nothing is painted');
  await page.mouse.click(point.x, point.y);
  await card(page).waitFor();
  return card(page);
}

async function stored(): Promise<Highlight> {
  const { value } = await ask(library, 'highlights:list', {
    addresses: [address.replace('http:', 'https:')],
  });
  const [highlight] = value as Highlight[];
  if (!highlight) throw new Error('nothing is kept');
  return highlight;
}

const note = (part: Locator, key: string) => part.getByRole('textbox', { name: label(key) });
const colour = (part: Locator, name: string) =>
  part.getByRole('button', { name: label(`colour.${name}`) }).first();

async function addTag(dialog: Locator, page: Page, tag: string): Promise<void> {
  await dialog.getByRole('textbox', { name: label('mark.addTag') }).fill(tag);
  await page.keyboard.press('Enter');
}

/** What an editor or a card of the library shows of the highlight. */
async function shown(part: Locator, noteKey: string): Promise<{ note: string; tags: string[] }> {
  const tags = await part
    .getByRole('list', { name: label('mark.tags') })
    .getByRole('listitem')
    .allInnerTexts();
  return {
    note: await note(part, noteKey).inputValue(),
    tags: tags.map((text) => text.replace('×', '').trim()).sort(),
  };
}

beforeAll(async () => {
  const sample = readFileSync(join(import.meta.dirname, '../support/pages/sample/news.html'), 'utf8');
  session.server.serve(address, sample.replace(/<link rel="(canonical|stylesheet)"[^>]*>/g, ''));
  left = await session.browser.open(address);
  await waitForTerms(left);
  await selectByDragging(left, sentence);
  await surface(left)
    .getByRole('button', { name: label('colour.yellow') })
    .first()
    .click();
  await waitUntil('it is painted', async () => (await paintedHighlights(left)).includes(sentence));
  right = await session.browser.open(address);
  await waitUntil('and in the other tab', async () => (await paintedHighlights(right)).includes(sentence));
  library = await session.browser.openOwn('library.html#/highlights');
  row = library.locator('.highlight').first();
  await row.waitFor();
});

describe('two tabs and the library on one highlight', () => {
  it('lose nothing that any of them wrote, show the same in the end, and can go back step by step', async () => {
    const start = await stored();
    const one = await edit(left);
    const two = await edit(right);
    const inLibrary = note(row, 'highlights.note');

    // Each begins before any has finished.
    await note(one, 'highlight.note').fill('左邊寫的');
    await note(two, 'highlight.note').fill('右邊寫的');
    await library.bringToFront();
    await inLibrary.fill('資料庫寫的');
    await inLibrary.blur();
    await waitUntil('the first is stored', async () => (await stored()).note === '資料庫寫的');

    await right.bringToFront();
    await colour(two, 'green').click();
    await addTag(two, right, '右');
    await left.bringToFront();
    await addTag(one, left, '左');
    await Promise.all([
      two.getByRole('button', { name: label('highlight.save') }).click(),
      one.getByRole('button', { name: label('highlight.save') }).click(),
    ]);
    const written = ['資料庫寫的', '左邊寫的', '右邊寫的'];
    await waitUntil('all three notes are there', async () => {
      const { note: text } = await stored();
      return written.every((words) => text.includes(words));
    });

    // The place is one thing, and goes to the last who set it; the library's colour is the last one too.
    await right.bringToFront();
    await two.getByText(label('mark.edges')).click();
    await two.getByRole('button', { name: label('mark.endWider') }).click();
    await waitUntil('the place is another', async () => (await stored()).quote.length > sentence.length);
    await library.bringToFront();
    await row.getByRole('checkbox').check();
    const bar = library.getByRole('region', { name: label('marks.bulk') });
    await bar.getByRole('button', { name: label('colour.pink') }).click();
    await waitUntil('the colour is the last', async () => (await stored()).colour === 'pink');

    const end = await stored();
    expect(end.tags.toSorted()).toEqual(['右', '左'].toSorted());
    const wanted = { note: end.note, tags: end.tags.toSorted() };
    for (const [part, key] of [
      [one, 'highlight.note'],
      [two, 'highlight.note'],
      [row, 'highlights.note'],
    ] as const)
      await waitUntil(
        'every surface shows the end',
        () => shown(part, key),
        (seen) => JSON.stringify(seen) === JSON.stringify(wanted),
      );
    for (const page of [left, right])
      await waitUntil(
        'every tab paints it',
        () =>
          page.evaluate(() =>
            [...(CSS.highlights.get('gloss-mark-pink') ?? [])].map((range) => String(range)),
          ),
        (marks) => marks.length === 1,
      );
    for (const page of [left, right]) expect(await paintedHighlights(page)).toEqual([end.quote]);

    const undo = library.getByRole('button', { name: label('mark.undo') });
    const redo = library.getByRole('button', { name: label('mark.redo') });
    const bare = ({ updatedAt: _, ...rest }: Highlight) => JSON.stringify(rest, Object.keys(rest).sort());
    const trail = [await stored()];
    while (bare(trail.at(-1)!) !== bare(start)) {
      const last = bare(trail.at(-1)!);
      await undo.click();
      const next = await waitUntil('a step back', stored, (now) => bare(now) !== last);
      trail.push(next);
    }
    // Three notes, a colour, two tags, a place, the colour of many: eight things were done.
    expect(trail).toHaveLength(9);
    await waitUntil('the tabs are back too', async () => (await paintedHighlights(left))[0] === sentence);
    for (let at = trail.length - 2; at >= 0; at--) {
      await redo.click();
      await waitUntil('a step forth', stored, (now) => bare(now) === bare(trail[at]!));
    }
    await waitUntil('the tabs are forth', async () => (await paintedHighlights(right))[0] === end.quote);
  });

  it('written to at once, from all sides, keep what each wrote', async () => {
    const { id, note: before, tags: tagsBefore } = await stored();
    const other = await session.browser.openOwn('library.html#/highlights');
    const pages = [library, other];
    const writes = Array.from({ length: 24 }, (_, n) => ({
      words: `同時${n}；`,
      tag: `同時${n}`,
      page: pages[n % 2]!,
    }));
    const replies = await Promise.all(
      writes.map(({ words, tag, page }) =>
        ask(page, 'highlights:change', {
          id,
          change: {
            note: `${before}\n${words}`,
            noteBefore: before,
            tags: [...tagsBefore, tag],
            tagsBefore,
            colour: 'blue',
          },
        }),
      ),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
    const end = await stored();
    for (const { words, tag } of writes) {
      expect(end.note).toContain(words);
      expect(end.tags).toContain(tag);
    }
    await waitUntil('the tabs show it', () =>
      left.evaluate(() => (CSS.highlights.get('gloss-mark-blue')?.size ?? 0) === 1),
    );
    await other.close();
  });

  it('a note that is being written survives that the highlight is deleted elsewhere', async () => {
    const dialog = await edit(left);
    const { id } = await stored();
    await note(dialog, 'highlight.note').fill('還沒存就被刪了');
    expect(await ask(library, 'highlights:remove', { ids: [id] })).toMatchObject({ ok: true });
    await waitUntil('it is gone', async () => (await paintedHighlights(right)).length === 0);
    await dialog.getByRole('button', { name: label('highlight.save') }).click();
    await library.goto(`${session.browser.origin}/library.html#/highlights/bin`);
    await library.getByText('還沒存就被刪了').waitFor();
  });
});
