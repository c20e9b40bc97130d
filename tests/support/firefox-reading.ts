import type { Page } from 'puppeteer-core';
import { cardState, highlightedTexts, pointOnHighlight } from './in-page.ts';
import { waitUntil } from './waiting.ts';

/** Texts of the recognised terms that are painted. */
export function paintedTerms(page: Page): Promise<string[]> {
  return page.evaluate(highlightedTexts, 'gloss-term');
}

/** Waits until terms are painted and returns them. */
export function waitForTerms(page: Page): Promise<string[]> {
  return waitUntil(
    'terms are painted',
    () => paintedTerms(page),
    (terms) => terms.length > 0,
  );
}

/** Rests the pointer on the first painted term that reads `text` until the card is open; moved again while waiting. */
export async function restOnTerm(page: Page, text: string): Promise<void> {
  await waitUntil(
    `the card opens on ${text}`,
    async () => {
      const point = await page.evaluate(pointOnHighlight, { prefix: 'gloss-term', text });
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
}
