import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anchoring } from '../../../src/anchoring/anchoring.ts';
import { PageTerms } from '../../../src/reader/page-terms.ts';
import { PageTools, type PageToolsOptions } from '../../../src/reader/page-tools.ts';
import type { RecognisedText } from '../../../src/reader/ports.ts';
import { Strip } from '../../../src/reader/strip.ts';

/** A recogniser that knows one word. */
async function recognise(text: string): Promise<RecognisedText> {
  const spans = [...text.matchAll(/主權AI/g)].flatMap(({ index }) => [index, index + 4, 0]);
  return { spans, matched: [{ concepts: ['tw.sovereign-ai'], term: '主權AI', lang: 'zh-Hant' }] };
}

let controller: AbortController;
let terms: PageTerms;
let tools: PageTools;

beforeEach(async () => {
  controller = new AbortController();
  const { signal } = controller;
  const root = document.body;
  root.innerHTML = '<p>行政院推動主權AI。各部會配合。</p>'.repeat(3000);
  terms = new PageTerms({ recognise }, root, () => {}, signal);
  const options = {
    ports: { recognise },
    surface: {},
    anchoring: async () => anchoring,
    root,
    page: {},
    settings: {},
    terms,
    signal,
  };
  tools = new PageTools(options as unknown as PageToolsOptions);
  await terms.read();
});
afterEach(() => {
  controller.abort();
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

describe('what a long page says of itself', () => {
  it('is counted with the page’s turn in between', async () => {
    const turns = vi.spyOn(
      (globalThis as unknown as { scheduler: { yield(): Promise<void> } }).scheduler,
      'yield',
    );
    const { occurrences, concepts } = await tools.findings();
    expect(occurrences).toBe(3000);
    expect(concepts.get('tw.sovereign-ai')).toEqual({
      count: 3000,
      words: '主權AI',
      sentence: '行政院推動主權AI。',
    });
    expect(turns.mock.calls.length).toBeGreaterThan(2);
  });

  it('is counted once while the page stays as it is, and again when it has changed', async () => {
    await tools.findings();
    const read = vi.spyOn(Strip.prototype, 'read');
    await Promise.all([tools.findings(), tools.findings()]);
    expect(read).not.toHaveBeenCalled();
    const more = document.createElement('p');
    more.textContent = '又談主權AI。';
    document.body.append(more);
    await terms.read([more]);
    expect((await tools.findings()).occurrences).toBe(3001);
  });
});
