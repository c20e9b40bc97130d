import { elementOf } from '../page/shadow.ts';
import { boxesOf } from './hit-test.ts';
import type { TermHit } from './term-hit.ts';

/** Brings a term into the viewport, if it is not in it. */
export function scrollToHit(hit: TermHit): void {
  const box = boxesOf(hit)[0];
  if (box && box.top >= 0 && box.bottom <= innerHeight) return;
  elementOf(hit.block.container as Node)?.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/**
 * Makes the start of a range the place where the browser goes on with Tab, and screen readers with reading: that is
 * where a collapsed selection stands, and no element of the page is touched for it.
 */
export function continueReadingAt(range: Range): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  getSelection()?.collapse(range.startContainer, range.startOffset);
}
