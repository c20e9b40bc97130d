import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchChanges } from '../../../src/page/changes.ts';
import { PageTerms } from '../../../src/reader/page-terms.ts';
import type { RecognisedText } from '../../../src/reader/ports.ts';
import { ShadowRoots } from '../../../src/reader/shadow-roots.ts';
import { termOrder } from '../../../src/reader/term-order.ts';
import { TermPainter } from '../../../src/reader/term-painter.ts';

/** A recogniser that knows one word. */
const recognise = vi.fn(async (text: string): Promise<RecognisedText> => {
  const spans = [...text.matchAll(/主權AI/g)].flatMap(({ index }) => [index, index + 4, 0]);
  return { spans, matched: [{ concepts: ['tw.sovereign-ai'], term: '主權AI', lang: 'zh-Hant' }] };
});

let controller: AbortController;
let terms: PageTerms;

beforeEach(() => {
  scrollTo(0, 0);
  controller = new AbortController();
  document.body.innerHTML = '<p>主權AI</p><x-host></x-host><p>主權AI</p>';
});
afterEach(() => {
  controller.abort();
  document.body.innerHTML = '';
});

/** Reads the page and keeps up with it as the reader does. */
function start(): Promise<void> {
  const { signal } = controller;
  const painter = new TermPainter('dotted', signal);
  const { watch } = watchChanges(document.body, (roots) => void terms.read(roots), signal);
  const shadows = new ShadowRoots(watch, undefined, signal);
  const onChange = () => painter.sync(terms);
  terms = new PageTerms({ recognise }, document.body, onChange, signal, 'every', (root) =>
    shadows.meet(root),
  );
  return terms.read();
}

function attach(): ShadowRoot {
  return document.querySelector('x-host')!.attachShadow({ mode: 'open' });
}

const known = () => termOrder(terms).length;
const painted = () => CSS.highlights.get('gloss-term')?.size ?? 0;
const until = (isTrue: () => boolean) => expect.poll(isTrue, { timeout: 5000, interval: 20 }).toBe(true);

describe('shadow roots', () => {
  it('are read when their element gets them after the page was read', async () => {
    await start();
    await until(() => painted() === 2);
    attach().innerHTML = '<p style="margin-top: 3000px">與主權AI</p>';
    await until(() => known() === 3);
    recognise.mockClear();
    scrollTo(0, 3000);
    await until(() => painted() === 2);
    expect(recognise).not.toHaveBeenCalled();
  });

  it('are read when they get their text after the page was read', async () => {
    const root = attach();
    await start();
    root.innerHTML = '<p>與主權AI</p>';
    await until(() => painted() === 3);
    root.innerHTML = '';
    await until(() => painted() === 2);
    root.textContent = '主權AI';
    await until(() => painted() === 3);
    expect(known()).toBe(3);
  });

  it('are read again when they change while the page is read', async () => {
    const root = attach();
    root.innerHTML = '<p>無</p>';
    recognise.mockImplementationOnce(async () => {
      root.innerHTML = '<p>與主權AI</p>';
      return { spans: [], matched: [] };
    });
    await start();
    await until(() => known() === 3);
  });

  it('are not kept when they have gone', async () => {
    attach().innerHTML = '<p>主權AI</p>';
    await start();
    expect(terms.shadowRoots.size).toBe(1);
    document.querySelector('x-host')!.remove();
    await until(() => terms.shadowRoots.size === 0);
  });
});
