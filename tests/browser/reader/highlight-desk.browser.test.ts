import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anchoring } from '../../../src/anchoring/anchoring.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import { HighlightDesk } from '../../../src/reader/highlight-desk.ts';
import { KeptHighlights } from '../../../src/reader/kept-highlights.ts';
import { PageTerms } from '../../../src/reader/page-terms.ts';
import type { ReaderPorts } from '../../../src/reader/ports.ts';
import type { NoticeView, Surface } from '../../../src/reader/surface.ts';

let controller: AbortController;
let stored: Map<string, Highlight>;
let notices: NoticeView[];
let desk: HighlightDesk;
const save = vi.fn<ReaderPorts['saveHighlight']>();
const list = vi.fn<ReaderPorts['listHighlights']>();

const store: ReaderPorts['saveHighlight'] = async (highlight) => {
  stored.set(highlight.id, highlight);
  return highlight;
};

beforeEach(() => {
  controller = new AbortController();
  stored = new Map();
  notices = [];
  save.mockReset().mockImplementation(store);
  list.mockReset().mockImplementation(async () => [...stored.values()]);
  document.body.innerHTML = '<p>行政院推動主權運算資源，協助地方政府。</p>';
  const ports = {
    recognise: async () => ({ spans: [], matched: [] }),
    describe: async () => [],
    saveHighlight: save,
    listHighlights: list,
    readPages: async () => [],
    reportStates: async () => {},
  } satisfies Partial<ReaderPorts> as unknown as ReaderPorts;
  const { signal } = controller;
  const root = document.body;
  const kept = new KeptHighlights(ports, async () => anchoring, root, signal);
  const terms = new PageTerms(ports, root, () => {}, signal);
  const surface = { showNotice: (view) => void notices.push(view) } satisfies Partial<Surface> as Surface;
  desk = new HighlightDesk(
    {
      ports,
      surface,
      anchoring: async () => anchoring,
      root,
      page: { address: 'https://www.ndc.gov.tw/', url: 'https://www.ndc.gov.tw/', title: '' },
      settings: { selectionButton: true, colourNames: {} },
      pageDate: () => undefined,
      collectSelection() {},
    },
    kept,
    terms,
  );
});
afterEach(() => {
  controller.abort();
  document.body.innerHTML = '';
});

function words(): Range {
  const range = document.createRange();
  range.setStart(document.querySelector('p')!.firstChild!, 5);
  range.setEnd(document.querySelector('p')!.firstChild!, 11);
  return range;
}

describe('keeping a highlight', () => {
  it('again after an answer that was lost keeps one', async () => {
    save.mockImplementationOnce(async (highlight) => {
      await store(highlight);
      throw new Error('no answer');
    });
    expect(await desk.keep(words(), 'yellow')).toBe(false);
    expect(notices.map(({ text }) => text)).toEqual(['notice.failed']);
    notices[0]!.retry!();
    await expect.poll(() => notices.at(-1)?.text).toBe('notice.kept');
    expect([...stored.values()].map(({ quote }) => quote)).toEqual(['主權運算資源']);
  });

  it('succeeds when it was stored, though the page could not read it back', async () => {
    list.mockRejectedValueOnce(new Error('no answer'));
    expect(await desk.keep(words(), 'yellow')).toBe(true);
    expect(notices.map(({ text, retry }) => [text, retry])).toEqual([['notice.kept', undefined]]);
    expect(stored.size).toBe(1);
  });
});
