import type { Page } from 'puppeteer-core';
import { cardState, highlightedTexts, pointOnHighlight } from './in-page.ts';
import { restUntilOpen } from './resting.ts';
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

/** Rests the pointer on the first painted term that reads `text` until the card is open. */
export async function restOnTerm(page: Page, text: string): Promise<void> {
  await restUntilOpen(text, {
    point: () => page.evaluate(pointOnHighlight, { prefix: 'gloss-term', text }),
    move: (x, y) => page.mouse.move(x, y),
    state: () => page.evaluate(cardState),
  });
}
