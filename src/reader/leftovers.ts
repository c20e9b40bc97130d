import { HOST_NAME } from '../page/readable.ts';
import {
  CHANGED_HIGHLIGHT,
  CURRENT_HIGHLIGHT,
  MARK_HIGHLIGHTS,
  PRINTED_HIGHLIGHTS,
  TERM_HIGHLIGHTS,
} from './highlight-names.ts';

/**
 * Removes what a reader before this one left on the page. One whose extension was switched off or updated under it
 * clears up after itself in Chromium; in Firefox nothing of it runs any more.
 */
export function removeLeftovers(): void {
  for (const host of document.querySelectorAll(HOST_NAME)) host.remove();
  const names = [TERM_HIGHLIGHTS, MARK_HIGHLIGHTS, PRINTED_HIGHLIGHTS].flatMap<string>(Object.values);
  // By name: to look at a highlight of a reader that is gone is denied in Firefox.
  for (const name of [...names, CURRENT_HIGHLIGHT, CHANGED_HIGHLIGHT]) CSS.highlights.delete(name);
}
