import type { Selector, TextPositionSelector, TextQuoteSelector } from '../highlights/selector.ts';

/** A highlight to be found again. */
export interface StoredAnchor {
  readonly id: string;
  readonly selectors: readonly Selector[];
}

/** The quote of an anchor; undefined if there is none or it is empty. */
export function quoteOf(anchor: StoredAnchor): TextQuoteSelector | undefined {
  const quote = anchor.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  return quote === undefined || quote.exact === '' ? undefined : quote;
}

/** The second quote that `describe` writes where passages were alike: just the context that tells them apart. */
export function tellingQuoteOf(anchor: StoredAnchor): TextQuoteSelector | undefined {
  return anchor.selectors.filter((selector) => selector.type === 'TextQuoteSelector')[1];
}

/** The text position of an anchor, if it has one. */
export function positionOf(anchor: StoredAnchor): TextPositionSelector | undefined {
  return anchor.selectors.find((selector) => selector.type === 'TextPositionSelector');
}
