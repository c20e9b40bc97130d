import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/find-browser.mjs';
import type { PageServer } from './page-server.ts';

const root = join(import.meta.dirname, '../..');

/** The Firefox build that may be driven: its shadow roots are open. */
export const firefoxE2eBuild = join(root, '.output/firefox-mv3-e2e');

/** A running Firefox with the extension in a fresh profile. */
export interface FirefoxWithExtension {
  readonly browser: Browser;
  /** The extension's origin, `moz-extension://<uuid>`. */
  readonly origin: string;
  /** Opens `address` in a new tab. Firefox cannot be told to map ports, so the server's port is put in. */
  open(address: string): Promise<Page>;
  /** Opens a page of the extension. `page.url()` stays about:blank; ask `location.href` inside. */
  openOwn(path: string): Promise<Page>;
  /** Folder of downloads. */
  readonly downloads: string;
  close(): Promise<void>;
}

function geckoId(extension: string): string {
  const file = join(extension, 'manifest.json');
  if (!existsSync(file)) throw new Error(`There is no build at ${extension}; run npm run build:e2e first.`);
  const manifest: { browser_specific_settings?: { gecko?: { id?: string } } } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${file} has no gecko id`);
  return id;
}

/** Starts Firefox with the extension. Every host name leads to the page server's machine, so nothing leaves it. */
export async function launchFirefoxWithExtension(
  server: PageServer,
  extension = firefoxE2eBuild,
): Promise<FirefoxWithExtension> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox was found; npm run pree2e says what is missing.');
  const uuid = randomUUID();
  const downloads = mkdtempSync(join(tmpdir(), 'policy-gloss-downloads-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // WebDriver may not go to moz-extension: addresses otherwise.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'dom.security.https_first': false,
      'intl.accept_languages': 'zh-TW, zh, en',
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId(extension)]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
    },
  });
  await browser.installExtension(extension);
  const origin = `moz-extension://${uuid}`;
  return {
    browser,
    origin,
    open: async (address) => {
      const url = new URL(address);
      url.port = String(server.port);
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(url.href);
      return page;
    },
    openOwn: async (path) => {
      const page = await browser.newPage();
      // WebDriver never reports that such a page has loaded, although it has: wait for its content instead.
      await page.goto(`${origin}/${path}`, { timeout: 1500 }).catch(() => undefined);
      return page;
    },
    downloads,
    close: async () => {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
