import { align } from './align/align.ts';
import type { Matching } from './align/matching.ts';
import { Aligned } from './aligned.ts';
import { locateIfSame } from './folded-text.ts';
import { fromPage, fromSelectors, type OldText, placeInPage, type Span } from './old-text.ts';
import { type PageIndex, readPage } from './page-index.ts';
import { rangeOf, textBetween } from './page-ranges.ts';
import type { PageState } from './page-text.ts';
import { quoteOf, type StoredAnchor } from './stored-anchor.ts';
import { isIntact, judge, type LostReason, type Verdict } from './verdict.ts';

export type { StoredAnchor } from './stored-anchor.ts';

/** How a highlight was found: in its place, elsewhere, with other wording, or not at all. */
export type AnchorState = 'attached' | 'moved' | 'changed' | 'lost';

/** What became of a highlight. */
export interface AnchorOutcome {
  readonly id: string;
  readonly state: AnchorState;
  readonly range: Range | null;
  readonly reason: LostReason | 'same' | 'elsewhere' | 'edited';
  /** Share of the quote that survived, 0 to 1. */
  readonly kept?: number;
  /** The wording that stands there now, as the quote of a selector would have it. */
  readonly text?: string;
}

/** Highlights between two chances to let others work. */
const ANCHORS_A_SLICE = 10;

function outcome(anchor: StoredAnchor, verdict: Verdict, index: PageIndex): AnchorOutcome {
  const { id } = anchor;
  if (!verdict.found) return { id, state: 'lost', range: null, reason: verdict.reason };
  const range = rangeOf(index, verdict.start, verdict.end);
  if (range === null) return { id, state: 'lost', range: null, reason: 'page-moved-on' };
  const { kept } = verdict;
  const text = textBetween(index, verdict.start, verdict.end);
  if (kept < 1) return { id, state: 'changed', range, reason: 'edited', kept, text };
  return verdict.inPlace
    ? { id, state: 'attached', range, reason: 'same', kept, text }
    : { id, state: 'moved', range, reason: 'elsewhere', kept, text };
}

/** On a page whose text is the same there is nothing to search. */
function* onSamePage(
  places: readonly Span[],
  page: PageState,
  index: PageIndex,
): Generator<void, Span[] | null, void> {
  const offsets = places.flat().sort((a, b) => a - b);
  const units = locateIfSame(page.text, index.units, offsets);
  yield;
  if (units === null) return null;
  const unitOf = new Map(offsets.map((offset, at) => [offset, units[at]!]));
  return places.map(([start, end]) => [unitOf.get(start)!, unitOf.get(end)!]);
}

function* throughAlignment(
  list: readonly StoredAnchor[],
  old: OldText,
  index: PageIndex,
): Generator<void, AnchorOutcome[], void> {
  // All quotes in their places among their neighbours: nothing is left to be asked of the page.
  const isSettled = (matching: Matching): boolean =>
    old.shared === null && old.spans.every((span) => span === null || isIntact(matching, span[0], span[1]));
  const matching = yield* align(old.text, index, isSettled);
  const aligned = new Aligned(matching);
  const outcomes: AnchorOutcome[] = [];
  for (let at = 0; at < list.length; at++) {
    const span = old.spans[at]!;
    const verdict: Verdict =
      span === null
        ? { found: false, reason: 'no-quote' }
        : judge(aligned, span[0], span[1], old.shared?.[at]);
    outcomes.push(outcome(list[at]!, verdict, index));
    if (at % ANCHORS_A_SLICE === 0) yield;
  }
  return outcomes;
}

function* withPage(
  list: readonly StoredAnchor[],
  places: readonly Span[],
  page: PageState,
  index: PageIndex,
): Generator<void, AnchorOutcome[], void> {
  if (list.length === 0) return [];
  const same = yield* onSamePage(places, page, index);
  if (same === null) return yield* throughAlignment(list, fromPage(places, page), index);
  return list.map((anchor, at) => {
    const [start, end] = same[at]!;
    return outcome(anchor, { found: true, start, end, kept: 1, inPlace: true }, index);
  });
}

/**
 * Finds all highlights of a page, in slices: yields wherever the caller may let others work. `page` is
 * the state kept when the highlights were made; an anchor that does not belong to it, and every anchor
 * when it is null, is found by its selectors alone.
 *
 * Outcomes come in the order of the list. If the page changes between slices, what that touches comes
 * back lost as `page-moved-on`, to be tried again.
 */
export function* anchorSlices(
  list: readonly StoredAnchor[],
  root: Node,
  page: PageState | null,
): Generator<void, AnchorOutcome[], void> {
  if (list.length === 0) return [];
  const index = yield* readPage(root);
  const placed: StoredAnchor[] = [];
  const places: Span[] = [];
  const alone: StoredAnchor[] = [];
  for (const anchor of list) {
    const place = page === null ? null : placeInPage(anchor, page);
    if (place === null) alone.push(anchor);
    else {
      placed.push(anchor);
      places.push(place);
    }
  }
  yield;
  const outcomes = page === null ? [] : yield* withPage(placed, places, page, index);
  if (alone.some((anchor) => quoteOf(anchor) !== undefined)) {
    outcomes.push(...(yield* throughAlignment(alone, fromSelectors(alone), index)));
  } else {
    outcomes.push(...alone.map((anchor) => outcome(anchor, { found: false, reason: 'no-quote' }, index)));
  }
  if (alone.length === 0 || placed.length === 0) return outcomes;
  const byAnchor = new Map([...placed, ...alone].map((anchor, at) => [anchor, outcomes[at]!]));
  return list.map((anchor) => byAnchor.get(anchor)!);
}

/** Finds all highlights of a page in one go. */
export function anchorAll(
  list: readonly StoredAnchor[],
  root: Node,
  page: PageState | null,
): AnchorOutcome[] {
  const slices = anchorSlices(list, root, page);
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}
