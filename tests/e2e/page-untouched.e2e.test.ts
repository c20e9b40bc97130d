import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { cardState, documentWithoutCard } from '../support/in-page.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { restOnTerm, waitForTerms } from '../support/reading.ts';
import { mountSample, sampleAddress, sampleTerm } from '../support/walk.ts';

let server: PageServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await startPageServer();
  mountSample(server);
  browser = await launchWithExtension({ server });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe("the agency's page", () => {
  it('is changed by nothing but our one host element', async () => {
    const page = await browser.context.newPage();
    // The document as the parser left it, before any extension has run at document_idle.
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        (globalThis as unknown as { before: string }).before = document.documentElement.outerHTML;
      });
    });
    await page.goto(sampleAddress);
    await waitForTerms(page);
    const hostsBefore = await page.locator('policy-gloss-card').count();
    await restOnTerm(page, sampleTerm);
    const before = await page.evaluate(() => (globalThis as unknown as { before: string }).before);
    expect(hostsBefore).toBe(0);
    expect(await page.evaluate(cardState)).toBe('open');
    expect(await page.locator('policy-gloss-card').count()).toBe(1);
    expect(await page.evaluate(documentWithoutCard)).toBe(before);
  });

  it('does not see the inside of the card: what ships keeps its shadow root closed', async () => {
    const shipped = await launchWithExtension({
      server,
      extension: (await import('../support/chromium.ts')).e2eBuild.replace(/-e2e$/, ''),
    });
    try {
      const page = await shipped.open(sampleAddress);
      await waitForTerms(page);
      await restOnTerm(page, sampleTerm);
      const root = await page.evaluate(() => document.querySelector('policy-gloss-card')?.shadowRoot ?? null);
      expect(root).toBeNull();
    } finally {
      await shipped.close();
    }
  });
});
