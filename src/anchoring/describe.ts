import type { Selector, TextQuoteSelector } from '../highlights/selector.ts';
import { rangeOf, unitsOf } from './page-ranges.ts';
import { type DescribedPage, readDescribedPage } from './page-text.ts';
import { sharedSurroundings } from './uniqueness.ts';
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

/** The quote with no more context than tells it from every like passage of the page; null if there is none like it. */
function tellingQuote(page: DescribedPage, first: number, last: number): TextQuoteSelector | null {
  const shared = sharedSurroundings(page.index, page.key, first, last);
  if (shared === null) return null;
  const { text } = page.state;
  const start = page.textOffset[first]!;
  const end = page.textOffset[last - 1]! + 1;
  const from = page.textOffset[Math.max(0, first - shared.left - 1)]!;
  const to = page.textOffset[Math.min(page.textOffset.length - 1, last + shared.right)]! + 1;
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(from, contextStart(text, start)), start),
    suffix: text.slice(end, Math.min(to, contextEnd(text, end))),
  };
}

/**
 * Describes a range as W3C selectors: its quote with real text of the page around it, its place in the
 * text of the page, and XPaths. The range is trimmed to the text it holds, so that the empty end of a
 * triple click does not matter. A range without text gives no selectors.
 *
 * Where the page holds other passages with the same or nearly the same words, a second
 * TextQuoteSelector says how much context it takes to tell them apart.
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
  const telling = tellingQuote(page, first, last);
  if (telling !== null) selectors.push(telling);
  return selectors;
}
