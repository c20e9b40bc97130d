/**
 * A list of 200,000 rows through the wizard of the built extension, in a real Chromium: `npm run bench -- import
 * [--rows N]`, and every hostile sample after it. Tasks over 50 ms on the page are counted as the browser itself reports
 * them (time on the clock, so other programs count) and by their processor time; the peak of memory is that of the process in which the extension runs, as Linux keeps it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchWithExtension } from '../support/chromium.ts';
import { hostileFiles } from '../support/hostile-files.ts';
import { readyToImport, storedEntries } from '../support/import-wizard.ts';
import { label } from '../support/labels.ts';
import { startPageServer } from '../support/page-server.ts';
import { paintedTerms } from '../support/reading.ts';
import { waitUntil } from '../support/waiting.ts';
import { longTasks } from './long-tasks.ts';
import { traceTasks } from './processor-time.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '200000' } } });
const count = Number(values.rows);
const PATIENCE = 600_000;

const syllables = ['永續', '智慧', '數位', '綠能', '韌性', '創新', '再生', '循環', '跨域', '區域'];
const things = ['發展', '治理', '轉型', '園區', '平臺', '基金', '標準', '人才', '服務', '計畫'];
const digits = '甲乙丙丁戊己庚辛壬癸';

/** A made-up term that no other row has. */
function chinese(n: number): string {
  const number = [...String(n).padStart(6, '0')].map((digit) => digits[Number(digit)]).join('');
  return `${syllables[n % 10]}${number}${things[Math.floor(n / 10) % 10]}`;
}

/** Most memory that a process of the browser with the extension in it ever held, MB. */
function peakOf(profile: string): number {
  let most = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      if (!command.includes('--extension-process')) continue;
      const parent = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
      const family = [parent, /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))?.[1]];
      if (!family.some((id) => id && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile))) continue;
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // The process has ended meanwhile.
    }
  }
  return Math.round(most);
}

const told = (tasks: readonly number[]) =>
  tasks.length > 0 ? `${tasks.length}, longest ${Math.max(...tasks)} ms` : 'none';

const profile = mkdtempSync(join(tmpdir(), 'policy-gloss-import-'));
const folder = mkdtempSync(join(tmpdir(), 'policy-gloss-lists-'));
const list = join(folder, 'list.csv');
const rows = Array.from({ length: count }, (_, n) => `${chinese(n)},made-up term number ${n},定義 ${n}`);
writeFileSync(list, `中文,英文,定義\n${rows.join('\n')}\n`);

const server = await startPageServer();
const sample = [3, Math.floor(count / 2), count - 1].map(chinese);
const address = 'http://www.ndc.gov.tw/made-up.html';
server.serve(address, `<!DOCTYPE html><meta charset="utf-8"><p>${sample.join('，以及')}。</p>`);
const browser = await launchWithExtension({ server, profile });
try {
  const page = await browser.openOwn('library.html#/exchange');
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  await longTasks(page);
  const before = peakOf(profile);
  let start = performance.now();
  const step = async (name: string) => {
    const time = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${name.padEnd(26)} ${time.padStart(6)} s   tasks over 50 ms: ${told(await longTasks(page))}`,
    );
    start = performance.now();
  };
  const endTrace = await traceTasks(browser.context);
  await page.locator('input[type=file]').setInputFiles(list);
  const wizard = page.locator('.intake');
  await page.evaluate(() => {
    const seen = new Set<number>();
    (globalThis as unknown as { seen: Set<number> }).seen = seen;
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>('.intake progress[value]');
      if (bar) seen.add(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const button = await readyToImport(wizard, count, PATIENCE);
  await step(`read and compare ${count}`);
  await button.click();
  await wizard.getByText(label('intake.done', { name: 'list.csv' })).waitFor({ timeout: PATIENCE });
  await step('write');
  const { tasks, longest: cost, over50 } = await endTrace();
  console.log(
    `main thread, processor time ${over50} of ${tasks} tasks over 50 ms, longest ${cost} ms (by the trace)`,
  );
  const shares = await page.evaluate(() => (globalThis as unknown as { seen: Set<number> }).seen.size);
  console.log(`values of progress shown    ${shares}`);
  console.log(`entries stored              ${await storedEntries(page)}`);
  console.log(`memory peak                 ${before} MB before, ${peakOf(profile)} MB after`);
  const reader = await browser.open(address);
  await waitUntil(
    'the index knows them',
    () => paintedTerms(reader),
    (terms) => sample.every((term) => terms.includes(term)),
    PATIENCE,
  );
  await step('marked on a page');
  await reader.close();

  let longest = 0;
  for (const [name, code, make] of hostileFiles) {
    if (code === 'newer') continue;
    const path = join(folder, `${code}-${name.replace(/\W/g, '-')}`);
    writeFileSync(path, await make());
    await longTasks(page);
    await page.locator('input[type=file]').setInputFiles(path);
    await page.locator('.intake [role=alert]').filter({ hasText: /./ }).first().waitFor();
    longest = Math.max(longest, ...(await longTasks(page)));
  }
  console.log(
    `hostile samples             ${hostileFiles.length - 1} refused, longest task on the page ${longest} ms`,
  );
} finally {
  await browser.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  rmSync(folder, { recursive: true, force: true });
}
