import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { cardState, highlightedTexts, pointOnHighlight } from './in-page.ts';

/** How long a state may take to come, ms. Generous, since nothing waits once it is there. */
const PATIENCE = 10_000;

/** Texts of the recognised terms that are painted. */
export function paintedTerms(page: Page): Promise<string[]> {
  return page.evaluate(highlightedTexts, 'gloss-term');
}

/** Texts of the saved highlights that are painted. */
export function paintedHighlights(page: Page): Promise<string[]> {
  return page.evaluate(highlightedTexts, 'gloss-mark');
}

/** The card, whatever it shows. Its shadow root must be open: e2e builds only. */
export function card(page: Page): Locator {
  return page.locator('policy-gloss-card [role=dialog]').first();
}

/**
 * Rests the pointer on a painted term until its card is open. The pointer is moved again while waiting: a page may
 * be painted a moment before it listens, and a pointer that rests makes no events.
 */
export async function restOnTerm(page: Page, text: string, nth = 0): Promise<Locator> {
  await expect
    .poll(
      async () => {
        const point = await page.evaluate(pointOnHighlight, { prefix: 'gloss-term', text, nth });
        if (!point) return `「${text}」 is not marked`;
        await page.mouse.move(point.x - 3, point.y);
        await page.mouse.move(point.x, point.y);
        return expect
          .poll(() => page.evaluate(cardState), { timeout: 1000 })
          .toBe('open')
          .then(
            () => 'open',
            () => 'closed',
          );
      },
      { timeout: PATIENCE },
    )
    .toBe('open');
  return card(page);
}

/** Moves the pointer away from everything and waits until the card has closed. */
export async function leave(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await expect.poll(() => page.evaluate(cardState), { timeout: PATIENCE }).not.toBe('open');
}
