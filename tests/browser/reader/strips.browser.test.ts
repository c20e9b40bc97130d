import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBlocks } from '../../../src/page/blocks.ts';
import { changedNodes } from '../../../src/page/changed-nodes.ts';
import { WATCHED } from '../../../src/page/changes.ts';
import { staticRangeOf } from '../../../src/page/locate.ts';
import { isWithin } from '../../../src/page/shadow.ts';
import { PageTerms } from '../../../src/reader/page-terms.ts';
import type { RecognisedText } from '../../../src/reader/ports.ts';
import { FULL_STRIP } from '../../../src/reader/strip.ts';
import { hitsIn, markedBlocks } from '../../../src/reader/term-hit.ts';

/** A recogniser that knows two words. */
async function recognise(text: string): Promise<RecognisedText> {
  const spans = [...text.matchAll(/主權AI|數位韌性/g)].flatMap(({ 0: word, index }) => [
    index,
    index + word.length,
    word === '主權AI' ? 0 : 1,
  ]);
  const matched = ['主權AI', '數位韌性'].map((term) => ({
    concepts: [term],
    term,
    lang: 'zh-Hant' as const,
  }));
  return { spans, matched };
}

const FILLER = '為回應各界期待相關部會已完成盤點並提出分年作法';

let controller: AbortController;
const termsOf = (port = recognise, occurrences: 'every' | 'first' = 'every') =>
  new PageTerms({ recognise: port }, document.body, () => {}, controller.signal, occurrences);

beforeEach(() => {
  scrollTo(0, 0);
  controller = new AbortController();
});
afterEach(() => {
  vi.restoreAllMocks();
  controller.abort();
  clear();
});

function clear(): void {
  for (const name of ['contenteditable', 'hidden']) document.body.removeAttribute(name);
  document.body.innerHTML = '';
}

/** Where the terms stand that are known of a page, with the term. */
function marksOf(terms: PageTerms): unknown[] {
  return [...markedBlocks(terms)].flatMap(hitsIn).map(({ block, start, end, term }) => {
    const range = staticRangeOf(block, start, end);
    return [range?.startContainer, range?.startOffset, range?.endContainer, range?.endOffset, term];
  });
}

const firstsOf = (terms: PageTerms) =>
  terms.strips.flatMap((strip) => strip.read() ?? []).map(({ block }) => block.nodes[0]);

/** Has the terms found that a new reading finds, in the blocks that stand on the page. */
async function expectAsRead(terms: PageTerms): Promise<void> {
  const fresh = termsOf();
  await fresh.read();
  expect(marksOf(terms)).toEqual(marksOf(fresh));
  const all = document.body.isContentEditable ? [] : [...readBlocks(document.body)];
  expect(firstsOf(terms)).toEqual(all.map(({ nodes }) => nodes[0]));
}

/** Watches the body and the shadow roots in it as the reader does. `changed`: what did since it was last asked. */
function watch(): { changed(): Node[]; end(): void } {
  const observer = new MutationObserver(() => {});
  observer.observe(document.body, WATCHED);
  for (const { shadowRoot } of document.querySelectorAll('*'))
    if (shadowRoot) observer.observe(shadowRoot, WATCHED);
  return {
    changed: () => [...changedNodes(observer.takeRecords())],
    end: () => observer.disconnect(),
  };
}

/** Elements of the page and of its shadow roots, the body first. */
function elements(): Element[] {
  const light = [document.body, ...document.body.querySelectorAll('*')];
  return light.flatMap((element) => [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])]);
}

const DEEDS = ['insert', 'remove', 'move', 'write', 'add text', 'take text', 'edit', 'hide'] as const;

interface Change {
  readonly deed: (typeof DEEDS)[number];
  readonly at: number;
  readonly to: number;
  readonly html: string;
}

function make({ deed, at, to, html }: Change): void {
  const all = elements();
  const one = all[at % all.length]!;
  const other = all[to % all.length]!;
  const texts = [...one.childNodes].filter((node) => node instanceof Text);
  if (deed === 'insert') one.insertAdjacentHTML(to % 2 ? 'afterbegin' : 'beforeend', html);
  if (deed === 'add text') one.prepend('主權AI');
  if (deed === 'edit') one.toggleAttribute('contenteditable');
  if (deed === 'hide') one.toggleAttribute('hidden');
  if (deed === 'write' && texts.length > 0) texts[to % texts.length]!.data = `數位韌性${to}`;
  if (deed === 'take text') texts[to % texts.length]?.remove();
  if (one === document.body || isWithin(other, new Set([one]))) return;
  if (deed === 'remove') one.remove();
  if (deed === 'move') other.insertBefore(one, other.firstChild);
}

const piece = fc
  .tuple(fc.constantFrom('主權AI', '數位韌性', '無'), fc.integer({ min: 0, max: 20 }))
  .map(([word, times]) => word + FILLER.repeat(times));
const html = fc
  .tuple(
    fc.constantFrom(
      '<p>|</p>',
      '<p>|<b>權</b>AI<br>|</p>',
      '<ul><li>|</li><li>|</li></ul>',
      '<h2>|</h2>',
      '<font>|<p>|</p></font>',
      '<a>|</a><a>|</a>',
      '<i hidden>|</i>',
      '<!--|-->',
      '|',
    ),
    piece,
  )
  .map(([frame, text]) => frame.replaceAll('|', text));
const change = fc.record({
  deed: fc.constantFrom(...DEEDS),
  at: fc.nat(200),
  to: fc.nat(200),
  html,
});

/** Arbitraries of a page: up to `most` pieces of HTML, one of them perhaps with a shadow root, scrolled to its end or not. */
const shown = (most: number) => ({
  start: fc.array(html, { minLength: 1, maxLength: most }),
  shadow: fc.array(html, { maxLength: 10 }),
  host: fc.nat(30),
  scrolled: fc.boolean(),
});

interface Shown {
  readonly start: readonly string[];
  readonly shadow: readonly string[];
  readonly host: number;
  readonly scrolled: boolean;
}

function show({ start, shadow, host, scrolled }: Shown): void {
  clear();
  document.body.innerHTML = start.join('');
  if (shadow.length > 0) {
    const element = document.createElement('x-host');
    document.body.insertBefore(element, document.body.childNodes[host] ?? null);
    element.innerHTML = '<p>主權AI</p>';
    element.attachShadow({ mode: 'open' }).innerHTML = `<slot></slot>${shadow.join('')}`;
  }
  scrollTo(0, scrolled ? document.body.scrollHeight : 0);
}

describe('strips', () => {
  it('are few, however many the blocks, and cover all of them', async () => {
    document.body.innerHTML = `<p>主權AI</p>`.repeat(5_000);
    const terms = termsOf();
    await terms.read();
    expect(terms.strips.length).toBeLessThan((5_000 * 6) / FULL_STRIP + 5);
    expect([...markedBlocks(terms)]).toHaveLength(5_000);
  });

  it('know after any changes what a new reading would find', { timeout: 60_000 }, async () => {
    const changing = fc.record({
      ...shown(30),
      rounds: fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      patient: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(changing, async ({ rounds, patient, ...page }) => {
        show(page);
        const { changed, end } = watch();
        const terms = termsOf();
        const readings = [terms.read()];
        for (const round of rounds) {
          if (patient) await Promise.all(readings);
          for (const one of round) make(one);
          readings.push(terms.read(changed()));
        }
        await Promise.all(readings);
        end();
        await expectAsRead(terms);
      }),
      { numRuns: 500 },
    );
  });

  it('know them too when the page changes while it is read', { timeout: 60_000 }, async () => {
    const changing = fc.record({
      ...shown(60),
      /** Changes, how many pauses of the reader come before them, and whether they are told of at once. */
      rounds: fc.array(
        fc.record({
          changes: fc.array(change, { minLength: 1, maxLength: 3 }),
          pauses: fc.nat(4),
          told: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    });
    // A pause after every fourth look at the clock; a fraction that adds up without an error.
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 0.25));
    const { scheduler } = globalThis as unknown as { scheduler: { yield(): Promise<void> } };
    const pause = vi.spyOn(scheduler, 'yield');
    const later: (() => void)[] = [];
    vi.spyOn(window, 'setTimeout').mockImplementation(((work: () => void) => {
      later.push(work);
      return 0;
    }) as never);
    const long = (times: number) => `主權AI${FILLER.repeat(times)}`;
    const list = (times: number) => `<ul><li>${long(times)}</li><li>${long(times)}</li></ul>`;
    const broken = (times: number) => `<p>${long(times)}<b>權</b>AI<br>${long(times)}</p>`;
    const move = (at: number, to: number) => ({ deed: 'move' as const, at, to, html: '' });
    /** Strips whose text is moved after a change was told of, and before it is read. */
    const outOfOrder = {
      start: [list(0), list(0), `<p>${long(0)}</p>`, list(17)],
      shadow: [broken(0), long(9), broken(5), `<p>${long(6)}</p>`, long(18), list(4), list(17), broken(0)],
      host: 4,
      scrolled: false,
      rounds: [
        { changes: [move(159, 184)], pauses: 1, told: false },
        { changes: [move(197, 145)], pauses: 1, told: true },
        { changes: [move(164, 31), move(113, 184)], pauses: 1, told: false },
      ],
    };
    await fc.assert(
      fc.asyncProperty(changing, async ({ rounds, ...page }) => {
        show(page);
        const { changed, end } = watch();
        const pending = new Set<Node>();
        const readings: Promise<void>[] = [];
        const left = [...rounds];
        let pauses = left[0]!.pauses;
        const step = () => {
          const [round] = left;
          if (!round || pauses-- > 0) return;
          left.shift();
          pauses = left[0]?.pauses ?? 0;
          for (const one of round.changes) make(one);
          for (const node of changed()) pending.add(node);
          if (!round.told) return;
          readings.push(terms.read([...pending]));
          pending.clear();
        };
        pause.mockImplementation(async () => step());
        const terms = termsOf(async (text) => {
          step();
          const answer = await recognise(text);
          step();
          return answer;
        });
        readings.push(terms.read());
        for (const reading of readings) await reading;
        left.length = 0;
        await terms.read([...pending]);
        while (later.length > 0) {
          for (const work of later.splice(0)) work();
          for (let turn = 0; turn < 2; turn++) await terms.read([]);
        }
        end();
        await expectAsRead(terms);
      }),
      { numRuns: 1_000, examples: [[outOfOrder]] },
    );
  });

  it('are read again where something changed, and nowhere else', async () => {
    document.body.innerHTML = `<p>主權AI${FILLER}</p>`.repeat(500);
    const port = vi.fn(recognise);
    const terms = termsOf(port);
    await terms.read();
    const before = terms.strips;
    port.mockClear();
    const paragraph = document.querySelectorAll('p')[250]!;
    paragraph.append('與數位韌性');
    await terms.read([paragraph]);
    expect(port).toHaveBeenCalledOnce();
    expect(port.mock.calls[0]![0].length).toBeLessThan(2 * FULL_STRIP);
    expect(terms.strips.filter((strip) => !before.includes(strip)).length).toBeLessThanOrEqual(2);
  });

  it('are read again where the text that they began with has become an editor', async () => {
    document.body.innerHTML = `<p>${'無'.repeat(FULL_STRIP)}</p><div><p>主權AI</p></div><p>主權AI</p>`;
    const terms = termsOf();
    await terms.read();
    expect(terms.strips).toHaveLength(2);
    const editor = document.querySelector('div')!;
    editor.contentEditable = 'true';
    await terms.read([editor]);
    expect([...markedBlocks(terms)]).toHaveLength(1);
  });

  it('are read again where a page adds to its body or takes away from it, and nowhere else', async () => {
    document.body.innerHTML = `<main>${`<p>主權AI${FILLER}</p>`.repeat(500)}</main><!-- --><footer>無</footer>`;
    const port = vi.fn(recognise);
    const terms = termsOf(port);
    await terms.read();
    const { changed, end } = watch();
    for (const deed of [
      () => document.body.insertAdjacentHTML('afterbegin', '<p>主權AI</p>'),
      () => document.body.insertAdjacentHTML('beforeend', '<p>主權AI</p>'),
      () => document.body.firstElementChild!.remove(),
      () => document.querySelector('footer')!.remove(),
      () => document.body.append('數位韌性'),
    ]) {
      port.mockClear();
      deed();
      await terms.read(changed());
      expect(port).toHaveBeenCalledOnce();
      expect(port.mock.calls[0]![0].length).toBeLessThan(2 * FULL_STRIP);
      await expectAsRead(terms);
    }
    port.mockClear();
    document.body.insertAdjacentHTML('beforeend', '<script>主權AI</script><!--主權AI-->');
    expect(changed()).toEqual([]);
    end();
  });

  it('are not read again for who writes in an editor', () => {
    document.body.innerHTML = '<p>主權AI</p><div contenteditable>無<p>無</p></div><p>主權AI</p>';
    const { changed, end } = watch();
    const editor = document.querySelector('div')!;
    editor.firstChild!.nodeValue = '主權AI';
    editor.querySelector('p')!.firstChild!.nodeValue = '主權AI';
    expect(changed()).toEqual([]);
    editor.querySelector('p')!.remove();
    expect(changed()).toEqual([]);
    end();
  });

  it('are read with the next change when reading them failed', async () => {
    document.body.innerHTML = `<p>主權AI</p>${`<p>${FILLER}</p>`.repeat(200)}<p>主權AI</p>`;
    const port = vi.fn(recognise);
    const terms = termsOf(port);
    await terms.read();
    const first = document.querySelector('p')!;
    first.textContent = '主權AI 主權AI';
    port.mockRejectedValueOnce(new Error('the worker has gone'));
    await expect(terms.read([first])).rejects.toThrow();
    await terms.read([document.querySelector('p:last-child')!]);
    expect([...markedBlocks(terms)].flatMap(hitsIn)).toHaveLength(3);
  });

  it('know which terms their section has had, where the first in each counts', async () => {
    document.body.innerHTML = `<h2>無</h2><p>主權AI</p>${`<p>${FILLER}</p>`.repeat(200)}<p id="a">無</p><h2>無</h2><p id="b">無</p>`;
    const terms = termsOf(recognise, 'first');
    await terms.read();
    const changed = ['#a', '#b'].map((id) => document.querySelector(id)!);
    for (const element of changed) element.textContent = '主權AI 主權AI';
    await terms.read(changed);
    expect([...markedBlocks(terms)].flatMap(hitsIn)).toHaveLength(2);
  });
});
