import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainWording } from '../../src/glossary/new-entry.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { chooseFile, readyToImport, storedEntries } from '../support/import-wizard.ts';
import { label } from '../support/labels.ts';
import { importFile, saveByButton } from '../support/library.ts';
import { ask, replaceDatabase } from '../support/own-records.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { entryOf, highlightOf } from '../support/records.ts';
import { waitUntil } from '../support/waiting.ts';

/** A page of the extension that opens no database. */
const QUIET_PAGE = 'icon/icon.svg';

const PACK = '00000000-0000-4000-b000-000000000001';
const OTHER = '00000000-0000-4000-b000-000000000002';

let server: PageServer;
let browser: ExtensionBrowser;

beforeEach(async () => {
  server = await startPageServer();
  browser = await launchWithExtension({ server });
});
afterEach(async () => {
  expect(browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  await browser.close();
  await server.close();
});

async function tell(page: Page, type: string, payload: unknown): Promise<void> {
  expect(await ask(page, type, payload)).toMatchObject({ ok: true });
}

/** Imports a list as the library does: a pack of `count` entries, numbered from `from`. */
async function bringList(
  page: Page,
  pack: string,
  title: string,
  from: number,
  count: number,
): Promise<void> {
  await tell(page, 'entries:import', {
    pack: { id: pack, title, edition: '2026-03', licence: '', hash: '' },
    entries: Array.from({ length: count }, (_, n) =>
      entryOf(from + n, {
        pack,
        terms: [
          plainWording('zh-Hant', `${title}詞${from - 1 + n}`),
          plainWording('en', `${title} ${from - 1 + n}`),
        ],
      }),
    ),
    duplicates: 'skip',
    batch: crypto.randomUUID(),
  });
}

/** Packs as the background lists them: title, number of entries, whether they are marked. */
async function packsNow(page: Page): Promise<(readonly [string, number, boolean])[]> {
  const { value } = await ask(page, 'packs:list', null);
  const packs = value as { title: string; count: number; enabled: boolean }[];
  return packs.map(({ title, count, enabled }) => [title, count, enabled] as const);
}

const ids = (...numbers: number[]) => numbers.map((n) => entryOf(n).id);
const button = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true });

describe('a backup', () => {
  it('brings imported glossaries back whole, with their order and whether they are marked', async () => {
    const first = await browser.openOwn('library.html#/exchange');
    await bringList(first, PACK, '航太', 1, 300);
    await bringList(first, OTHER, '土木', 1001, 20);
    await tell(first, 'entries:edit', { ids: ids(5), edit: { subject: '我的' } });
    await tell(first, 'packs:order', { ids: [OTHER, 'mine', PACK] });
    await tell(first, 'packs:change', { id: PACK, change: { enabled: false } });
    await tell(first, 'highlights:save', { highlight: highlightOf(1) });
    await button(first, label('mark.backupNow')).click();
    const line = label('backup.linePacks', { packs: 2, rows: 319 });
    await first.locator('.backups li').filter({ hasText: line }).first().waitFor();
    const before = await packsNow(first);
    const saved = await saveByButton(first, label('mark.backupSave'));
    await first.close();

    await browser.stopWorker();
    const quiet = await browser.openOwn(QUIET_PAGE);
    await replaceDatabase(quiet, null);
    await quiet.close();
    const library = await browser.openOwn('library.html#/exchange');
    const alarm = library.getByRole('alert').filter({ hasText: label('mark.lossRestore') });
    await alarm.getByText(label('backup.lossImported', { rows: 319 })).waitFor();
    await button(library, label('mark.backupShow')).first().click();
    const preview = library.locator('.preview');
    await preview
      .getByText(label('backup.listInFile', { title: '航太', entries: 299, missing: 299 }))
      .waitFor();
    expect((await checkAccessibility(library)).violations).toEqual([]);
    await button(library, label('highlights.restore')).click();
    await library.getByText(label('backup.doneImported', { rows: 319 })).waitFor();
    await alarm.waitFor({ state: 'detached' });
    expect(await packsNow(library)).toEqual(before);
    expect(await storedEntries(library)).toBe(320);

    // One deed, for highlights and glossaries alike.
    await button(library, label('library.undo')).click();
    await library.getByText(label('backup.undone')).waitFor();
    expect((await packsNow(library)).map(([title]) => title)).toEqual(['', '']);
    await library.close();

    // And the file, somewhere else.
    const other = await launchWithExtension({ server });
    try {
      const page = await other.openOwn('library.html#/exchange');
      await importFile(page, saved);
      expect(await packsNow(page)).toEqual(before);
      expect(await storedEntries(page)).toBe(320);
    } finally {
      await other.close();
    }
  });

  it('that is left while it is being restored leaves nothing half written', async () => {
    const library = await browser.openOwn('library.html#/exchange');
    for (const part of [0, 1, 2, 3]) await bringList(library, PACK, '航太', 1 + part * 2000, 2000);
    const saved = await (async () => {
      await button(library, label('mark.backupNow')).click();
      const line = label('backup.linePacks', { packs: 1, rows: '8,000' });
      await library.locator('.backups li').filter({ hasText: line }).first().waitFor();
      return saveByButton(library, label('mark.backupSave'));
    })();
    await library.close();
    const other = await launchWithExtension({ server });
    try {
      const begin = async () => {
        const page = await other.openOwn('library.html#/exchange');
        await page
          .getByRole('main')
          .locator('input[type=file]')
          .setInputFiles({
            name: saved.name,
            mimeType: 'application/json',
            buffer: Buffer.from(saved.content),
          });
        await button(page, label('exchange.import')).click();
        return page;
      };
      const left = await begin();
      await left.getByRole('progressbar').waitFor();
      await left.close();
      const page = await other.openOwn('library.html#/packs');
      expect([0, 8000]).toContain(await storedEntries(page));
      await (await begin()).locator('.undo').filter({ hasText: /\S/ }).first().waitFor();
      expect(await storedEntries(page)).toBe(8000);
      expect((await packsNow(page)).at(-1)).toEqual(['航太', 8000, true]);
    } finally {
      await other.close();
    }
  });

  it('brings back what was deleted since only when asked to, and says how much that is', async () => {
    const library = await browser.openOwn('library.html#/exchange');
    await bringList(library, PACK, '航太', 1, 3);
    for (const n of [1, 2]) await tell(library, 'highlights:save', { highlight: highlightOf(n) });
    await button(library, label('mark.backupNow')).click();
    await button(library, label('mark.backupShow')).first().waitFor();
    await tell(library, 'highlights:remove', { ids: [highlightOf(1).id] });
    await tell(library, 'packs:remove', { id: PACK });
    const box = library.getByRole('checkbox', {
      name: label('backup.bringBack', { highlights: 1, entries: 0, packs: 1 }),
    });
    const restore = async () => {
      await button(library, label('mark.backupShow')).first().click();
      await box.waitFor();
    };
    await restore();
    expect(await box.isChecked()).toBe(false);
    await button(library, label('highlights.restore')).click();
    await library.getByText(label('exchange.done', { added: 0, present: 2 })).waitFor();
    // Nothing was done: there is nothing to undo.
    expect(await button(library, label('library.undo')).count()).toBe(0);
    expect((await packsNow(library)).map(([title]) => title)).toEqual(['', '']);
    await restore();
    await box.check();
    await button(library, label('highlights.restore')).click();
    await library.getByText(label('backup.doneBroughtBack', { count: 2 })).waitFor();
    expect((await packsNow(library)).at(-1)).toEqual(['航太', 3, true]);
  });
});

describe('removed glossaries', () => {
  it('are listed, come back whole, and go for good only when the reader says so twice', async () => {
    const library = await browser.openOwn('library.html#/packs');
    await bringList(library, PACK, '航太', 1, 30);
    await tell(library, 'entries:put', entryOf(2000));
    const pack = library.locator(`[data-pack="${PACK}"]`);
    await pack.getByRole('button', { name: label('desk.removePack') }).click();
    await library.getByRole('link', { name: label('backup.packBinCount', { count: 1 }) }).click();
    await library.getByText(label('backup.packBinHint')).waitFor();
    await library.getByText(label('backup.packEntries_other', { entries: 30 })).waitFor();
    expect((await checkAccessibility(library)).violations).toEqual([]);
    await button(library, label('backup.restoreOne', { quote: '航太' })).click();
    await library.getByText(label('backup.packRestored', { name: '航太' })).waitFor();
    expect((await packsNow(library)).at(-1)).toEqual(['航太', 30, true]);

    await tell(library, 'packs:remove', { id: PACK });
    await button(library, label('backup.empty')).click();
    await library.getByText(label('backup.packsEmptyAsk_other', { count: 1, entries: 30 })).waitFor();
    await button(library, label('backup.emptyNot')).click();
    expect(await storedEntries(library)).toBe(31);
    await button(library, label('backup.empty')).click();
    await button(library, label('backup.emptyNow')).click();
    await library.getByText(label('backup.packsEmptied_other', { entries: 30 })).waitFor();
    await library.getByText(label('backup.binNone')).waitFor();
    await waitUntil(
      'no row is left',
      () => storedEntries(library),
      (count) => count === 1,
    );

    // Fewer than there were, and no alarm.
    await browser.stopWorker();
    await library.reload();
    await tell(library, 'entries:put', entryOf(2001));
    await library.getByText(label('backup.binNone')).waitFor();
    expect(await library.locator('.safety.alarm').count()).toBe(0);
  });
});

describe('undo beside a message', () => {
  it('undoes what the message speaks of, or says why it cannot', async () => {
    const library = await browser.openOwn('library.html#/glossary?pack=mine');
    for (const n of [1, 2]) await tell(library, 'entries:put', entryOf(n));
    const subjectOf = async (n: number) => {
      const { value } = await ask(library, 'entries:get', { id: entryOf(n).id });
      return (value as { subject: string }).subject;
    };
    const setSubject = async (subject: string) => {
      await library.getByRole('checkbox', { name: label('desk.chooseEntry', { name: '詞1' }) }).check();
      await library.getByRole('combobox', { name: label('desk.setSubject') }).fill(subject);
      await button(library, label('desk.apply')).click();
      await library.getByText(label('desk.changed_other', { count: 1 })).waitFor();
    };
    await setSubject('甲');
    // Another tab does something else meanwhile.
    await tell(library, 'entries:edit', { ids: ids(2), edit: { subject: '他' } });
    await button(library, label('library.undo')).click();
    await library.getByText(label('backup.undone')).waitFor();
    expect([await subjectOf(1), await subjectOf(2)]).toEqual(['', '他']);

    await button(library, label('marks.clearSelection')).click();
    await setSubject('乙');
    await tell(library, 'entries:edit', { ids: ids(1), edit: { subject: '丙' } });
    await button(library, label('library.undo')).click();
    await library.getByText(label('backup.undoOvertaken')).waitFor();
    expect(await subjectOf(1)).toBe('丙');
    expect((await checkAccessibility(library)).violations).toEqual([]);
  });
});

describe('a newer edition', () => {
  it('imported into a glossary makes it that edition, and the one before is remembered', async () => {
    const library = await browser.openOwn('library.html#/exchange');
    await bringList(library, PACK, '航太', 1, 2);
    await library.reload();
    const wizard = await chooseFile(
      library,
      '航太2027.csv',
      '中文,英文\n航太詞0,航太 0\n新的詞,a new word\n',
    );
    await readyToImport(wizard, 2);
    await wizard.getByLabel(label('intake.into')).selectOption(PACK);
    await wizard.getByLabel(label('intake.pack.edition'), { exact: true }).fill('2027-01');
    await (await readyToImport(wizard, 1)).click();
    await wizard.getByText(label('intake.done', { name: '航太2027.csv' })).waitFor();
    const packs = await browser.openOwn('library.html#/packs');
    const pack = packs.locator(`[data-pack="${PACK}"]`);
    await pack.getByText('2027-01', { exact: true }).waitFor();
    expect(await pack.innerText()).toContain('航太2027.csv');
    await pack.getByText(label('backup.earlierEditions_other', { count: 1 })).click();
    await pack.getByText('2026-03').waitFor();
    expect((await checkAccessibility(packs)).violations).toEqual([]);
    await packs.close();
    await wizard.getByRole('button', { name: label('library.undo'), exact: true }).click();
    await wizard.getByText(label('intake.undone')).waitFor();
    const { value } = await ask(library, 'packs:list', null);
    expect((value as { id: string }[]).find(({ id }) => id === PACK)).toMatchObject({
      edition: '2026-03',
      count: 2,
    });
  });
});
