import type { Reanchoring } from '../highlights/highlight.ts';
import { findAlike } from './alike.ts';
import { anchorInSlices } from './anchor-in-slices.ts';
import { describe } from './describe.ts';
import { decodePageState, encodePageState } from './page-state-codec.ts';
import { readDescribedPage } from './page-text.ts';

/** Ranges described on the page as it is now. */
export interface Description {
  /** Quote and selectors of each range; `null` for a range without text. */
  readonly words: readonly (Reanchoring | null)[];
  /** The state of the page that goes with the selectors, encoded. */
  readonly page: Uint8Array<ArrayBuffer>;
}

async function describeRanges(ranges: readonly Range[], root: Node): Promise<Description> {
  const page = readDescribedPage(root);
  const words = ranges.map((range) => {
    const selectors = describe(range, root, page);
    const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact;
    return quote ? { quote, selectors } : null;
  });
  return { words, page: await encodePageState(page.state) };
}

/** All that a reader needs to keep highlights and to find them again, as one: its code comes on need. */
export interface Anchoring {
  /** Describes ranges on the page as it is now, with the state of the page that goes with the selectors. */
  readonly describe: typeof describeRanges;
  /** Finds highlights, in slices that leave the page responsive. */
  readonly find: typeof anchorInSlices;
  /** The passage that has most in common with a quote, for the reader to look at. */
  readonly alike: typeof findAlike;
  /** Reads the state of a page as it was stored. Rejects if the bytes are none. */
  readonly decodePage: typeof decodePageState;
}

/** Anchoring as it is offered to the reader. */
export const anchoring: Anchoring = {
  describe: describeRanges,
  find: anchorInSlices,
  alike: findAlike,
  decodePage: decodePageState,
};
