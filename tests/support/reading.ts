import type { Locator, Page } from 'playwright-core';
import { cardState, dragOver, highlightedTexts, pointOnHighlight } from './in-page.ts';
import { restUntilOpen } from './resting.ts';
import { waitUntil } from './waiting.ts';

/** Texts of the recognised terms that are painted. */
export function paintedTerms(page: Page): Promise<string[]> {
  return page.evaluate(highlightedTexts, 'gloss-term');
}

/** Texts of the saved highlights that are painted. */
export function paintedHighlights(page: Page): Promise<string[]> {
  return page.evaluate(highlightedTexts, 'gloss-mark');
}

/** Waits until terms are painted and returns them. */
export function waitForTerms(page: Page): Promise<string[]> {
  return waitUntil(
    'terms are painted',
    () => paintedTerms(page),
    (terms) => terms.length > 0,
  );
}

/** Our part of the page. Its shadow root must be open: e2e builds only. */
export function surface(page: Page): Locator {
  return page.locator('policy-gloss-card');
}

/** The card, or the editor of a highlight. */
export function card(page: Page): Locator {
  return surface(page).getByRole('dialog');
}

/** Rests the pointer on the `nth` painted term that reads `text` until the card is open, and returns the card. */
export async function restOnTerm(page: Page, text: string, nth = 0): Promise<Locator> {
  await restUntilOpen(text, {
    point: () => page.evaluate(pointOnHighlight, { prefix: 'gloss-term', text, nth }),
    move: (x, y) => page.mouse.move(x, y),
    state: () => page.evaluate(cardState),
  });
  return card(page);
}

/** Moves the pointer away from everything and waits until the card has closed. */
export async function leaveTerm(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await waitUntil(
    'the card closes',
    () => page.evaluate(cardState),
    (state) => state !== 'open',
  );
}

/** Selects `text`, which lies in one text node, by dragging the pointer over it. */
export async function selectByDragging(page: Page, text: string): Promise<void> {
  const drag = await page.evaluate(dragOver, text);
  if (!drag) throw new Error(`The page has no text node with ${text}`);
  await page.mouse.move(drag.from.x, drag.from.y);
  await page.mouse.down();
  await page.mouse.move(drag.to.x, drag.to.y, { steps: 5 });
  await page.mouse.up();
}
