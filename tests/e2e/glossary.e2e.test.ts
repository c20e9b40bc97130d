import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { entryWith, plainWording } from '../../src/glossary/new-entry.ts';
import { MY_PACK } from '../../src/glossary/pack-ids.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { label } from '../support/labels.ts';
import { ask } from '../support/own-records.ts';
import { paintedTerms, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';

const session = useChromium();
const NOW = '2026-05-01T00:00:00.000Z';
const PACK = '11111111-1111-4111-8111-111111111111';

let seeded = 0;

/** An entry of its own for every test: words and ids are used once. */
function entry(zh: string, en: string, facts: Partial<GlossaryEntry> = {}): GlossaryEntry {
  seeded++;
  return entryWith({
    id: `00000000-0000-4000-9000-${String(seeded).padStart(12, '0')}`,
    pack: MY_PACK,
    terms: [plainWording('zh-Hant', zh), plainWording('en', en)],
    createdAt: NOW,
    updatedAt: NOW,
    ...facts,
  });
}

let page: Page;
let desk: Page;

async function store(...entries: GlossaryEntry[]): Promise<void> {
  for (const one of entries) expect((await ask(desk, 'entries:put', one)).ok).toBe(true);
}

async function stored(id: string): Promise<GlossaryEntry> {
  return (await ask(desk, 'entries:get', { id })).value as GlossaryEntry;
}

async function importPack(id: string, title: string, ...entries: GlossaryEntry[]): Promise<void> {
  const pack = { id, title, edition: '2026', licence: 'OGDL-Taiwan-1.0', hash: '' };
  const batch = `00000000-0000-4000-a000-${String(++seeded).padStart(12, '0')}`;
  const { ok } = await ask(desk, 'entries:import', {
    pack,
    duplicates: 'skip',
    batch,
    entries: entries.map((one) => ({ ...one, pack: id })),
  });
  expect(ok).toBe(true);
}

beforeAll(async () => {
  desk = await session.browser.openOwn('library.html#/settings');
  await desk.locator('h1').waitFor();
});
beforeEach(async () => {
  page = await session.browser.context.newPage();
});
afterEach(async () => {
  await page.close();
});

async function go(hash: string): Promise<void> {
  await page.goto(`${session.browser.origin}/library.html${hash}`);
  await page.locator('h1').waitFor();
}

const row = (text: string): Locator => page.getByRole('row').filter({ hasText: text });
const button = (key: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name: label(key), exact: true });
const rowCount = async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;

async function search(words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
}

async function choose(...texts: string[]): Promise<void> {
  for (const text of texts) await row(text).getByRole('checkbox').check();
}

describe('the table', () => {
  it('finds by either language, folded, in all packs; the filter stands in the address', async () => {
    await store(entry('臺灣測試詞彙', 'Taiwanese trial wording', { subject: '測試主題' }));
    await go('#/glossary');
    await search('台湾測試');
    await row('臺灣測試詞彙').waitFor();
    expect(await rowCount()).toBe(1);
    await search('TRIAL wording');
    await row('臺灣測試詞彙').waitFor();
    await page.getByLabel(label('desk.pack')).first().selectOption(MY_PACK);
    await button('desk.moreFilters').click();
    await page.getByLabel(label('library.subject')).fill('測試主題');
    await waitUntil('all stand in the address', async () =>
      [/q=TRIAL/, /pack=mine/, /subject=/].every((part) => part.test(page.url())),
    );
    await page.reload();
    await row('臺灣測試詞彙').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('TRIAL wording');
    await page.getByLabel(label('library.status')).first().selectOption('official');
    await page.getByText(label('desk.noneHint')).waitFor();
    await button('desk.showAll').click();
    await waitUntil('all are there', async () => (await rowCount()) > 1000);
  });

  it('shows the bundled pack read-only, leading to its pages', async () => {
    await go('#/glossary?q=sovereign+ai');
    const link = page.getByRole('link', { name: '主權AI', exact: true });
    await link.waitFor();
    expect(await page.getByRole('row').filter({ has: link }).getByRole('checkbox').count()).toBe(0);
    await link.click();
    await waitUntil('its page is there', () => page.url().endsWith('#/glossary/tw.sovereign-ai'));
  });

  it('sorts by a column, both ways', async () => {
    await store(entry('排序甲', 'sorted aardvark'), entry('排序乙', 'sorted zebra'));
    await go('#/glossary?q=sorted');
    const english = page.getByRole('columnheader', { name: label('glossary.english') });
    const first = () => page.locator('[data-cell="0.2"]').innerText();
    await english.getByRole('button').click();
    await waitUntil('a first', async () => (await first()) === 'sorted aardvark');
    expect(await english.getAttribute('aria-sort')).toBe('ascending');
    await english.getByRole('button').click();
    await waitUntil('z first', async () => (await first()) === 'sorted zebra');
    expect(await english.getAttribute('aria-sort')).toBe('descending');
  });

  it('is walked by keyboard alone: down, across, by pages, to the ends, choosing, opening, back', async () => {
    await go('#/glossary?pack=policy-gloss&sort=zh');
    await page.locator('[data-cell="0.1"]').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
    const press = async (key: string, cell: string) => {
      await page.keyboard.press(key);
      await waitUntil(`${key} leads to ${cell}`, async () => (await focused()) === cell);
    };
    // One tab stop after the heads of the columns.
    await page.getByRole('columnheader').nth(8).getByRole('button').focus();
    await press('Tab', '0.1');
    await press('ArrowDown', '1.1');
    await press('ArrowRight', '1.2');
    await press('End', '1.9');
    await press('Home', '1.0');
    await press('ArrowRight', '1.1');
    const last = (await rowCount()) - 1;
    await press('Control+End', `${last}.1`);
    await press('ArrowDown', `${last}.1`);
    await press('Control+Home', '0.1');
    await page.keyboard.press('PageDown');
    await waitUntil('a page further', async () => Number((await focused())?.split('.')[0]) > 5);
    const opened = Number((await focused())?.split('.')[0]);
    const box = await page.locator('[data-cell]:focus').boundingBox();
    expect(box?.y).toBeGreaterThan(30);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    await page.keyboard.press('Enter');
    await waitUntil('the page of a concept', () => /#\/(glossary|initiatives)\/\w/.test(page.url()));
    await page.goBack();
    await waitUntil('back at the row', async () => (await focused()) === `${opened}.1`);
  });

  it('fits 320 CSS px, with the words of both languages in sight', async () => {
    await store(entry('窄窗詞', 'narrow window word'));
    await page.setViewportSize({ width: 320, height: 640 });
    await go('#/glossary?q=narrow+window');
    for (const text of ['窄窗詞', 'narrow window word']) {
      const box = await page.getByRole('link', { name: text, exact: true }).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

describe('changing entries', () => {
  it('in place: by key, stored at once, and by Escape not at all', async () => {
    const one = entry('就地詞', 'in-place word');
    await store(one);
    await go('#/glossary?q=in-place');
    await page.locator('[data-cell="0.1"]').focus();
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: label('desk.editInPlace') });
    await form.getByLabel(label('glossary.english')).fill('thrown away');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.keyboard.press('F2');
    await form.getByLabel(label('glossary.english')).fill('in-place wording');
    await form.getByLabel(label('glossary.note')).fill('就地寫的備註');
    await page.keyboard.press('Enter');
    await row('in-place wording').waitFor();
    const { terms, note } = await stored(one.id);
    expect(terms.map(({ text }) => text)).toEqual(['就地詞', 'in-place wording']);
    expect(note.zh).toBe('就地寫的備註');
    await waitUntil('the focus is back in the table', () =>
      page.evaluate(() => document.activeElement?.hasAttribute('data-cell') ?? false),
    );
  });

  it('with all fields: terms, subject, review with who and when; what is wrong is said', async () => {
    await go('#/glossary/new');
    await button('glossary.save').click();
    await page.getByRole('alert').getByText(label('desk.problem.noTerm')).waitFor();
    const words = page.getByLabel(label('desk.wording'), { exact: true });
    await words.nth(0).fill('全欄位詞');
    await words.nth(1).fill('all-fields word');
    await button('desk.addEnglish').click();
    await words.nth(2).fill('AFW');
    await page.getByLabel(label('glossary.form')).nth(2).selectOption('abbreviation');
    await page.getByLabel(label('library.subject')).fill('欄位');
    await page.getByRole('radio', { name: label('desk.state.approved') }).check();
    await page.getByLabel(label('desk.reviewedBy')).fill('');
    await button('glossary.save').click();
    await page.getByRole('alert').getByText(label('desk.problem.noReviewer')).waitFor();
    await page.getByLabel(label('desk.reviewedBy')).fill('林譯員');
    expect((await checkAccessibility(page)).violations).toEqual([]);
    await button('glossary.save').click();
    await page.getByRole('heading', { level: 1, name: /全欄位詞/ }).waitFor();
    const id = decodeURIComponent(page.url()).split('entry:')[1] ?? '';
    const saved = await stored(id);
    expect(saved).toMatchObject({ subject: '欄位', review: 'approved', reviewedBy: '林譯員' });
    expect(saved.reviewedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(saved.terms.map(({ text, form }) => `${text} ${form}`)).toEqual([
      '全欄位詞 full',
      'all-fields word full',
      'AFW abbreviation',
    ]);
    // The name is there for the next review.
    await go('#/glossary/new');
    await page.getByRole('radio', { name: label('desk.state.reviewed') }).check();
    expect(await page.getByLabel(label('desk.reviewedBy')).inputValue()).toBe('林譯員');
  });

  it('many at once, and back by one press; the history tells before and after', async () => {
    const two = [entry('批次甲', 'bulk word one'), entry('批次乙', 'bulk word two')];
    await store(...two);
    await go('#/glossary?q=bulk+word');
    await choose('批次甲', '批次乙');
    const bulk = page.getByRole('region', { name: label('desk.bulk') });
    await bulk.getByLabel(label('desk.setStatus')).selectOption('accepted');
    await bulk.getByLabel(label('desk.setMark')).selectOption('no');
    await bulk.getByLabel(label('desk.setSubject')).fill('批次主題');
    expect((await checkAccessibility(page)).violations).toEqual([]);
    await button('desk.apply', bulk).click();
    await page.getByText(label('desk.changed_other', { count: 2 })).waitFor();
    for (const { id } of two) {
      const { subject, mark, terms } = await stored(id);
      expect({ subject, mark, statuses: terms.map(({ status }) => status) }).toEqual({
        subject: '批次主題',
        mark: false,
        statuses: ['accepted', 'accepted'],
      });
    }
    await row('批次甲').getByRole('link', { name: '批次甲', exact: true }).click();
    const history = page.getByRole('region', { name: label('desk.history') });
    await history.getByText(label('desk.deed.edit')).waitFor();
    expect(await history.locator('ins').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('批次主題'.slice(0, 2))]),
    );
    await page.goBack();
    await row('批次甲').waitFor();
    await button('mark.undo').click();
    await waitUntil('as before', async () => (await stored(two[0]!.id)).subject === '');
    expect((await stored(two[1]!.id)).mark).toBe(true);
    await button('mark.redo').click();
    await waitUntil('done again', async () => (await stored(two[0]!.id)).subject === '批次主題');
  });

  it('merges: the one chosen leads, nothing is lost; and splits again', async () => {
    const two = [entry('合併甲', 'merge word one', { subject: '一' }), entry('合併乙', 'merge word two')];
    await store(...two);
    await go('#/glossary?q=merge+word');
    await choose('合併甲', '合併乙');
    await button('desk.merge').click();
    const dialog = page.getByRole('dialog', { name: label('desk.mergeTitle') });
    await dialog.getByRole('radio', { name: /合併乙/ }).check();
    expect(await dialog.getByRole('region').innerText()).toContain('merge word one');
    expect((await checkAccessibility(page, 'dialog')).violations).toEqual([]);
    await button('desk.mergeNow', dialog).click();
    await dialog.waitFor({ state: 'detached' });
    await waitUntil('one is left', async () => (await rowCount()) === 1);
    const merged = await stored(two[1]!.id);
    expect(merged.terms.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['合併甲', '合併乙', 'merge word one', 'merge word two']),
    );
    expect(merged.subject).toBe('一');
    expect((await stored(two[0]!.id)).deletedAt).toBeDefined();

    await row('merge word').getByRole('link').first().click();
    await button('desk.split').click();
    const split = page.getByRole('dialog', { name: label('desk.splitTitle') });
    expect(await button('desk.splitNow', split).isDisabled()).toBe(true);
    await split.getByRole('checkbox', { name: /合併甲/ }).check();
    await split.getByRole('checkbox', { name: /merge word one/ }).check();
    await button('desk.splitNow', split).click();
    await page.getByRole('heading', { level: 1, name: /合併甲/ }).waitFor();
    expect((await stored(two[1]!.id)).terms.map(({ text }) => text)).toEqual(['合併乙', 'merge word two']);
  });

  it('into the bin, with a way back at once and later', async () => {
    await store(entry('回收詞', 'binned word'));
    await go('#/glossary?q=binned+word');
    await choose('回收詞');
    await button('glossary.remove').click();
    await page.getByText(label('library.noResults')).waitFor();
    await button('library.undo').click();
    await row('回收詞').waitFor();
    await choose('回收詞');
    await button('glossary.remove').click();
    await page.getByText(label('library.noResults')).waitFor();
    await go('#/glossary?q=binned+word&in=bin');
    await choose('回收詞');
    await button('highlights.restore').click();
    await go('#/glossary?q=binned+word');
    await row('回收詞').waitFor();
  });
});

describe('conflicts', () => {
  it('are told with both sites, and settled by merging, taking the official wording, or ignoring', async () => {
    const context = (site: string) => [
      { sentence: '應推動矛盾詞。', title: site, address: `https://${site}/`, collectedOn: '2026-05-01' },
    ];
    await store(
      entry('矛盾詞', 'contradiction one', { contexts: context('www.ndc.gov.tw') }),
      entry('矛盾詞', 'contradiction two', { contexts: context('www.moda.gov.tw') }),
      entry('主權AI', 'self-ruled AI'),
    );
    await store(entry('智慧政府服務', 'clever services of the state'));
    await go('#/glossary/conflicts');
    // Two plans of one name are told apart by what they belong to.
    const alike = page.locator('.conflict').filter({ hasText: 'clever services of the state' });
    await alike.waitFor();
    const which = await alike.locator('.which').allInnerTexts();
    expect(new Set(which).size).toBe(2);
    const conflict = page.locator('.conflict').filter({ hasText: '矛盾詞' });
    await conflict.waitFor();
    for (const site of ['www.ndc.gov.tw', 'www.moda.gov.tw'])
      expect(await conflict.locator(`a[href="https://${site}/"]`).count()).toBe(1);
    expect((await checkAccessibility(page)).violations).toEqual([]);

    const official = page.locator('.conflict').filter({ hasText: 'self-ruled AI' });
    await official.getByText(label('desk.differsFromOfficial', { official: 'Sovereign AI' })).waitFor();
    await button('desk.takeOfficial', official).click();
    await official.waitFor({ state: 'detached' });

    await button('desk.ignore', conflict).click();
    await conflict.waitFor({ state: 'detached' });
    await page.getByLabel(label('desk.showIgnored')).check();
    await conflict.waitFor();
    await button('desk.unignore', conflict).click();
    await page.getByLabel(label('desk.showIgnored')).uncheck();
    await button('desk.merge', conflict).click();
    await button('desk.mergeNow', page.getByRole('dialog')).click();
    await conflict.waitFor({ state: 'detached' });
  });

  it('of English words with several Chinese ones are told too', async () => {
    await store(entry('同義甲', 'shared equivalent'), entry('同義乙', 'shared equivalent'));
    await go('#/glossary/conflicts');
    await page.getByRole('radio', { name: label('desk.conflictOf.en') }).check();
    const conflict = page.locator('.conflict').filter({ hasText: 'shared equivalent' });
    await conflict.getByText('同義甲').waitFor();
    expect(await conflict.getByText('同義乙').count()).toBe(1);
  });
});

describe('packs', () => {
  const address = 'http://www.ndc.gov.tw/packs.html';
  const other = PACK.replaceAll('1', '2');
  const move = (key: 'packUp' | 'packDown', name: string) =>
    page.getByRole('button', { name: label(`desk.${key}`, { name }), exact: true });

  beforeAll(async () => {
    session.server.serve(
      address,
      '<!doctype html><html lang="zh-Hant"><title>頁</title><p>本部推動順位詞之應用。</p></html>',
    );
    await importPack(PACK, '甲詞庫', entry('順位詞', 'ranked by the first'));
    await importPack(other, '乙詞庫', entry('順位詞', 'ranked by the second'));
  });

  const heading = async () => {
    const reader = await session.browser.context.newPage();
    try {
      await reader.goto(address);
      await waitForTerms(reader);
      const card = await restOnTerm(reader, '順位詞');
      return await card.getByRole('heading', { level: 2 }).innerText();
    } finally {
      await reader.close();
    }
  };

  it('in another order offer another equivalent first', async () => {
    await waitUntil('the first pack comes first', heading, (words) => words.includes('ranked by the first'));
    await go('#/packs');
    expect((await checkAccessibility(page)).violations).toEqual([]);
    await move('packUp', '乙詞庫').click();
    const names = () => page.locator('.pack h2').allInnerTexts();
    await waitUntil('it moved', async () => /乙詞庫/.test((await names()).at(-2) ?? ''));
    await waitUntil('the second pack comes first', heading, (words) =>
      words.includes('ranked by the second'),
    );
    // By hand the same.
    await page.locator('.pack', { hasText: '甲詞庫' }).dragTo(page.locator('.pack', { hasText: '乙詞庫' }));
    await waitUntil('it moved back', async () => /甲詞庫/.test((await names()).at(-2) ?? ''));
  });

  it('that are off are not marked; one that is removed comes back by undo', async () => {
    const reader = await session.browser.context.newPage();
    await reader.goto(address);
    await waitUntil('it is painted', async () => (await paintedTerms(reader)).includes('順位詞'));
    await go('#/packs');
    for (const name of ['甲詞庫', '乙詞庫'])
      await page.locator('.pack', { hasText: name }).getByRole('checkbox').uncheck();
    await waitUntil('it is painted no more', async () => {
      await reader.reload();
      await reader.locator('p').waitFor();
      return !(await paintedTerms(reader)).includes('順位詞');
    });
    await page.locator('.pack', { hasText: '甲詞庫' }).getByRole('checkbox').check();
    await waitUntil('it is painted again', async () => {
      await reader.reload();
      return (await waitForTerms(reader)).includes('順位詞');
    });
    await reader.close();
    const pack = page.locator('.pack', { hasText: '乙詞庫' });
    await button('desk.removePack', pack).click();
    await pack.waitFor({ state: 'detached' });
    await button('library.undo').click();
    await pack.waitFor();
    expect(await pack.innerText()).toContain('OGDL-Taiwan-1.0');
  });
});

describe('an entry that is being written', () => {
  it.each(['new', 'stored'])(
    'is as it was left when one looks elsewhere in the library (%s)',
    async (kind) => {
      const known = entry('先寫一半', 'written halfway');
      await store(known);
      const place = kind === 'new' ? '#/glossary/new' : `#/glossary/entry:${known.id}`;
      await go(place);
      const source = page.getByLabel(label('desk.factSource'), { exact: true });
      await source.fill('講義第三頁');
      await page
        .getByRole('link', { name: label('library.highlights') })
        .first()
        .click();
      await source.waitFor({ state: 'detached' });
      await page.goBack();
      await page.getByText(label('desk.draftKept')).waitFor();
      expect(await source.inputValue()).toBe('講義第三頁');
      expect((await checkAccessibility(page)).violations).toEqual([]);
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await button('desk.cancel').click();
      await source.waitFor({ state: 'detached' });
      await go(place);
      expect(await source.inputValue()).toBe('');
    },
  );
});
