/**
 * What a large imported pack costs in a real Chromium: `npm run bench -- packs [--entries N]`. The very code of the
 * product runs in a worker of a page; times mean something beside each other only.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-browser.mjs';

const { values } = parseArgs({ options: { entries: { type: 'string', default: '200000' } } });
const count = Number(values.entries);

const bundle = await build({
  entryPoints: [new URL('packs/in-worker.ts', import.meta.url).pathname],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'chrome130',
  logLevel: 'error',
});
const server = createServer((request, response) => {
  const isWorker = request.url === '/worker.js';
  response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html');
  response.end(isWorker ? bundle.outputFiles[0]!.text : '<!doctype html><title>bench</title>');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

const browser = await chromium.launch({
  executablePath: findChromium() ?? 'chromium',
  args: ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${port}/`);
const names = await page.evaluate(
  () =>
    new Promise<string[]>((resolve) => {
      const worker = new Worker('/worker.js');
      Object.assign(globalThis, { bench: worker });
      worker.addEventListener('message', ({ data }) => resolve(data.ready), { once: true });
    }),
);
for (const step of names) {
  const { ms, result } = await page.evaluate(
    (message) =>
      new Promise<{ ms: number; result: string }>((resolve) => {
        const worker = (globalThis as unknown as { bench: Worker }).bench;
        worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
        worker.postMessage(message);
      }),
    { step, count },
  );
  console.log(`${step.padEnd(28)} ${String(Math.round(ms)).padStart(7)} ms   ${result}`);
}
await page.addScriptTag({ url: '/worker.js' });
const loaded = await page.evaluate(() =>
  (globalThis as unknown as { loadIndex(): Promise<string> }).loadIndex(),
);
console.log(`loading it in a fresh context  ${loaded}`);
await browser.close();
server.close();
