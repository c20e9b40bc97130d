/**
 * `npm start`: builds the extension and opens it in a browser on a sample policy page, which plays on a government host
 * on this machine. Without a display, or with `--headless`, it walks through the page by itself, prints what it found
 * and leaves pictures.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { launchWithExtension } from '../tests/support/chromium.ts';
import { startPageServer } from '../tests/support/page-server.ts';
import { mountSample, sampleAddress, sampleSentence, sampleTerm, walk } from '../tests/support/walk.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(root, '.output/start');

function build(mode: 'production' | 'e2e'): string {
  console.log('building…');
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [wxt, 'build', '-b', 'chrome', '--mv3', '-m', mode],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) {
    console.error(`${stdout}${stderr}`);
    throw new Error('The build failed; see above.');
  }
  return join(root, mode === 'e2e' ? '.output/chrome-mv3-e2e' : '.output/chrome-mv3');
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A browser for a person: it stays open until it is closed, and may go on to real pages. */
async function openForReader(): Promise<void> {
  const extension = build('production');
  const server = await startPageServer();
  mountSample(server);
  const browser = await launchWithExtension({
    server,
    extension,
    headless: false,
    settings: null,
    keepWelcome: true,
    network: true,
    hosts: ['www.ndc.gov.tw'],
  });
  const closed = new Promise((resolve) => browser.context.once('close', resolve));
  await browser.open(sampleAddress);
  console.log(
    [
      `The browser shows the sample page, ${sampleAddress}`,
      `  · rest the pointer on 「${sampleTerm}」 to see its card`,
      '  · select a sentence and choose a colour to keep it; it is there again after a reload',
      `  · the library with everything kept: ${browser.origin}/library.html`,
      'Close the browser, or press Ctrl+C here, to end.',
    ].join('\n'),
  );
  await closed;
  await server.close();
}

/** The same walk without a person. */
async function walkAlone(): Promise<void> {
  const extension = build('e2e');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const server = await startPageServer();
  mountSample(server);
  const browser = await launchWithExtension({ server, extension });
  try {
    console.log(`walking through ${sampleAddress}`);
    let number = 0;
    const found = await walk(browser, {
      onStep: async (step, page) => {
        number += 1;
        await page.screenshot({ path: join(pictures, `${number}-${step}.png`), animations: 'disabled' });
        console.log(`  ✓ ${step}`);
      },
    });
    for (const file of [found.exported, found.spreadsheet])
      writeFileSync(join(pictures, file.name), file.content);
    const own = browser.trouble.filter(({ from }) => from === 'extension');
    console.log(
      [
        '',
        `terms painted          ${found.terms.length}, of them different: ${new Set(found.terms).size}`,
        `card of 「${sampleTerm}」    ${found.equivalent}`,
        ...found.card
          .split('\n')
          .filter((text) => text.trim() !== '')
          .map((text) => `                       │ ${text}`),
        `highlight kept         ${found.kept.join(' / ')}`,
        `after a reload         ${found.keptAfterReload.join(' / ')}`,
        `in the library         ${found.listed.join(' / ')}`,
        `exported               ${found.exported.name}, ${found.spreadsheet.name}`,
        `imported again         ${found.importedAgain}`,
        `errors of ours         ${own.length === 0 ? 'none' : own.map(({ text }) => text).join('\n')}`,
        `pictures and files     ${relative(process.cwd(), pictures) || pictures}`,
      ].join('\n'),
    );
    const whole = found.keptAfterReload.includes(sampleSentence) && own.length === 0;
    process.exitCode = whole ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv.includes('--headless') || !hasDisplay()) await walkAlone();
else await openForReader();
