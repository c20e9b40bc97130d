import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../scripts/parsed-html.ts';
import { readBlocks } from '../../../src/page/blocks.ts';
import { articleNumbered, articlesOf } from '../../../src/twins/law-text.ts';
import { linesOf } from '../../../src/twins/lines.ts';
import { proseOf } from '../../../src/twins/prose.ts';

function lines(html: string, keepsBreaks = false) {
  return [...linesOf(readBlocks(parseHtml(html)), () => keepsBreaks)];
}

describe('lines', () => {
  it.each([
    ['<p>甲<br>乙</p><p>丙</p>', false, ['甲', '乙', '丙']],
    ['<p>one\n  two</p>', false, ['one two']],
    ['<pre>one\ntwo\n\nthree</pre>', true, ['one', 'two', 'three']],
    ['<p>a <b>b</b>\n<i>c</i><br> d</p>', false, ['a b c', 'd']],
    ['<p> </p><br>', false, []],
  ])('%s', (html, keeps, expected) => {
    expect(lines(html, keeps).map(({ text }) => text)).toEqual(expected);
  });

  it('know where they stand in their block', () => {
    for (const { text, block, start, end } of lines('<p>甲 一<br>  乙 <b>二</b></p>'))
      expect(block.text.slice(start, end).replace(/\s+/g, ' ').trim()).toBe(text);
  });
});

describe('articles', () => {
  const read = (html: string) =>
    articlesOf(lines(html)).map(({ number, lines: own }) => [number, ...own.map(({ text }) => text)]);

  it('hold their lines until the next head or division', () => {
    expect(
      read(
        '<p>總說</p><h3>第一條</h3><p>甲</p><p>乙</p><p>第二章 罰則</p><p>章說明</p><h3>第二條</h3><p>丙</p>',
      ),
    ).toEqual([
      ['1', '甲', '乙'],
      ['2', '丙'],
    ]);
  });

  it('take text on the line of the head, but not a name in brackets', () => {
    expect(read('<p>第一條　甲</p><p>第二條（目的）</p><p>乙</p>')).toEqual([
      ['1', '甲'],
      ['2', '乙'],
    ]);
  });

  it('of one number twice are none of that number', () => {
    const articles = articlesOf(lines('<p>第一條</p><p>甲</p><p>第二條</p><p>乙</p><p>第一條</p><p>丙</p>'));
    expect(articleNumbered(articles, '1')).toBeUndefined();
    expect(articleNumbered(articles, '2')?.lines.map(({ text }) => text)).toEqual(['乙']);
    expect(articleNumbered(articles, '3')).toBeUndefined();
  });
});

describe('what a page says', () => {
  const read = (html: string) => proseOf(lines(html)).map(({ text }) => text);
  const [first, second] = ['部長今日宣布新的計畫將於年底完成。', '計畫經費由各機關共同編列並逐年檢討。'];

  it.each([
    ['paragraphs of one element', `<div><p>${first}</p><p>${second}</p></div>`],
    ['lines of one element', `<div>${first}<br><br>${second}</div>`],
    ['without captions and buttons', `<div><p>${first}</p><p>圖說</p><p>更多</p><p>${second}</p></div>`],
    [
      'without menus, heads and feet',
      `<nav><p>${first}${first}${first}</p></nav><main><p>${first}</p><p>${second}</p></main><footer><p>${first}${first}${first}</p></footer>`,
    ],
    [
      'without margins by their role',
      `<div role="complementary"><p>${first}${first}${first}</p></div><div><p>${first}</p><p>${second}</p></div>`,
    ],
    ['in a form that holds the whole page', `<form><div><p>${first}</p><p>${second}</p></div></form>`],
    ['the longer of two texts', `<div><p>${first}</p></div><div><p>${first}</p><p>${second}</p></div>`],
  ])('%s', (_, html) => {
    expect(read(html)).toEqual([first, second]);
  });

  it('is nothing on a page of links', () => {
    expect(read('<ul><li>最新消息</li><li>新聞稿</li></ul>')).toEqual([]);
  });
});
