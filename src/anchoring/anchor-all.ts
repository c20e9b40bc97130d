import type { Selector, TextPositionSelector, TextQuoteSelector } from '../highlights/selector.ts';
import { align } from './align/align.ts';
import { type FoldedString, foldKey, foldString, unitAt } from './folded-text.ts';
import { unitsInOrder } from './order.ts';
import { type PageIndex, rangeOf, readPage } from './page-index.ts';
import { linkBlocks, type PageState } from './page-text.ts';
import type { Shared } from './uniqueness.ts';
import { judge, keysOf, type LostReason, type Verdict } from './verdict.ts';
import { gatherWindows } from './windows.ts';

/** A highlight to be found again. */
export interface StoredAnchor {
  readonly id: string;
  readonly selectors: readonly Selector[];
}

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
  /** The wording that stands there now. */
  readonly text?: string;
}

/** The old text and where in it every highlight stands; [0, 0] where it does not. */
interface Before {
  readonly text: FoldedString;
  readonly spans: readonly (readonly [number, number])[];
  /** With selectors alone: what passages like each quote share of its surroundings. */
  readonly shared: readonly (Shared | null)[] | null;
}

function find<T extends Selector['type']>(
  anchor: StoredAnchor,
  type: T,
): Extract<Selector, { type: T }> | undefined {
  return anchor.selectors.find(
    (selector): selector is Extract<Selector, { type: T }> => selector.type === type,
  );
}

/** The place of a quote in the kept text: where its position says, or else where it stands once with its context. */
function placeIn(
  text: string,
  quote: TextQuoteSelector,
  position: TextPositionSelector | undefined,
): readonly [number, number] | null {
  if (position !== undefined && text.slice(position.start, position.end) === quote.exact) {
    return [position.start, position.end];
  }
  for (const [prefix, suffix] of [
    [quote.prefix, quote.suffix],
    ['', ''],
  ] as const) {
    const window = prefix + quote.exact + suffix;
    const at = text.indexOf(window);
    if (at >= 0 && text.indexOf(window, at + 1) < 0)
      return [at + prefix.length, at + prefix.length + quote.exact.length];
  }
  return null;
}

function fromPage(list: readonly StoredAnchor[], page: PageState): Before {
  const text = foldString(page.text, linkBlocks(page));
  const spans = list.map((anchor): readonly [number, number] => {
    const quote = find(anchor, 'TextQuoteSelector');
    if (quote === undefined || quote.exact === '') return [0, 0];
    const place = placeIn(page.text, quote, find(anchor, 'TextPositionSelector'));
    return place === null ? [0, 0] : [unitAt(text, place[0]), unitAt(text, place[1])];
  });
  return { text, spans, shared: null };
}

/** What the second quote of our own selectors says: context that it takes to tell the quote from those like it. */
function sharedOf(anchor: StoredAnchor): Shared | null {
  const telling = anchor.selectors.filter((selector) => selector.type === 'TextQuoteSelector')[1];
  if (telling === undefined) return null;
  return { left: foldKey(telling.prefix).length - 1, right: foldKey(telling.suffix).length - 1 };
}

function fromSelectors(list: readonly StoredAnchor[]): Before {
  const gathered = gatherWindows(
    list.map((anchor) => ({
      quote: find(anchor, 'TextQuoteSelector'),
      position: find(anchor, 'TextPositionSelector'),
    })),
  );
  return { ...gathered, shared: list.map(sharedOf) };
}

function isSame(before: FoldedString, index: PageIndex): boolean {
  const a = before.units;
  const b = index.units;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function outcome(anchor: StoredAnchor, verdict: Verdict, index: PageIndex): AnchorOutcome {
  if (!verdict.found) return { id: anchor.id, state: 'lost', range: null, reason: verdict.reason };
  const range = rangeOf(index, verdict.start, verdict.end);
  if (range === null) return { id: anchor.id, state: 'lost', range: null, reason: 'page-moved-on' };
  const { kept } = verdict;
  const text = range.toString();
  if (kept < 1) return { id: anchor.id, state: 'changed', range, reason: 'edited', kept, text };
  return verdict.inPlace
    ? { id: anchor.id, state: 'attached', range, reason: 'same', kept, text }
    : { id: anchor.id, state: 'moved', range, reason: 'elsewhere', kept, text };
}

/** Finds all highlights of a page, in slices: yields wherever the caller may let others work. */
export function* anchorSlices(
  list: readonly StoredAnchor[],
  root: Node,
  page: PageState | null,
): Generator<void, AnchorOutcome[], void> {
  if (list.length === 0) return [];
  const index = yield* readPage(root);
  const before = page === null ? fromSelectors(list) : fromPage(list, page);
  yield;
  if (page !== null && isSame(before.text, index)) {
    return list.map((anchor, at) => {
      const [start, end] = before.spans[at]!;
      const verdict: Verdict =
        start === end
          ? { found: false, reason: 'no-quote' }
          : { found: true, start, end, kept: 1, inPlace: true };
      return outcome(anchor, verdict, index);
    });
  }
  const matching = yield* align(before.text, index);
  const alignment = { matching, keys: keysOf(matching), inOrder: unitsInOrder(matching) };
  yield;
  const outcomes: AnchorOutcome[] = [];
  for (let at = 0; at < list.length; at++) {
    const [start, end] = before.spans[at]!;
    const verdict: Verdict =
      start === end
        ? { found: false, reason: 'no-quote' }
        : judge(alignment, start, end, before.shared === null ? undefined : before.shared[at]!);
    outcomes.push(outcome(list[at]!, verdict, index));
    if (at % 20 === 19) yield;
  }
  return outcomes;
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

/** Whether two texts are the same to anchoring. */
export function isSameText(a: string, b: string): boolean {
  return foldKey(a) === foldKey(b);
}
