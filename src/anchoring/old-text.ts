import { type FoldedString, foldKey, foldString, unitAt } from './folded-text.ts';
import { linkBlocks, type PageState } from './page-text.ts';
import { positionOf, quoteOf, type StoredAnchor, tellingQuoteOf } from './stored-anchor.ts';
import type { Shared } from './uniqueness.ts';
import { gatherWindows } from './windows.ts';

/** Start and end. */
export type Span = readonly [number, number];

/** What is known of the page as it was when some highlights were made. */
export interface OldText {
  readonly text: FoldedString;
  /** Where every highlight stood, in folded units; null where it has no quote. */
  readonly spans: readonly (Span | null)[];
  /** What passages like each quote shared of its surroundings; null when all of the page is known. */
  readonly shared: readonly (Shared | null)[] | null;
}

/**
 * The place of an anchor's quote in the kept text of a page, in UTF-16 units: where its position says, or
 * else where the quote stands once, with its context or without. Null if the text is of another page.
 */
export function placeInPage(anchor: StoredAnchor, { text }: PageState): Span | null {
  const quote = quoteOf(anchor);
  if (quote === undefined) return null;
  const position = positionOf(anchor);
  if (position !== undefined && text.slice(position.start, position.end) === quote.exact) {
    return [position.start, position.end];
  }
  for (const [prefix, suffix] of [
    [quote.prefix, quote.suffix],
    ['', ''],
  ] as const) {
    const window = prefix + quote.exact + suffix;
    const at = text.indexOf(window);
    if (at < 0 || text.indexOf(window, at + 1) >= 0) continue;
    return [at + prefix.length, at + prefix.length + quote.exact.length];
  }
  return null;
}

/** The old text from the kept text of the page. */
export function fromPage(places: readonly Span[], page: PageState): OldText {
  const text = foldString(page.text, linkBlocks(page));
  const spans = places.map(([start, end]): Span => [unitAt(text, start), unitAt(text, end)]);
  return { text, spans, shared: null };
}

function sharedOf(anchor: StoredAnchor): Shared | null {
  const telling = tellingQuoteOf(anchor);
  if (telling === undefined) return null;
  return { left: foldKey(telling.prefix).length - 1, right: foldKey(telling.suffix).length - 1 };
}

/** As much of the old text as the selectors tell. */
export function fromSelectors(list: readonly StoredAnchor[]): OldText {
  const gathered = gatherWindows(
    list.map((anchor) => ({ quote: quoteOf(anchor), position: positionOf(anchor) })),
  );
  return { ...gathered, shared: list.map(sharedOf) };
}
