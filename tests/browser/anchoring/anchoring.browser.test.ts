import { afterEach, expect, describe as group, it } from 'vitest';
import { findAlike } from '../../../src/anchoring/alike.ts';
import { anchorAll } from '../../../src/anchoring/anchor-all.ts';
import { describe } from '../../../src/anchoring/describe.ts';
import { describePage } from '../../../src/anchoring/page-text.ts';

const INTRO = '<p>行政院於民國一百一十二年核定本計畫，由各部會依權責推動。</p>';
const BODY =
  '<p>臺北市政府：補助經費新臺幣三百萬元，辦理數位培力課程。</p>' +
  '<p>新北市政府：補助經費新臺幣五百萬元，辦理數位培力課程。</p>';
const END = '<p>本計畫自核定日起實施，至一百一十五年底止，必要時得檢討修正。</p>';

function page(html: string): HTMLElement {
  const root = document.createElement('main');
  root.innerHTML = html;
  document.body.append(root);
  return root;
}

/** The range of the n-th occurrence of a text that lies within one text node. */
function pick(root: Node, text: string, nth = 0): Range {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = nth;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(text);
    if (at < 0 || left-- > 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    return range;
  }
  throw new Error(`no such text: ${text}`);
}

function again(before: string, quote: string, after: string, nth = 0) {
  const old = page(before);
  const selectors = describe(pick(old, quote, nth), old);
  const state = describePage(old);
  old.remove();
  const now = page(after);
  const [kept] = anchorAll([{ id: 'a', selectors }], now, state);
  const [alone] = anchorAll([{ id: 'a', selectors }], now, null);
  return { kept: kept!, alone: alone!, now };
}

afterEach(() => document.body.replaceChildren());

group('describing a range', () => {
  it('keeps the real text of the page with its surroundings', () => {
    const root = page(`${INTRO}${BODY}`);
    const [quote, position] = describe(pick(root, '補助經費', 1), root);
    expect(quote).toMatchObject({ exact: '補助經費', suffix: '新臺幣五百萬元，辦理數位培力課程。' });
    expect(quote?.type === 'TextQuoteSelector' && quote.prefix.endsWith('課程。\n新北市政府：')).toBe(true);
    const state = describePage(root);
    expect(position?.type === 'TextPositionSelector' && state.text.slice(position.start, position.end)).toBe(
      '補助經費',
    );
  });

  it('trims the empty end that a triple click leaves', () => {
    const root = page(`${INTRO}<ul><li>第一項</li><li>第二項</li></ul>`);
    const items = root.querySelectorAll('li');
    const range = document.createRange();
    range.setStart(items[0]!, 0);
    range.setEnd(items[1]!, 0);
    expect(describe(range, root)[0]).toMatchObject({ exact: '第一項' });
  });

  it('reads across blocks, cells and inline borders', () => {
    const root = page('<p>甲<b>乙\n  丙</b></p><table><tr><td> 丁 </td><td>戊</td></tr></table><p>己</p>');
    const range = document.createRange();
    range.selectNodeContents(root);
    expect(describe(range, root)[0]).toMatchObject({ exact: '甲乙 丙\n丁\n戊\n己', prefix: '', suffix: '' });
  });

  it('leaves out scripts and what the extension put there', () => {
    const root = page('<p>甲<script>x</script>乙<policy-gloss-card>card</policy-gloss-card>丙</p>');
    expect(describePage(root).text).toBe('甲乙丙');
  });

  it('gives nothing for a range without text', () => {
    const root = page('<p>甲</p><p> </p>');
    const range = document.createRange();
    range.selectNodeContents(root.lastElementChild!);
    expect(describe(range, root)).toEqual([]);
  });
});

group('finding a highlight again', () => {
  const before = `<h2>目標</h2>${INTRO}${BODY}${END}`;
  const quote = '補助經費新臺幣五百萬元';

  it.each([
    ['unchanged', before],
    ['white space and inline tags', before.replace('五百萬', ' <i>五</i>\n百<b></b>萬')],
    ['variants and widths', before.replace('新臺幣五百萬元，', '新台幣五百萬元,').replaceAll('臺', '台')],
    ['a notice above', `<nav><a href="#">目標</a></nav><p>公告：本頁已更新。</p>${before}`],
  ])('%s: attached', (_, after) => {
    const { kept, alone } = again(before, quote, after);
    expect(kept.state).toBe('attached');
    expect(kept.range?.toString().replace(/\s/g, '')).toMatch(/^補助經費新[臺台]幣五百萬元$/);
    expect(alone.range?.toString()).toBe(kept.range?.toString());
  });

  it('shows an edit as changed, with the new wording', () => {
    const { kept, alone } = again(before, quote, before.replace('五百萬', '六百萬'));
    expect(kept).toMatchObject({ state: 'changed', text: '補助經費新臺幣六百萬元' });
    expect(kept.kept).toBeGreaterThan(0.8);
    expect(alone.text).toBe('補助經費新臺幣六百萬元');
  });

  it('does not take a repeat for a deleted passage', () => {
    const { kept } = again(before, '補助經費新臺幣', before.replace(/<p>新北市.*?<\/p>/, ''), 1);
    expect(kept).toMatchObject({ state: 'lost', range: null });
  });

  it('follows a block that moved', () => {
    const [first, second] = BODY.split('</p>');
    const { kept } = again(before, quote, `<h2>目標</h2>${second}</p>${INTRO}${END}${first}</p>`);
    expect(kept.range?.toString()).toBe(quote);
    expect(kept.state).toBe('moved');
  });

  it('finds text in an open shadow tree', () => {
    const { kept } = again(before, quote, `<h2>目標</h2>${INTRO}<div id="host"></div>${END}`);
    expect(kept.state).toBe('lost');
    const old = page(before);
    const stored = { id: 'a', selectors: describe(pick(old, quote), old) };
    const state = describePage(old);
    old.remove();
    const root = page(`<h2>目標</h2>${INTRO}<div></div>${END}`);
    root.querySelector('div')!.attachShadow({ mode: 'open' }).innerHTML = BODY;
    const [found] = anchorAll([stored], root, state);
    expect(found?.range?.toString()).toBe(quote);
    expect(found?.range?.startContainer.getRootNode()).toBeInstanceOf(ShadowRoot);
    const [inShadow] = describe(found!.range!, root);
    expect(inShadow).toMatchObject({ exact: quote });
  });
});

group('what is most like a lost passage', () => {
  it.each([
    ['補助經費新臺幣三百萬元', '補助經費新臺幣三百萬元', '臺北市政府：'],
    ['新北市政府補助五百萬元', '新北市政府：補助經費新臺幣五百萬元', ''],
    ['計畫必要時得停止', '計畫自核定日起實施，至一百一十五年底止，必要時得', ''],
  ])('%s', (quote, most, before) => {
    const root = page(`${INTRO}${BODY}${END}`);
    const found = findAlike(quote, root);
    expect(most).toContain(found?.toString() ?? 'nothing');
    expect(found?.toString().length).toBeGreaterThan(3);
    expect(root.textContent).toContain(before + (found?.toString() ?? ''));
  });

  it.each(['完全無關的另一段文字', 'x', ''])('is nothing for %j', (quote) => {
    expect(findAlike(quote, page(`${INTRO}${BODY}${END}`))).toBeNull();
  });
});
