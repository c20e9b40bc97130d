import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { label } from '../support/labels.ts';
import { saveByButton } from '../support/library.ts';
import { ask, storedIds } from '../support/own-records.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { highlightOf } from '../support/records.ts';
import { waitUntil } from '../support/waiting.ts';

/** What these tests use of the browser's API in the worker. */
interface WorkerWorld {
  chrome: {
    action: { getBadgeText(details: object): Promise<string>; getTitle(details: object): Promise<string> };
    downloads: { search(query: object): Promise<{ state: string; filename: string }[]> };
    storage: { local: { set(values: object): Promise<void> } };
  };
  realSet?: (values: object) => Promise<void>;
}

const DAY = 24 * 60 * 60 * 1000;

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

async function keep(page: Page, ...numbers: number[]): Promise<void> {
  for (const n of numbers)
    expect(await ask(page, 'highlights:save', { highlight: highlightOf(n) })).toMatchObject({ ok: true });
}

async function badge(): Promise<string> {
  const worker = await browser.worker();
  return worker.evaluate(() => (globalThis as unknown as WorkerWorld).chrome.action.getBadgeText({}));
}

const ids = (...numbers: number[]) => numbers.map((n) => highlightOf(n).id);

describe('the bin', () => {
  it('lists what was deleted, gives it back, and is emptied only when the reader says so twice', async () => {
    const library = await browser.openOwn('library.html#/highlights');
    await keep(library, 1, 2, 3, 4);
    await ask(library, 'highlights:remove', { ids: ids(1, 2, 3) });
    await library.getByRole('link', { name: label('backup.binCount', { count: 3 }) }).click();
    await library.getByText(label('backup.binHint')).waitFor();
    await waitUntil('three are listed', async () => (await library.locator('blockquote').count()) === 3);
    const report = await checkAccessibility(library);
    expect(report.violations).toEqual([]);
    await library.getByRole('button', { name: label('backup.restoreOne', { quote: '第2段' }) }).click();
    await library.getByText(label('backup.restored_other', { count: 1 })).waitFor();
    await waitUntil('two are left', async () => (await library.locator('blockquote').count()) === 2);

    await library.getByRole('button', { name: label('backup.empty') }).click();
    await library.getByText(label('backup.emptyAsk_other', { count: 2 })).waitFor();
    expect((await checkAccessibility(library)).violations).toEqual([]);
    await library.getByRole('button', { name: label('backup.emptyNot') }).click();
    expect(await storedIds(library)).toHaveLength(4);
    await library.getByRole('button', { name: label('backup.empty') }).click();
    await library.getByRole('button', { name: label('backup.emptyNow') }).click();
    await library.getByText(label('backup.emptied_other', { count: 2 })).waitFor();
    await library.getByText(label('backup.binNone')).waitFor();
    expect(await storedIds(library)).toEqual(ids(2, 4));

    // Fewer than there were, and no alarm: not now, and not from a worker that starts anew.
    await browser.stopWorker();
    await library.reload();
    await keep(library, 5);
    await library.getByRole('link', { name: label('backup.binBack') }).click();
    await library.locator('blockquote').first().waitFor();
    expect(await library.locator('.safety.alarm').count()).toBe(0);
    await library.getByRole('button', { name: label('mark.undo') }).click();
    await waitUntil(
      'a step of another can still be undone',
      async () =>
        (await library.getByRole('link', { name: label('backup.binCount', { count: 1 }) }).count()) === 1,
    );
  });
});

describe('a backup', () => {
  it('says that what was deleted since stays deleted, and leads to the bin', async () => {
    const library = await browser.openOwn('library.html#/exchange');
    await keep(library, 1, 2, 3);
    await library.getByRole('button', { name: label('mark.backupNow') }).click();
    await library.getByRole('button', { name: label('mark.backupShow') }).waitFor();
    await ask(library, 'highlights:remove', { ids: ids(1, 2) });
    await library
      .getByRole('button', { name: label('mark.backupShow') })
      .first()
      .click();
    await library.getByText(label('backup.inBin', { count: 2 })).waitFor();
    await library.getByRole('link', { name: label('backup.toBin') }).click();
    await library.getByText(label('backup.binResults_other', { count: 2 })).waitFor();
  });
});

describe('the backup file', () => {
  it('that is due is told on the toolbar button and saved at one press in its window', async () => {
    const library = await browser.openOwn('library.html#/settings');
    await library
      .getByRole('combobox', { name: label('backup.schedule') })
      .selectOption({ label: label('mark.weekly') });
    expect(await badge()).toBe('');
    await keep(library, 1);
    await waitUntil('the button is marked', badge, (text) => text === '!');
    const worker = await browser.worker();
    expect(
      await worker.evaluate(() => (globalThis as unknown as WorkerWorld).chrome.action.getTitle({})),
    ).toBe(label('toolbar.backupDue'));
    await library.getByText(label('backup.dueFirst')).waitFor();

    const popup = await browser.openOwn('popup.html');
    await popup.getByText(label('backup.dueFirst')).waitFor();
    expect((await checkAccessibility(popup)).violations).toEqual([]);
    const saved = await saveByButton(popup, label('backup.saveNow'));
    expect(saved.name).toMatch(/^policy-gloss-backup-\d{4}-\d{2}-\d{2}\.json$/);
    expect(saved.content).toContain(highlightOf(1).quote);
    await popup.getByText(label('backup.saved')).waitFor();
    await waitUntil('the mark is gone', badge, (text) => text === '');
    await library.getByText(label('backup.dueFirst')).waitFor({ state: 'detached' });
  });

  it('is saved without a press once the reader allowed it, each time it is due', async () => {
    const library = await browser.openOwn('library.html#/settings');
    await library
      .getByRole('combobox', { name: label('backup.schedule') })
      .selectOption({ label: label('mark.weekly') });
    await library.getByRole('checkbox', { name: label('backup.unattended') }).check();
    await keep(library, 1);
    const worker = await browser.worker();
    const files = () =>
      worker.evaluate(async () =>
        (await (globalThis as unknown as WorkerWorld).chrome.downloads.search({})).map(
          ({ state, filename }) => ({ state, filename }),
        ),
      );
    const [first] = await waitUntil('it is saved', files, (all) => all[0]?.state === 'complete');
    expect(await readFile(first?.filename ?? '', 'utf8')).toContain(highlightOf(1).quote);
    await waitUntil('nothing is left to do', badge, (text) => text === '');

    await library.evaluate(
      (past) => (globalThis as unknown as WorkerWorld).chrome.storage.local.set({ 'backup file': past }),
      new Date(Date.now() - 8 * DAY).toISOString(),
    );
    await waitUntil('it is saved again', files, (all) => all.length === 2);
    await waitUntil('nothing is left to do', badge, (text) => text === '');
    await library.locator('.safety').waitFor({ state: 'detached' });
  });
});

describe('backups that cannot be made', () => {
  it('are told at once, with a way to save everything, until one is made again', async () => {
    const library = await browser.openOwn('library.html#/highlights');
    await keep(library, 1);
    const worker = await browser.worker();
    await worker.evaluate(() => {
      const world = globalThis as unknown as WorkerWorld;
      const { local } = world.chrome.storage;
      world.realSet = local.set.bind(local);
      local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    });
    await keep(library, 2);
    const alarm = library.getByRole('alert').filter({ hasText: label('backup.troubleNext') });
    await alarm.waitFor();
    expect((await checkAccessibility(library)).violations).toEqual([]);
    expect(await storedIds(library)).toHaveLength(2);
    const saved = await saveByButton(library, label('backup.saveNow'));
    expect(saved.content).toContain(highlightOf(2).quote);
    await alarm.getByRole('button', { name: label('backup.tryAgain') }).click();
    await alarm.getByText(label('mark.storeFailed')).waitFor();
    await worker.evaluate(() => {
      const world = globalThis as unknown as WorkerWorld;
      if (world.realSet) world.chrome.storage.local.set = world.realSet;
    });
    await alarm.getByRole('button', { name: label('backup.tryAgain') }).click();
    await alarm.waitFor({ state: 'detached' });
  });
});
