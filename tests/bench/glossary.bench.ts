/**
 * What the table of the glossary costs with 200,000 entries beside 2,000, in a real Chromium:
 * `npm run bench -- glossary [--entries N]`. Times mean something beside each other only; tasks are those of the page's
 * main thread, by the processor's work on them.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { chooseFile, readyToImport, storedEntries } from '../support/import-wizard.ts';
import { label } from '../support/labels.ts';
import { startPageServer } from '../support/page-server.ts';
import { waitUntil } from '../support/waiting.ts';
import { type MainThreadTask, mainThreadTasks, toldTasks } from './main-thread.ts';

const { values } = parseArgs({ options: { entries: { type: 'string', default: '200000' } } });
const many = Number(values.entries);
const few = 2_000;
/** Waiting for a busy machine, ms. */
const PATIENCE = 240_000;

const SYLLABLES = '資料治理數位韌性轉型公共服務創新研發政策計畫法規'.split('');

function listOf(count: number): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const word = [n, n * 7, n * 13, n * 29].map((k) => SYLLABLES[k % SYLLABLES.length]).join('');
    return `${word}${n},term ${n} of ${SYLLABLES.length},主題${n % 40}`;
  });
  return `中文,英文,主題\n${rows.join('\n')}\n`;
}

const DEEDS = ['open', 'scroll', 'end', 'search', 'filter', 'sort', 'select', 'conflicts'] as const;
type Deed = (typeof DEEDS)[number];

interface Findings {
  readonly times: Record<Deed, number>;
  readonly tasks: Record<Deed, readonly MainThreadTask[]>;
  rowsInDocument: number;
  /** Heap of the page after all, MB. */
  heap: number;
}

async function fill(browser: ExtensionBrowser, count: number): Promise<void> {
  const page = await browser.openOwn('library.html#/exchange');
  const wizard = await chooseFile(page, 'list.csv', listOf(count));
  const button = await readyToImport(wizard, count, PATIENCE);
  await button.click();
  await waitUntil('all are stored', async () => (await storedEntries(page)) === count, Boolean, PATIENCE);
  await wizard.getByText(label('intake.done', { name: 'list.csv' })).waitFor({ timeout: PATIENCE });
  await page.close();
}

const counted = (page: Page, pattern: RegExp) =>
  page.getByRole('status').filter({ hasText: pattern }).first().waitFor({ timeout: PATIENCE });

async function measure(browser: ExtensionBrowser, count: number): Promise<Findings> {
  await fill(browser, count);
  const times = {} as Findings['times'];
  const tasks = {} as Findings['tasks'];
  const page = await browser.openOwn('library.html#/settings');
  await page.locator('h1').waitFor();
  const time = async (deed: Deed, work: () => Promise<unknown>) => {
    tasks[deed] = await mainThreadTasks(browser.context.browser()!, async () => {
      const start = performance.now();
      await work();
      times[deed] = performance.now() - start;
    });
  };
  await time('open', async () => {
    await page.getByRole('link', { name: label('library.glossary'), exact: true }).click();
    // The rows of the list and those of the bundled pack.
    await waitUntil(
      'all rows are read',
      async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount')) > count,
      Boolean,
      PATIENCE,
    );
    await counted(page, /^\d+ /);
  });
  let rowsInDocument = 0;
  await time('scroll', async () => {
    for (let step = 0; step < 60; step++) {
      await page.mouse.wheel(0, 900);
      rowsInDocument = Math.max(rowsInDocument, await page.getByRole('row').count());
    }
  });
  await time('end', async () => {
    await page.locator('[data-cell][tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    await page.locator('[data-cell]:focus').waitFor();
    await page.keyboard.press('Control+Home');
    await page.locator('[data-cell="0.1"]:focus').waitFor();
  });
  await time('search', async () => {
    await page.getByRole('searchbox').fill('term 777 of');
    await counted(page, /^1 /);
  });
  await page.getByRole('searchbox').fill('');
  await counted(page, /^\d{4,} /);
  await time('filter', async () => {
    await page.getByLabel(label('library.status')).first().selectOption('official');
    await waitUntil(
      'the filter holds',
      async () => !(await page.locator('.count').innerText()).startsWith(`${count}`),
    );
  });
  await page.getByRole('button', { name: label('desk.showAll') }).click();
  await counted(page, /^\d{4,} /);
  await time('sort', async () => {
    await page
      .getByRole('columnheader', { name: label('glossary.english') })
      .getByRole('button')
      .click();
    await waitUntil(
      'names of the bundled pack come first',
      async () => !(await page.locator('[data-cell="0.2"]').innerText()).startsWith('term'),
      Boolean,
      PATIENCE,
    );
  });
  await time('select', async () => {
    await page.getByRole('button', { name: label('marks.selectAll') }).click();
    await page.locator('.bulk').waitFor({ timeout: PATIENCE });
  });
  await time('conflicts', async () => {
    await page.getByRole('link', { name: label('desk.conflicts') }).click();
    await counted(page, /^\d+/);
  });
  const heap = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6,
  );
  await page.close();
  return { times, tasks, rowsInDocument, heap };
}

const server = await startPageServer();
const found: Findings[] = [];
for (const count of [few, many]) {
  const browser = await launchWithExtension({ server });
  found.push(await measure(browser, count));
  await browser.close();
}
await server.close();
const [small, large] = found as [Findings, Findings];
console.log(`${few} → ${many} entries`);
for (const deed of DEEDS) {
  const ratio = (large.times[deed] / small.times[deed]).toFixed(1);
  console.log(
    `${deed.padEnd(9)} ${ratio.padStart(6)}×   longest task: ${toldTasks(small.tasks[deed])} → ${toldTasks(large.tasks[deed])}`,
  );
}
console.log(`rows in the document at most: ${small.rowsInDocument} → ${large.rowsInDocument}`);
console.log(`heap of the page: ${Math.round(small.heap)} → ${Math.round(large.heap)} MB`);
