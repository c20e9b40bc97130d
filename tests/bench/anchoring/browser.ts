import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/find-browser.mjs';

/** Bundles the in-page part with the peers given as name → path of a module, and opens it in Chromium. */
export async function openBench(
  entry: URL,
  peers: ReadonlyMap<string, string>,
  report: (line: string) => void,
): Promise<{ browser: Browser; page: Page }> {
  const imports = [...peers].map(([, path], n) => `import * as peer${n} from ${JSON.stringify(path)};`);
  const names = [...peers].map(([name], n) => `${JSON.stringify(name)}: peer${n}`);
  const bundle = await build({
    entryPoints: [entry.pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome130',
    logLevel: 'error',
    plugins: [
      {
        name: 'peers',
        setup(pass) {
          pass.onResolve({ filter: /^bench-peers$/ }, () => ({ path: 'bench-peers', namespace: 'peers' }));
          pass.onLoad({ filter: /.*/, namespace: 'peers' }, () => ({
            contents: `${imports.join('\n')}\nexport const peers = { ${names.join(', ')} };`,
            resolveDir: process.cwd(),
          }));
        },
      },
    ],
  });
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => report(`page error: ${error.message}`));
  await page.exposeFunction('benchReport', report);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.exposeFunction('benchThreadTime', async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'ThreadTime')?.value;
    if (seconds === undefined) throw new Error('this Chromium does not tell the time of its threads');
    return seconds * 1000;
  });
  await page.setContent('<!doctype html><html><head><title>bench</title></head><body></body></html>');
  await page.addScriptTag({ content: bundle.outputFiles[0]!.text });
  return { browser, page };
}
