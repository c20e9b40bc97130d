/** Draws the icons of the package from their one drawing. Run after changing it; the results are kept in the tree. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './find-browser.mjs';

const folder = join(import.meta.dirname, '../assets/public/icon');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');
const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium found: run `node scripts/setup.mjs --browser` first.');
const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`);
  writeFileSync(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
