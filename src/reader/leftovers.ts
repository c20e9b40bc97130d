import type { HighlightColour } from '../highlights/highlight.ts';
import { HOST_NAME } from '../page/readable.ts';
import { CHANGED_HIGHLIGHT, MARK_HIGHLIGHT } from './kept-highlights.ts';
import { CURRENT_HIGHLIGHT, TERM_HIGHLIGHTS } from './term-painter.ts';

/** A table, so that the compiler sees when one is missing. */
const COLOURS: Record<HighlightColour, string> = {
  yellow: `${MARK_HIGHLIGHT}-yellow`,
  green: `${MARK_HIGHLIGHT}-green`,
  blue: `${MARK_HIGHLIGHT}-blue`,
  pink: `${MARK_HIGHLIGHT}-pink`,
  orange: `${MARK_HIGHLIGHT}-orange`,
};

const NAMES = [
  ...Object.values(TERM_HIGHLIGHTS),
  ...Object.values(COLOURS),
  CURRENT_HIGHLIGHT,
  CHANGED_HIGHLIGHT,
];

/**
 * Removes what a reader before this one left on the page. One whose extension was switched off or updated under it
 * clears up after itself in Chromium; in Firefox nothing of it runs any more.
 */
export function removeLeftovers(): void {
  for (const host of document.querySelectorAll(HOST_NAME)) host.remove();
  // By name: to look at a highlight of a reader that is gone is denied in Firefox.
  for (const name of NAMES) CSS.highlights.delete(name);
}
