import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { plainWording } from '../../src/glossary/new-entry.ts';
import { MOST_CARDS } from '../../src/initiatives/many-cards.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { label } from '../support/labels.ts';
import { ask } from '../support/own-records.ts';
import { paintedTerms, restOnTerm, waitForTerms } from '../support/reading.ts';
import { entryOf } from '../support/records.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';

const PACK = '00000000-0000-4000-b000-000000000001';
const address = 'http://www.ndc.gov.tw/flight.html';
const text = '<!doctype html><p lang="zh-Hant">數位發展部說明偏航角的量測，並公布偏航角速率。</p>';

describe('imported packs', () => {
  const session = useChromium();
  afterEach(async () => {
    expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    for (const page of session.browser.context.pages()) await page.close();
  });

  const settled = (page: Page, wanted: readonly string[]) =>
    waitUntil(
      `${wanted.join(', ')} are painted`,
      () => paintedTerms(page),
      (terms) => JSON.stringify([...terms].sort()) === JSON.stringify([...wanted].sort()),
    );

  it('are marked on open pages, and the card says whose words they are', async () => {
    session.server.serve(address, text);
    const page = await session.browser.open(address);
    expect(await waitForTerms(page)).toEqual(['數位發展部']);
    const library = await session.browser.openOwn('library.html#/packs');
    const entry = (n: number, zh: string, en: string) =>
      entryOf(n, {
        pack: PACK,
        terms: [
          plainWording('en', en, { status: 'official', source: '航太名詞審議會' }),
          plainWording('zh-Hant', zh),
        ],
        note: { zh: '繞垂直軸的角度', en: '' },
        source: '第二版',
      });
    const reply = await ask(library, 'entries:import', {
      pack: { id: PACK, title: '航空太空名詞', edition: '2026-03', licence: '', hash: '' },
      entries: [entry(1, '偏航角', 'yaw angle'), entry(2, '偏航角速率', 'yaw rate')],
      duplicates: 'skip',
      batch: crypto.randomUUID(),
    });
    expect(reply).toEqual({ ok: true, value: { new: 2, same: 0, changed: 0, skipped: 0 } });
    await page.bringToFront();
    await settled(page, ['數位發展部', '偏航角', '偏航角速率']);
    const dialog = await restOnTerm(page, '偏航角');
    expect(await dialog.getByRole('heading', { level: 2 }).innerText()).toBe('yaw angle');
    const words = await dialog.innerText();
    for (const said of ['航空太空名詞', '2026-03', '航太名詞審議會', '繞垂直軸的角度', '第二版'])
      expect(words).toContain(said);
    // The status is the list's claim, not ours.
    expect(words).toContain(label('packStatus.official'));
    expect(words).not.toContain(label('status.official'));
    const report = await checkAccessibility(page, 'policy-gloss-card');
    expect(report.violations).toEqual([]);
  });

  it('are no longer marked where the reader said so, or when their pack is switched off', async () => {
    const page = await session.browser.open(address);
    await settled(page, ['數位發展部', '偏航角', '偏航角速率']);
    const library = await session.browser.openOwn('library.html#/packs');
    await ask(library, 'entries:edit', { ids: [entryOf(1).id], edit: { mark: false } });
    await page.bringToFront();
    await settled(page, ['數位發展部', '偏航角速率']);
    await ask(library, 'packs:change', { id: PACK, change: { enabled: false } });
    await settled(page, ['數位發展部']);
    await ask(library, 'packs:change', { id: PACK, change: { enabled: true } });
    await ask(library, 'entries:travel', { direction: 'undo', request: crypto.randomUUID() });
    await settled(page, ['數位發展部', '偏航角', '偏航角速率']);
  });

  it('are offered in the order of the packs, and collecting one leaves the card open', async () => {
    const library = await session.browser.openOwn('library.html#/packs');
    await ask(library, 'entries:put', {
      ...entryOf(9, {
        terms: [plainWording('zh-Hant', '偏航角'), plainWording('en', 'angle of yaw')],
        pack: 'mine',
      }),
    });
    const page = await session.browser.open(address);
    await settled(page, ['數位發展部', '偏航角', '偏航角速率']);
    const dialog = await restOnTerm(page, '偏航角');
    expect(await dialog.getByRole('heading', { level: 2 }).innerText()).toBe('angle of yaw');
    // The reader's own entry is collected already; the other one is not.
    await dialog.getByRole('button', { name: label('card.collectAgain') }).waitFor();
    await dialog.getByRole('button', { name: label('card.packChoice', { title: '航空太空名詞' }) }).click();
    expect(await dialog.getByRole('heading', { level: 2 }).innerText()).toBe('yaw angle');
    await dialog.getByRole('button', { name: label('card.collect') }).click();
    await dialog.getByRole('button', { name: label('card.collected') }).waitFor();
    const stored = await ask(library, 'entries:alike', { zh: '偏航角', en: '' });
    expect(stored.value).toMatchObject({ sameZh: [{ pack: 'mine' }, { pack: 'mine' }, { pack: PACK }] });
    await page.close();

    // Met again, the card says so and leads to the entry.
    const again = await session.browser.open(address);
    await settled(again, ['數位發展部', '偏航角', '偏航角速率']);
    const card = await restOnTerm(again, '偏航角');
    await card.getByRole('button', { name: label('card.packChoice', { title: '航空太空名詞' }) }).click();
    await card.getByText(label('card.isCollected')).waitFor();
    await card.getByRole('button', { name: label('card.collectAgain') }).waitFor();
    expect((await checkAccessibility(again, 'policy-gloss-card')).violations).toEqual([]);
    await card.getByRole('button', { name: label('card.openEntry') }).click();
    await library.waitForURL(/#\/glossary\/entry:/);
    const chinese = library.getByText('yaw angle').first();
    await chinese.waitFor();
  });

  it('with more meanings of a word than a card can show say how many, and where they all are', async () => {
    const many = 'http://www.ndc.gov.tw/many-meanings.html';
    session.server.serve(many, '<!doctype html><p lang="zh-Hant">說明甲乙丙丁的做法。</p>');
    const library = await session.browser.openOwn('library.html#/packs');
    const entries = Array.from({ length: 25 }, (_, n) =>
      entryOf(100 + n, {
        pack: PACK,
        terms: [plainWording('zh-Hant', '甲乙丙丁'), plainWording('en', `meaning ${n}`)],
      }),
    );
    const pack = { id: PACK, title: '航空太空名詞', edition: '2026-03', licence: '', hash: '' };
    const batch = crypto.randomUUID();
    const reply = await ask(library, 'entries:import', { pack, entries, duplicates: 'keep-both', batch });
    expect(reply).toMatchObject({ ok: true, value: { new: 25 } });
    const page = await session.browser.open(many);
    await settled(page, ['甲乙丙丁']);
    const dialog = await restOnTerm(page, '甲乙丙丁');
    const meanings = dialog.getByRole('group', { name: label('card.meanings') });
    // Each meaning can be told from the others.
    const names = await meanings.locator('[aria-pressed]').allInnerTexts();
    expect(new Set(names).size).toBe(MOST_CARDS);
    expect((await checkAccessibility(page, 'policy-gloss-card')).violations).toEqual([]);
    await meanings
      .getByRole('button', { name: label('card.more_other', { count: 25 - MOST_CARDS }) })
      .click();
    await library.waitForURL(/#\/glossary\?q=/);
    await library.locator('[role=grid][aria-rowcount="26"]').waitFor();
  });
});
