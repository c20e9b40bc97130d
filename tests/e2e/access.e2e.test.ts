import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { paintedTerms, waitForTerms } from '../support/reading.ts';

const shipped = join(import.meta.dirname, '../../.output/chrome-mv3/manifest.json');
const elsewhere = 'http://think-tank.example/report';
const agency = 'http://www.ndc.gov.tw/report';
const text = '<!doctype html><meta charset="utf-8"><title>報告</title><p>國家發展委員會說明主權AI。</p>';

let server: PageServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await startPageServer();
  server.serve(elsewhere, text);
  server.serve(agency, text);
  browser = await launchWithExtension({ server });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The warnings that Chromium itself shows for a manifest at install. */
async function warningsOf(manifest: string): Promise<string[]> {
  const page = await browser.openOwn('library.html');
  const warnings = await page.evaluate(
    (json) =>
      (
        globalThis as unknown as {
          chrome: { management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> } };
        }
      ).chrome.management.getPermissionWarningsByManifest(json),
    manifest,
  );
  await page.close();
  return warnings;
}

const everySite = /all (websites|sites|your data on all)|所有網站/i;

describe('access', () => {
  it('the install warning names no "all websites"', async () => {
    const warnings = await warningsOf(readFileSync(shipped, 'utf8'));
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.filter((warning) => everySite.test(warning))).toEqual([]);
    // Nothing but reading the named sites: no history, no downloads, no blocking.
    expect(warnings).toHaveLength(1);
  });

  it('the check would see it: a pattern for all of gov.tw is worded as all websites', async () => {
    const manifest = { ...JSON.parse(readFileSync(shipped, 'utf8')), host_permissions: ['*://*.gov.tw/*'] };
    expect((await warningsOf(JSON.stringify(manifest))).some((warning) => everySite.test(warning))).toBe(
      true,
    );
  });

  it('reads an agency by itself and another site only after the click on the toolbar', async () => {
    const known = await browser.open(agency);
    expect(await waitForTerms(known)).toContain('主權AI');
    await known.close();

    const page = await browser.open(elsewhere);
    const session = await browser.context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('no browser to speak to');
    const { targetInfos } = (await session.send('Target.getTargets', {
      filter: [{ type: 'tab' }],
    })) as { targetInfos: { targetId: string; url: string }[] };
    const tab = targetInfos.find(({ url }) => url === elsewhere);
    expect(await paintedTerms(page)).toEqual([]);
    await page.bringToFront();
    // The real click: it opens the popup and lets the extension into this tab (activeTab).
    await session.send(
      'Extensions.triggerAction' as 'Target.getTargets',
      { id: new URL(browser.origin).host, targetId: tab?.targetId } as object,
    );
    expect(await waitForTerms(page)).toEqual(['國家發展委員會', '主權AI']);
    const worker = await browser.worker();
    const popups = await worker.evaluate(() =>
      (
        globalThis as unknown as {
          chrome: { runtime: { getContexts(filter: object): Promise<unknown[]> } };
        }
      ).chrome.runtime.getContexts({ contextTypes: ['POPUP'] }),
    );
    expect(popups).toHaveLength(1);
  });
});
