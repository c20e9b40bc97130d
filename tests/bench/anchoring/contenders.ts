import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import type { PageState } from '../../../src/anchoring/page-text.ts';
import type { Selector } from '../../../src/highlights/selector.ts';
import { anchorAll, describe, describePage } from '../anchoring-adapter.ts';
import type { Contender } from './trial.ts';

interface Kept {
  readonly list: Selector[][];
  readonly page: PageState;
}

/** Our own highlights: selectors, and the text of the page kept once. */
export const own: Contender = {
  name: 'page kept',
  save: async (ranges, root) =>
    JSON.parse(
      JSON.stringify({ list: ranges.map((range) => describe(range, root)), page: describePage(root) }),
    ),
  find: async (saved, which, root) => {
    const { list, page } = saved as Kept;
    return anchorAll(
      which.map((at) => list[at]!),
      root,
      page,
    );
  },
};

/** Our own anchoring with nothing but selectors. */
export const alone: Contender = {
  name: 'selectors alone',
  save: own.save,
  find: async (saved, which, root) =>
    anchorAll(
      which.map((at) => (saved as Kept).list[at]!),
      root,
      null,
    ),
};

/** All highlights of the page are known, as in life; only some are asked for. */
export const ownAll: Contender = {
  name: 'page kept, all',
  save: own.save,
  find: async (saved, which, root) => {
    const all = anchorAll((saved as Kept).list, root, (saved as Kept).page);
    return which.map((at) => all[at]!);
  },
};

/** As `alone`, with the windows of all highlights of the page. */
export const aloneAll: Contender = {
  name: 'selectors alone, all',
  save: own.save,
  find: async (saved, which, root) => {
    const all = anchorAll((saved as Kept).list, root, null);
    return which.map((at) => all[at]!);
  },
};

/** Apache Annotator: a quote with as much context as makes it unique. */
export const apache: Contender = {
  name: '@apache-annotator/dom',
  save: async (ranges, root) => Promise.all(ranges.map((range) => describeTextQuote(range, root))),
  find: async (saved, which, root) => {
    const found: (Range | null)[] = [];
    for (const at of which) {
      const selector = (saved as Awaited<ReturnType<typeof describeTextQuote>>[])[at]!;
      const matches = createTextQuoteSelectorMatcher(selector)(root);
      const first = await matches.next();
      found.push(first.done ? null : toRange(first.value));
    }
    return found;
  },
};

function toRange(match: Range | { startContainer: Node }): Range {
  return match as Range;
}

/** A module with `describe(root, range)` and `anchor(root, selectors)`, the form that other annotators' anchoring takes. */
export interface PeerModule {
  describe(root: Element, range: Range): unknown[];
  anchor(root: Element, selectors: unknown[]): Promise<Range>;
}

/** Wraps a peer of that form. */
export function peer(name: string, module: PeerModule): Contender {
  return {
    name,
    save: async (ranges, root) => ranges.map((range) => module.describe(root, range)),
    find: async (saved, which, root) => {
      const found: (Range | null)[] = [];
      for (const at of which)
        found.push(await module.anchor(root, (saved as unknown[][])[at]!).catch(() => null));
      return found;
    },
  };
}
