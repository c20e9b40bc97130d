import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import { anchorAll } from '../../../src/anchoring/anchor-all.ts';
import type { PageState } from '../../../src/anchoring/page-text.ts';
import type { Selector } from '../../../src/highlights/selector.ts';
import { describe, describePage } from '../anchoring-adapter.ts';
import type { Contender } from './trial.ts';

interface Kept {
  readonly list: Selector[][];
  readonly page: PageState;
}

/** Our own anchoring: with the text of the page kept or not, given the highlights in question or all of the page. */
function ours(name: string, withPage: boolean, all: boolean): Contender {
  const notes: string[] = [];
  return {
    name,
    notes,
    save: async (ranges, root) =>
      JSON.parse(
        JSON.stringify({ list: ranges.map((range) => describe(range, root)), page: describePage(root) }),
      ),
    find: async (saved, which, root) => {
      const { list, page } = saved as Kept;
      const given = all ? list.map((_, at) => at) : which;
      const stored = given.map((at) => ({ id: String(at), selectors: list[at]! }));
      const found = new Map(
        anchorAll(stored, root, withPage ? page : null).map((outcome) => [outcome.id, outcome]),
      );
      const outcomes = which.map((at) => found.get(String(at)));
      notes.splice(0, notes.length, ...outcomes.map((outcome) => `${outcome?.state} ${outcome?.reason}`));
      return outcomes.map((outcome) => outcome?.range ?? null);
    },
  };
}

/** Our own highlights: selectors, and the text of the page kept once. */
export const own = ours('page kept', true, false);

/** Our own anchoring with nothing but selectors. */
export const alone = ours('selectors alone', false, false);

/** All highlights of the page are given, as in life; only some are asked for. */
export const ownAll = ours('page kept, all', true, true);

/** As `alone`, with the windows of all highlights of the page. */
export const aloneAll = ours('selectors alone, all', false, true);

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
