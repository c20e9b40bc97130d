import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxWithExtension, launchFirefoxWithExtension } from '../support/firefox.ts';
import { cardState, highlightedTexts, pointOnHighlight } from '../support/in-page.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { waitUntil } from '../support/waiting.ts';
import { mountSample } from '../support/walk.ts';

let server: PageServer;
let browser: FirefoxWithExtension;

beforeAll(async () => {
  server = await startPageServer();
  mountSample(server);
  browser = await launchFirefoxWithExtension(server);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('Firefox', () => {
  it('marks terms and shows the card', async () => {
    const page = await browser.open('http://www.ndc.gov.tw/sample/news.html');
    const terms = await waitUntil(
      'terms are painted',
      () => page.evaluate(highlightedTexts, 'gloss-term'),
      (found) => found.length > 0,
    );
    expect(terms).toContain('主權AI');

    await waitUntil(
      'the card opens',
      async () => {
        const point = await page.evaluate(pointOnHighlight, { prefix: 'gloss-term', text: '主權AI' });
        if (!point) return 'not painted';
        await page.mouse.move(point.x - 3, point.y);
        await page.mouse.move(point.x, point.y);
        return waitUntil(
          'it is open',
          () => page.evaluate(cardState),
          (state) => state === 'open',
          1000,
        );
      },
      (state) => state === 'open',
    );
    const words = await page.evaluate(
      () =>
        document.querySelector('policy-gloss-card')?.shadowRoot?.querySelector('[role=dialog]')?.textContent,
    );
    expect(words).toContain('Sovereign AI');
  });
});
