import type { Selector } from '../highlights/selector.ts';
import { rangeOf, unitsOf } from './page-index.ts';
import { type DescribedPage, readDescribedPage } from './page-text.ts';
import { rangeSelectorOf } from './xpath.ts';

/** Characters of context kept on either side of a quote, in UTF-16 units. */
export const CONTEXT_LENGTH = 256;

function contextStart(text: string, start: number): number {
  const at = Math.max(0, start - CONTEXT_LENGTH);
  return isLowSurrogate(text, at) ? at + 1 : at;
}

function contextEnd(text: string, end: number): number {
  const at = Math.min(text.length, end + CONTEXT_LENGTH);
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/**
 * Describes a range as W3C selectors: its quote with real text of the page around it, its place in the
 * text of the page, and XPaths. The range is trimmed to the text it holds, so that the empty end of a
 * triple click does not matter. A range without text gives no selectors.
 *
 * `page` spares reading the page again when several ranges are described on it.
 */
export function describe(
  range: Range,
  root: Node,
  page: DescribedPage = readDescribedPage(root),
): Selector[] {
  const [first, last] = unitsOf(page.index, range);
  if (first === last) return [];
  const { text } = page.state;
  const start = page.textOffset[first]!;
  const end = page.textOffset[last - 1]! + 1;
  const selectors: Selector[] = [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(contextStart(text, start), start),
      suffix: text.slice(end, contextEnd(text, end)),
    },
    { type: 'TextPositionSelector', start, end },
  ];
  const trimmed = rangeOf(page.index, first, last);
  const path = trimmed === null ? null : rangeSelectorOf(trimmed);
  if (path !== null) selectors.push(path);
  return selectors;
}
