/**
 * What the library costs with 10,000 highlights over 2,000 pages beside 100 over 20, in a real Chromium:
 * `npm run bench -- library [--highlights N]`. Times mean something beside each other only; tasks over 50 ms are counted
 * as the browser itself reports them.
 */
import { parseArgs } from 'node:util';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { ask } from '../support/own-records.ts';
import { startPageServer } from '../support/page-server.ts';
import { highlightOf } from '../support/records.ts';
import { waitUntil } from '../support/waiting.ts';
import { longTasks } from './long-tasks.ts';

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

interface Findings {
  readonly open: number;
  readonly search: number;
  readonly rowsInDocument: number;
  readonly longTasks: Readonly<Record<'open' | 'search' | 'scroll', number[]>>;
}

async function measure(browser: ExtensionBrowser, count: number): Promise<Findings> {
  const setting = await browser.openOwn('library.html#/settings');
  for (let at = 0; at < count; at += 500) {
    const highlights = Array.from({ length: Math.min(500, count - at) }, (_, n) => soaked(at + n));
    const { ok } = await ask(setting, 'exchange:import', { highlights, entries: [] });
    if (!ok) throw new Error('the highlights could not be stored');
  }
  await setting.close();
  const start = performance.now();
  const page = await browser.openOwn('library.html#/highlights');
  await page.locator('blockquote').first().waitFor();
  const open = performance.now() - start;
  const tasks = { open: await longTasks(page), search: [] as number[], scroll: [] as number[] };

  const searched = performance.now();
  await page.getByRole('searchbox').fill('第77段');
  await waitUntil(
    'it is found',
    async () => (await page.locator('blockquote').allInnerTexts()).every((text) => text.startsWith('第77段')),
    Boolean,
    60_000,
  );
  const search = performance.now() - searched;
  tasks.search = await longTasks(page);
  await page.getByRole('searchbox').fill('');
  await waitUntil('all are listed', async () => (await page.locator('blockquote').count()) > 1);
  await longTasks(page);

  let rowsInDocument = 0;
  for (let step = 0; step < 60; step++) {
    await page.mouse.wheel(0, 900);
    rowsInDocument = Math.max(rowsInDocument, await page.locator('blockquote').count());
  }
  tasks.scroll = await longTasks(page);
  await page.close();
  return { open, search, rowsInDocument, longTasks: tasks };
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
const ratio = (a: number, b: number) => `${(b / a).toFixed(1)}×`;
console.log(`${few} → ${many} highlights`);
console.log(`open    ${ratio(small.open, large.open)}`);
console.log(`search  ${ratio(small.search, large.search)}`);
console.log(`rows in the document at most: ${small.rowsInDocument} → ${large.rowsInDocument}`);
for (const what of ['open', 'search', 'scroll'] as const) {
  const told = (tasks: number[]) =>
    tasks.length > 0 ? `${tasks.length}, longest ${Math.max(...tasks)} ms` : 'none';
  console.log(
    `tasks over 50 ms, ${what.padEnd(6)}: ${told(small.longTasks[what])} → ${told(large.longTasks[what])}`,
  );
}
