/**
 * What the library costs with 10,000 highlights over 2,000 pages beside 100 over 20, in a real Chromium:
 * `npm run bench -- library [--highlights N]`. Times mean something beside each other only; tasks are those of the
 * page's main thread, by the processor's work on them.
 */
import { parseArgs } from 'node:util';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { label } from '../support/labels.ts';
import { ask, putRows } from '../support/own-records.ts';
import { startPageServer } from '../support/page-server.ts';
import { highlightOf } from '../support/records.ts';
import { waitUntil } from '../support/waiting.ts';
import { type MainThreadTask, mainThreadTasks, toldTasks } from './main-thread.ts';

const { values } = parseArgs({ options: { highlights: { type: 'string', default: '10000' } } });
const many = Number(values.highlights);
const few = 100;

/** Highlights on one page. */
const ON_A_PAGE = 5;

function soaked(n: number) {
  const quote = `第${n}段：主管機關應訂定相關推動計畫，並定期檢討其執行情形，以符實際需要與各界期待。`;
  return highlightOf(n, {
    quote,
    selectors: [
      { type: 'TextQuoteSelector', exact: quote, prefix: '前文'.repeat(100), suffix: '後文'.repeat(100) },
      { type: 'TextPositionSelector', start: n * 10, end: n * 10 + quote.length },
    ],
    document: {
      address: `https://www.ndc.gov.tw/page-${Math.floor(n / ON_A_PAGE)}.html`,
      title: `第${Math.floor(n / ON_A_PAGE)}頁`,
      readOn: '2026-01-01',
    },
    note: n % 3 === 0 ? `筆記 ${n}` : '',
    tags: [`標籤${n % 40}`],
  });
}

/** Opening the library, going to its highlights, searching them, scrolling through them. */
const DEEDS = ['start', 'open', 'search', 'scroll'] as const;
type Deed = (typeof DEEDS)[number];

interface Findings {
  readonly times: Record<Deed, number>;
  readonly tasks: Record<Deed, readonly MainThreadTask[]>;
  readonly rowsInDocument: number;
}

async function fill(browser: ExtensionBrowser, count: number): Promise<void> {
  // Not the library: its first opening is measured.
  const setting = await browser.openOwn('popup.html');
  // Answered once the database is there.
  await ask(setting, 'tags:list', null);
  for (let at = 0; at < count; at += 500)
    await putRows(
      setting,
      'highlights',
      Array.from({ length: Math.min(500, count - at) }, (_, n) => soaked(at + n)),
    );
  await setting.close();
}

async function measure(browser: ExtensionBrowser, count: number): Promise<Findings> {
  await fill(browser, count);
  const times = {} as Findings['times'];
  const tasks = {} as Findings['tasks'];
  const time = async (deed: Deed, work: () => Promise<unknown>) => {
    tasks[deed] = await mainThreadTasks(browser.context.browser()!, async () => {
      const start = performance.now();
      await work();
      times[deed] = performance.now() - start;
    });
  };
  await time('start', async () => {
    const opened = await browser.openOwn('library.html#/glossary');
    await opened.locator('h1').waitFor();
    await opened.getByRole('row').nth(1).waitFor();
    await opened.close();
  });
  const page = await browser.openOwn('library.html#/settings');
  await page.locator('h1').waitFor();
  await time('open', async () => {
    await page.getByRole('link', { name: label('library.highlights'), exact: true }).click();
    await page.locator('blockquote').first().waitFor();
  });
  await time('search', async () => {
    await page.getByRole('searchbox').fill('第77段');
    await waitUntil(
      'it is found',
      async () =>
        (await page.locator('blockquote').allInnerTexts()).every((text) => text.startsWith('第77段')),
      Boolean,
      60_000,
    );
  });
  await page.getByRole('searchbox').fill('');
  await waitUntil('all are listed', async () => (await page.locator('blockquote').count()) > 1);
  let rowsInDocument = 0;
  await time('scroll', async () => {
    for (let step = 0; step < 60; step++) {
      await page.mouse.wheel(0, 900);
      rowsInDocument = Math.max(rowsInDocument, await page.locator('blockquote').count());
    }
  });
  await page.close();
  return { times, tasks, rowsInDocument };
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
console.log(`${few} → ${many} highlights`);
for (const deed of DEEDS) {
  const ratio = (large.times[deed] / small.times[deed]).toFixed(1);
  console.log(
    `${deed.padEnd(7)} ${ratio.padStart(5)}×   longest task: ${toldTasks(small.tasks[deed])} → ${toldTasks(large.tasks[deed])}`,
  );
}
console.log(`rows in the document at most: ${small.rowsInDocument} → ${large.rowsInDocument}`);
