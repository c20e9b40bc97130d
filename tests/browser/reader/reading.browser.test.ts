import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchChanges } from '../../../src/page/changes.ts';
import { PageTerms } from '../../../src/reader/page-terms.ts';
import type { RecognisedText } from '../../../src/reader/ports.ts';
import { forgetReading } from '../../../src/reader/strip.ts';
import { hitsIn, markedBlocks } from '../../../src/reader/term-hit.ts';
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
  terms = new PageTerms({ recognise }, document.body, () => painter.sync(terms), controller.signal);
});
afterEach(() => {
  controller.abort();
  document.body.innerHTML = '';
});

/** Ranges of all marks, whatever their style. */
const marks = () =>
  [...CSS.highlights].flatMap(([name, highlight]) => (name.startsWith('gloss-term') ? [...highlight] : []));
const painted = () => marks().length;
const until = (isTrue: () => boolean) => expect.poll(isTrue, { timeout: 5000, interval: 20 }).toBe(true);

describe('reading and painting', () => {
  it('paints what is found, and nothing after the end', async () => {
    document.body.innerHTML = '<p>談主權AI與主<b>權A</b>I</p>';
    await terms.read();
    await until(() => painted() === 2);
    controller.abort();
    expect(CSS.highlights.has('gloss-term')).toBe(false);
  });

  it('waits for nothing after the end', async () => {
    document.body.innerHTML = '<p>談主權AI</p>';
    await terms.read();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      forgetReading();
      document.querySelector('p')!.textContent = '不談了';
      expect(terms.strips[0]?.read()).toBeUndefined();
      expect(vi.getTimerCount()).toBe(1);
      controller.abort();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('registers only what is near the viewport, however long the page, and follows scrolling', async () => {
    document.body.innerHTML = '<p>主權AI 主權AI</p>'.repeat(2000);
    await terms.read();
    await until(() => painted() > 0);
    expect(painted()).toBeLessThanOrEqual(300);
    expect(termOrder(terms)).toHaveLength(4000);
    const last = document.body.lastElementChild!.firstChild!;
    last.parentElement!.scrollIntoView();
    await until(() => marks().some((range) => range.startContainer === last));
    expect(painted()).toBeLessThanOrEqual(300);
  });

  it('registers a part of a block that is a whole page', async () => {
    document.body.innerHTML = `<div>${'主權AI 是政策。<br>'.repeat(3000)}</div>`;
    await terms.read();
    await until(() => painted() > 0);
    expect(painted()).toBeLessThanOrEqual(300);
    expect(marks()[0]?.startContainer).toBe(document.querySelector('div')!.firstChild);
  });

  it('paints a part that appears later, wherever it stood hidden', async () => {
    document.body.innerHTML = `<p>主權AI</p><div id="menu" style="display:none">${'<p>主權AI</p>'.repeat(5)}</div><p>主權AI</p>`;
    await terms.read();
    await until(() => painted() === 2);
    const menu = document.querySelector<HTMLElement>('#menu')!;
    menu.style.display = '';
    await until(() => painted() === 7);
  });

  it('paints what appears around text without a box of its own', async () => {
    document.body.innerHTML =
      '<p>主權AI</p><div style="display:none"><section style="display:contents">主權AI</section></div>';
    await terms.read();
    await until(() => painted() === 1);
    document.querySelector('div')!.style.display = '';
    await until(() => painted() === 2);
  });

  it.each([
    ['an empty box', '<div style="position:absolute"><a style="display:none">主權AI</a></div>'],
    ['no box of its own', '<div style="display:contents"><a style="display:none">主權AI</a></div>'],
  ])('waits quietly for hidden text in %s', async (_, html) => {
    document.body.innerHTML = `<p>主權AI</p>${html}`;
    const observe = vi.spyOn(IntersectionObserver.prototype, 'observe');
    await terms.read();
    await until(() => painted() > 0);
    for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
    expect(observe.mock.calls.length).toBeLessThan(3);
    observe.mockRestore();
  });

  it('paints headings between parts that are folded away, and those parts when they unfold', async () => {
    document.body.innerHTML = Array.from(
      { length: 60 },
      (_, number) =>
        `<h3>${number}. 主權AI</h3><div style="max-height:0;overflow:hidden">${'<p>主權AI</p>'.repeat(40)}</div>`,
    ).join('');
    await terms.read();
    const isMarked = (element: Element) =>
      marks().some((range) => element.contains(range.startContainer as Node));
    await until(() => isMarked(document.querySelector('h3')!));
    const visible = [...document.querySelectorAll('h3')].filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight,
    );
    expect(visible.length).toBeGreaterThan(3);
    for (const heading of visible) expect(isMarked(heading)).toBe(true);
    const second = document.querySelectorAll<HTMLElement>('div')[1]!;
    second.style.maxHeight = 'none';
    await until(() => isMarked(second));
  });

  it('follows a jump from one end of a long page to the other and back', async () => {
    document.body.innerHTML = '<p>主權AI</p>'.repeat(3000);
    await terms.read();
    const isIn = (element: Element) => () =>
      marks().some((range) => range.startContainer === element.firstChild);
    for (const element of [document.body.lastElementChild!, document.body.firstElementChild!]) {
      element.scrollIntoView({ behavior: 'instant' });
      await until(isIn(element));
    }
  });

  it('follows columns, boxes that scroll by themselves, and text without a box of its own', async () => {
    document.body.innerHTML = `
      <div id="columns" style="columns:3;height:300px;overflow:hidden">${'<p>主權AI</p>'.repeat(20)}</div>
      <div id="box" style="height:100px;overflow:auto">${'<p>主權AI</p>'.repeat(300)}</div>
      <section id="loose" style="display:contents">主權AI</section>`;
    await terms.read();
    const marksIn = (id: string) =>
      marks().filter((range) => document.querySelector(id)!.contains(range.startContainer as Node)).length;
    await until(() => marksIn('#columns') === 20 && marksIn('#loose') === 1);
    const box = document.querySelector('#box')!;
    box.scrollTop = box.scrollHeight;
    await until(() => marks().some((range) => range.startContainer === box.lastElementChild!.firstChild));
  });

  it('paints no line on a long page, where lines are dear, and takes it from a page that grows long', async () => {
    document.body.innerHTML = '<p>主權AI</p>';
    await terms.read();
    await until(() => CSS.highlights.get('gloss-term')?.size === 1);
    const tall = document.createElement('div');
    tall.style.height = `${30_000_000 / innerWidth}px`;
    document.body.append(tall);
    painter.sync(terms);
    await until(() => CSS.highlights.get('gloss-term-background')?.size === 1);
    expect(CSS.highlights.has('gloss-term')).toBe(false);
  });

  it('keeps up with changes and reads only what changed', async () => {
    document.body.innerHTML = '<p id="a">主權AI</p><p id="b">無</p>';
    await terms.read();
    await until(() => painted() === 1);
    const read: Node[] = [];
    watchChanges(
      document.body,
      (roots) => {
        read.push(...roots);
        void terms.read(roots);
      },
      controller.signal,
    );
    const text = document.querySelector('#b')!.firstChild!;
    text.nodeValue = '主權AI 與主權AI';
    await until(() => painted() === 3);
    expect(read).toEqual([text]);
    document.querySelector('#a')!.remove();
    await until(() => painted() === 2);
  });

  it('marks the first below each heading when that is wanted', async () => {
    document.body.innerHTML =
      '<p>主權AI 主權AI</p><h2>主權AI</h2><p>主權AI</p><h2>其他</h2><p>無</p><p>主權AI</p>'.repeat(2);
    const few = new PageTerms(
      { recognise },
      document.body,
      () => painter.sync(few),
      controller.signal,
      'first',
    );
    await few.read();
    await until(() => painted() === 5);
    expect([...markedBlocks(few)].flatMap(hitsIn)).toHaveLength(5);
  });

  it('leaves marks registered that stand in a strip that changes, before it was read anew and after', async () => {
    document.body.innerHTML = '<p>主權AI</p><p id="b">無</p>';
    await terms.read();
    await until(() => painted() === 1);
    const [mark] = marks();
    const changed = document.querySelector('#b')!;
    changed.textContent = '這一段現在比較長';
    forgetReading();
    dispatchEvent(new Event('scroll'));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(marks()).toEqual([mark]);
    changed.textContent = '主權AI';
    await terms.read([changed]);
    await until(() => painted() === 2);
    expect(marks()).toContain(mark);
  });

  it('a change during the first reading is read after it, once', async () => {
    document.body.innerHTML = '<p id="a">主權AI</p>';
    const first = terms.read();
    document.querySelector('#a')!.firstChild!.nodeValue = '主權AI 主權AI';
    await Promise.all([first, terms.read([document.querySelector('#a')!])]);
    await until(() => painted() === 2);
    expect([...markedBlocks(terms)]).toHaveLength(1);
    expect(terms.isReading).toBe(false);
  });

  it('ended while it waits for its turn, it asks for nothing', async () => {
    document.body.innerHTML = '<p>主權AI</p>'.repeat(500);
    const port = vi.fn(recognise);
    const ended = new PageTerms({ recognise: port }, document.body, () => {}, controller.signal);
    const { scheduler } = globalThis as unknown as { scheduler: { yield(): Promise<void> } };
    const turn = vi.spyOn(scheduler, 'yield').mockImplementation(async () => controller.abort());
    await ended.read();
    await ended.read();
    expect(turn).toHaveBeenCalledOnce();
    turn.mockRestore();
    expect(port).not.toHaveBeenCalled();
  });

  it('ended while it waits for an answer, it does nothing with it', async () => {
    document.body.innerHTML = '<p>主權AI</p>';
    const onChange = vi.fn();
    const port = async (text: string) => {
      controller.abort();
      return recognise(text);
    };
    const ended = new PageTerms({ recognise: port }, document.body, onChange, controller.signal);
    await ended.read();
    expect(ended.strips).toEqual([]);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('paints again when the page clears the registry', async () => {
    document.body.innerHTML = '<p>主權AI</p>';
    await terms.read();
    await until(() => painted() === 1);
    CSS.highlights.clear();
    dispatchEvent(new Event('scroll'));
    await until(() => painted() === 1);
  });
});
