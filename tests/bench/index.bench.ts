/**
 * `npm run bench -- index [--terms 1000000] [--rounds 9]`: how soon a stored index is ready in a real Chromium, and what
 * building it takes. Each reading is done in a fresh tab, from asking for the row to the scanner that is ready (opening the
 * database is not counted); ms of wall time, so the least of the rounds is given beside the median. Growth is that of heap and
 * buffers, looked at at each pause of the build, with what is not collected yet; run with `--expose-gc` it starts clean.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-browser.mjs';
import { compileSteps } from '../../src/matching/compile.ts';
import type { MatchTerm } from '../../src/matching/match-term.ts';
import { madeUpText, termsFrom } from './made-up-text.ts';
import type { inPage } from './ready-index.ts';

const { values } = parseArgs({
  options: { terms: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '9' } },
});
const rounds = Number(values.rounds);
const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

function measuredBuild(terms: readonly MatchTerm[]): { image: ArrayBuffer; ms: number; growth: number } {
  globalThis.gc?.();
  const before = process.memoryUsage();
  let most = 0;
  const watch = (): void => {
    const now = process.memoryUsage();
    const grown = now.heapUsed - before.heapUsed + now.arrayBuffers - before.arrayBuffers;
    if (grown > most) most = grown;
  };
  const from = process.cpuUsage();
  const steps = compileSteps(terms);
  let step = steps.next();
  for (; !step.done; step = steps.next()) watch();
  watch();
  const { user, system } = process.cpuUsage(from);
  return { image: step.value, ms: (user + system) / 1000, growth: most / 1e6 };
}

const others = [1, 2, 3, 4].map((seed) => madeUpText(seed, 400_000));
const terms = termsFrom(others, Number(values.terms), 11).map(
  (text): MatchTerm => ({ text, lang: '', form: 'full', concept: text, jurisdiction: 'INT', rank: 0 }),
);
const builds = Array.from({ length: 3 }, () => measuredBuild(terms));
const image = builds[0]!.image;

const bundle = await build({
  entryPoints: [new URL('ready-index.ts', import.meta.url).pathname],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'chrome130',
});
// A profile on the disk: without one the database lies in memory.
const profile = mkdtempSync(join(tmpdir(), 'policy-gloss-bench-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: findChromium() ?? 'chromium',
  args: ['--no-sandbox'],
});
await context.route('http://bench.test/**', (route) =>
  route.request().url().endsWith('/image')
    ? route.fulfill({ body: Buffer.from(image) })
    : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
);

async function inFreshTab<T>(
  run: (page: Awaited<ReturnType<typeof context.newPage>>) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  await page.goto('http://bench.test/');
  await page.addScriptTag({ content: bundle.outputFiles[0]!.text });
  const result = await run(page);
  await page.close();
  return result;
}

type InPage = { inPage: typeof inPage };
await inFreshTab((page) =>
  page.evaluate(() => (globalThis as unknown as InPage).inPage.keep('http://bench.test/image')),
);
const figures = new Map<string, number[]>();
for (let round = 0; round < rounds; round++)
  for (const key of ['blob', 'buffer'] as const) {
    const ready = await inFreshTab((page) =>
      page.evaluate((key) => (globalThis as unknown as InPage).inPage.ready(key), key),
    );
    const name = `ready from IndexedDB, stored as ${key}, ms`;
    figures.set(name, [...(figures.get(name) ?? []), ready]);
  }
await context.close();
rmSync(profile, { recursive: true, force: true });

console.log(`\n| ${terms.length.toLocaleString('en')} terms, all rules | median | least |`);
console.log('|---|---|---|');
console.log(`| image, MB | ${(image.byteLength / 1e6).toFixed(1)} | |`);
for (const [name, list] of [
  ['build, ms of CPU of the process', builds.map(({ ms }) => ms)],
  ['growth while building, MB', builds.map(({ growth }) => growth)],
  ...figures,
] as const)
  console.log(`| ${name} | ${median([...list]).toFixed(1)} | ${Math.min(...list).toFixed(1)} |`);
