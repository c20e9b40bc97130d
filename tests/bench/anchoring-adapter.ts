import { anchorAll as anchorStored } from '../../src/anchoring/anchor-all.ts';
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import { describePage as describeWhole, type PageState } from '../../src/anchoring/page-text.ts';
import type { Selector } from '../../src/highlights/selector.ts';

/** What is stored of one range. */
export function describe(range: Range, root: Node): Selector[] {
  return describeRange(range, root);
}

/** What is stored once of a page. */
export function describePage(root: Node): PageState {
  return describeWhole(root);
}

/** Finds everything again; without a page by the selectors alone. */
export function anchorAll(
  list: readonly (readonly Selector[])[],
  root: Node,
  page?: PageState | null,
): (Range | null)[] {
  const stored = list.map((selectors, at) => ({ id: String(at), selectors }));
  return anchorStored(stored, root, page ?? null).map((outcome) => outcome.range);
}
