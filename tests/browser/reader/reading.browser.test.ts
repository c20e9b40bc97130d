import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchChanges } from '../../../src/page/changes.ts';
import { PageTerms } from '../../../src/reader/page-terms.ts';
import type { RecognisedText } from '../../../src/reader/ports.ts';
import { termOrder } from '../../../src/reader/term-order.ts';
import { TermPainter } from '../../../src/reader/term-painter.ts';

/** A recogniser that knows one word. */
async function recognise(text: string): Promise<RecognisedText> {
  const spans = [...text.matchAll(/主權AI/g)].flatMap(({ index }) => [index, index + 4, 0]);
  return { spans, matched: [{ concepts: ['tw.sovereign-ai'], term: '主權AI', lang: 'zh-Hant' }] };
}

let controller: AbortController;
let terms: PageTerms;
let painter: TermPainter;

beforeEach(() => {
  scrollTo(0, 0);
  controller = new AbortController();
  painter = new TermPainter('dotted', controller.signal);
  terms = new PageTerms({ recognise }, () => painter.sync(terms.blocks), controller.signal);
});
afterEach(() => {
  controller.abort();
  document.body.innerHTML = '';
});

const painted = () => CSS.highlights.get('gloss-term')?.size ?? 0;
const until = (isTrue: () => boolean) => expect.poll(isTrue, { timeout: 5000, interval: 20 }).toBe(true);

describe('reading and painting', () => {
  it('paints what is found, and nothing after the end', async () => {
    document.body.innerHTML = '<p>談主權AI與主<b>權A</b>I</p>';
    await terms.read([document.body]);
    await until(() => painted() === 2);
    controller.abort();
    expect(CSS.highlights.has('gloss-term')).toBe(false);
  });

  it('registers only what is near the viewport, however long the page, and follows scrolling', async () => {
    document.body.innerHTML = '<p>主權AI 主權AI</p>'.repeat(2000);
    await terms.read([document.body]);
    await until(() => painted() > 0);
    expect(painted()).toBeLessThanOrEqual(300);
    expect(termOrder(terms.blocks)).toHaveLength(4000);
    const last = document.body.lastElementChild!.firstChild!;
    last.parentElement!.scrollIntoView();
    await until(() =>
      [...(CSS.highlights.get('gloss-term') ?? [])].some((range) => range.startContainer === last),
    );
    expect(painted()).toBeLessThanOrEqual(300);
  });

  it('registers a part of a block that is a whole page', async () => {
    document.body.innerHTML = `<div>${'主權AI 是政策。<br>'.repeat(3000)}</div>`;
    await terms.read([document.body]);
    await until(() => painted() > 0);
    expect(painted()).toBeLessThanOrEqual(300);
    const firstTop = [...(CSS.highlights.get('gloss-term') ?? [])].map((range) => range.startContainer)[0];
    expect(firstTop).toBe(document.querySelector('div')!.firstChild);
  });

  it('keeps up with changes and reads only what changed', async () => {
    document.body.innerHTML = '<p id="a">主權AI</p><p id="b">無</p>';
    await terms.read([document.body]);
    await until(() => painted() === 1);
    const read: string[] = [];
    watchChanges(
      document.body,
      (roots) => {
        read.push(...roots.map((root) => (root as Element).id));
        void terms.read(roots).then(() => painter.sync(terms.blocks));
      },
      controller.signal,
    );
    document.querySelector('#b')!.firstChild!.nodeValue = '主權AI 與主權AI';
    await until(() => painted() === 3);
    expect(read).toEqual(['b']);
    document.querySelector('#a')!.remove();
    await until(() => painted() === 2);
  });

  it('marks the first below each heading when that is wanted', async () => {
    document.body.innerHTML =
      '<p>主權AI 主權AI</p><h2>主權AI</h2><p>主權AI</p><h2>其他</h2><p>無</p><p>主權AI</p>'.repeat(2);
    const few = new PageTerms({ recognise }, () => painter.sync(few.blocks), controller.signal, 'first');
    await few.read([document.body]);
    await until(() => painted() === 5);
    expect([...few.blocks].flatMap(({ hits }) => [...hits])).toHaveLength(15);
  });

  it('a change during the first reading is read after it, once', async () => {
    document.body.innerHTML = '<p id="a">主權AI</p>';
    const first = terms.read([document.body]);
    document.querySelector('#a')!.firstChild!.nodeValue = '主權AI 主權AI';
    await Promise.all([first, terms.read([document.querySelector('#a')!])]);
    await until(() => painted() === 2);
    expect(terms.blocks.size).toBe(1);
    expect(terms.isReading).toBe(false);
  });

  it('paints again when the page clears the registry', async () => {
    document.body.innerHTML = '<p>主權AI</p>';
    await terms.read([document.body]);
    await until(() => painted() === 1);
    CSS.highlights.clear();
    dispatchEvent(new Event('scroll'));
    await until(() => painted() === 1);
  });
});
