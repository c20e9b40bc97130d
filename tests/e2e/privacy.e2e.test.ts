import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaveTerm, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { sampleAddress, sampleTerm } from '../support/walk.ts';

const root = join(import.meta.dirname, '../..');
const VIEWS = 100;

describe('nothing that is read leaves the machine', () => {
  const session = useChromium();

  it(`${VIEWS} page views make no request but those of the page, and leave nothing the page can read`, async () => {
    const { context } = session.browser;
    const foreign: string[] = [];
    const asked = new Set<string>();
    context.on('request', (request) => {
      const url = request.url();
      if (url.startsWith('chrome-extension://') || url.startsWith('data:')) return;
      asked.add(url);
      // What a worker asks for, or a page that is not ours to play, would be ours.
      if (request.serviceWorker() || !url.startsWith('http://www.ndc.gov.tw/')) foreign.push(url);
    });
    const page = await context.newPage();
    for (let view = 0; view < VIEWS; view++) {
      await page.goto(`${sampleAddress}?view=${view}`);
      await waitForTerms(page);
    }
    await restOnTerm(page, sampleTerm);
    await leaveTerm(page);
    expect([...asked].filter((url) => url.includes('?view=')).length).toBe(VIEWS);
    expect(foreign).toEqual([]);
    expect(session.server.missing).toEqual([]);
    const left = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
    }));
    expect(left).toEqual({ local: 0, session: 0, cookies: '', databases: 0 });
  });
});

describe('the privacy statement', () => {
  const statement = readFileSync(join(root, 'PRIVACY.md'), 'utf8');

  it.each(['chrome-mv3', 'firefox-mv3'])('explains every permission of %s, in both languages', (build) => {
    const manifest: { permissions: string[] } = JSON.parse(
      readFileSync(join(root, '.output', build, 'manifest.json'), 'utf8'),
    );
    expect(manifest.permissions.length).toBeGreaterThan(3);
    for (const permission of manifest.permissions)
      expect(statement.split(`\`${permission}\``).length - 1, permission).toBe(2);
  });
});
