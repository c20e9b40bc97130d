import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnchorOutcome } from '../../../src/anchoring/anchor-all.ts';
import { type Anchoring, anchoring } from '../../../src/anchoring/anchoring.ts';
import type { Highlight, StateReport } from '../../../src/highlights/highlight.ts';
import { KeptHighlights } from '../../../src/reader/kept-highlights.ts';
import { highlightOf } from '../../support/records.ts';

/** A search of the page that is under way until it is let go on. */
interface Search {
  readonly ids: string[];
  finish(): void;
}

let controller: AbortController;
let searches: Search[];
let reports: StateReport[];
let kept: KeptHighlights;

function find({ id, quote }: Highlight): AnchorOutcome {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue!.indexOf(quote);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + quote.length);
    return { id, state: 'attached', range, reason: 'same', kept: 1, text: quote };
  }
  return { id, state: 'lost', range: null, reason: 'deleted' };
}

/** A search that waits for `finish`, and then comes to its end whether or not it was broken off. */
const slow: Anchoring = {
  ...anchoring,
  find: async (list) => {
    await new Promise<void>((resolve) => {
      searches.push({ ids: list.map(({ id }) => id), finish: resolve });
    });
    return (list as readonly Highlight[]).map(find);
  },
};

const quoting = (n: number, quote: string, change: Partial<Highlight> = {}) =>
  highlightOf(n, {
    quote,
    selectors: [{ type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' }],
    ...change,
  });
const first = quoting(1, '主權運算資源');
const second = quoting(2, '開放資料平臺');

beforeEach(() => {
  controller = new AbortController();
  searches = [];
  reports = [];
  document.body.innerHTML = '<p>行政院推動主權運算資源。</p><p>數位部推動開放資料平臺。</p>';
  kept = new KeptHighlights(
    {
      listHighlights: async () => [],
      readPages: async () => [],
      reportStates: async (states) => void reports.push(...states),
    },
    async () => slow,
    document.body,
    controller.signal,
  );
});
afterEach(() => {
  controller.abort();
  document.body.innerHTML = '';
});

const wordsOf = ({ startContainer, startOffset, endOffset }: AbstractRange) =>
  startContainer.nodeValue!.slice(startOffset, endOffset);
const painted = () =>
  [...CSS.highlights]
    .flatMap(([name, marks]) => (name.startsWith('gloss-mark') ? [...marks].map(wordsOf) : []))
    .sort();
const searching = (count: number) => expect.poll(() => searches.length).toBe(count);

describe('the highlights of a page that is being searched', () => {
  it('leave no ghost of one that was deleted meanwhile', async () => {
    const placed = kept.place([first]);
    await searching(1);
    const emptied = kept.place([]);
    searches[0]!.finish();
    await Promise.all([placed, emptied]);
    expect(painted()).toEqual([]);
    expect(kept.list).toEqual([]);
    expect(reports).toEqual([]);
  });

  it('are still found when another was deleted meanwhile', async () => {
    const placed = kept.place([first, second]);
    await searching(1);
    const fewer = kept.place([second]);
    await searching(2);
    expect(searches[1]!.ids).toEqual([second.id]);
    for (const { finish } of searches) finish();
    await Promise.all([placed, fewer]);
    expect(painted()).toEqual([second.quote]);
    expect(kept.list.map(({ highlight }) => highlight.id)).toEqual([second.id]);
  });

  it('are looked for again when the notice of another comes amid a second look', async () => {
    document.body.innerHTML = '<p>數位部推動開放資料平臺。</p>';
    const placed = kept.place([first, second]);
    await searching(1);
    searches[0]!.finish();
    await placed;
    expect(kept.lost).toEqual([first]);
    document.body.innerHTML += '<p>行政院推動主權運算資源。</p>';
    kept.pageChanged();
    await searching(2);
    const noted = kept.place([first, { ...second, note: '記下' }]);
    for (const { finish } of searches) finish();
    await searching(3);
    searches[2]!.finish();
    await noted;
    expect(painted()).toEqual([first.quote, second.quote].sort());
    expect(kept.highlight(second.id)?.note).toBe('記下');
  });
});
