import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { blockAround } from '../../../src/page/block-around.ts';
import { type Block, containerOf, readBlocks } from '../../../src/page/blocks.ts';
import { offsetInBlock, positionOfUnit, staticRangeOf } from '../../../src/page/locate.ts';

const OBJECT = '\uFFFC';

function fill(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

const texts = (html: string) => [...readBlocks(fill(html))].map(({ text }) => text.trim());

afterEach(() => {
  document.body.innerHTML = '';
});

describe('readBlocks', () => {
  it.each([
    ['paragraphs', '<p>甲</p><p>乙</p>', ['甲', '乙']],
    ['text beside blocks', '甲<p>乙</p>丙', ['甲', '乙', '丙']],
    ['inline elements inside a word', '<p>主<b>權</b><span>A<i>I</i></span></p>', ['主權AI']],
    ['a line break', '<p>千萬<br>AI</p>', ['千萬\nAI']],
    ['a possible break', '<p>區域AI<wbr>均衡</p>', ['區域AI均衡']],
    ['ruby without its reading', '<p><ruby>主權<rp>(</rp><rt>ㄓㄨˇ</rt><rp>)</rp></ruby>AI</p>', ['主權AI']],
    ['table cells', '<table><tr><td>甲</td><td>乙</td></tr></table>', ['甲', '乙']],
    ['lists within lists', '<ul><li>甲<ul><li>乙</li></ul>丙</li></ul>', ['甲', '乙', '丙']],
    ['links side by side', '<p><a>教育</a><a>部</a></p>', [`教育${OBJECT}部`]],
    ['an image inside a word', '<p>主權<img alt="">AI</p>', [`主權${OBJECT}AI`]],
    [
      'no scripts, styles, fields or code',
      '<p>甲<script>x</script><style>x</style><textarea>x</textarea><code>x</code></p>',
      ['甲'],
    ],
    ['no editable parts', '<div contenteditable>甲</div><div contenteditable="false">乙</div>', ['乙']],
    ['no hidden inline parts', '<p>主<span hidden>x</span>權</p>', ['主權']],
    ['nothing of ours', '<p>甲</p><policy-gloss-card>x</policy-gloss-card>', ['甲']],
    ['no drawings', '<svg><text>x</text></svg><p>甲</p>', ['甲']],
    ['nothing of white space', '<p> \n </p><p>甲</p>', ['甲']],
    ['buttons as words of their own', '<p>主權<button>AI</button>建設</p>', ['主權', 'AI', '建設']],
    ['definition lists', '<dl><dt>甲</dt><dd>乙</dd></dl>', ['甲', '乙']],
  ])('reads %s', (_, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });

  it('reads open shadow roots', () => {
    const host = fill('<div></div>').querySelector('div')!;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>影</p>';
    expect([...readBlocks(document.body)].map(({ text }) => text)).toEqual(['影']);
  });
});

/** A small tree as HTML: text in inline and block elements, with breaks. */
const html = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      '主',
      '權',
      'AI',
      ' ',
      '\n',
      '政策',
      '。',
      '<br>',
      '<wbr>',
      '<img>',
      '<script>x</script>',
    ),
    fc
      .tuple(
        fc.constantFrom('p', 'div', 'b', 'span', 'a', 'li', 'td', 'em'),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
  ),
})).node;

describe('the map back to the DOM', () => {
  it('leads from every unit to the same unit in its node, and back', () => {
    fc.assert(
      fc.property(fc.array(html, { maxLength: 6 }), (parts) => {
        for (const block of readBlocks(fill(parts.join('')))) {
          for (let at = 0; at < block.text.length; at++) {
            const position = positionOfUnit(block, at);
            if (!position) {
              expect([OBJECT, '\n']).toContain(block.text[at]);
              continue;
            }
            expect(position.node.data[position.offset]).toBe(block.text[at]);
            expect(offsetInBlock(block, position.node, position.offset)).toBe(at);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the block of each of its nodes again, from its first text on', () => {
    fc.assert(
      fc.property(fc.array(html, { maxLength: 6 }), (parts) => {
        for (const block of [...readBlocks(fill(parts.join('')))]) {
          const from = block.starts[0]!;
          const again = {
            ...block,
            text: block.text.slice(from),
            starts: block.starts.map((start) => start - from),
          };
          for (const node of block.nodes)
            expect(blockAround(node as Text)).toEqual(again.text.trim() === '' ? undefined : again);
          expect(containerOf(block.nodes[0]!)).toBe(block.container);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives ranges whose text is the slice', () => {
    fc.assert(
      fc.property(fc.array(html, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (parts, a, b) => {
        for (const block of readBlocks(fill(parts.join('')))) {
          const start = a % block.text.length;
          const end = start + 1 + (b % (block.text.length - start));
          const range = staticRangeOf(block, start, end);
          if (!range) continue;
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          const shown = live.cloneContents();
          for (const part of shown.querySelectorAll('script')) part.remove();
          expect(shown.textContent).toBe(ownUnits(block, start, end));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on how the text is cut into nodes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('主', '權', 'A', 'I', ' '), minLength: 1, maxLength: 20 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (text, cuts) => {
          fill('<p></p>');
          const paragraph = document.querySelector('p')!;
          paragraph.textContent = text;
          for (const cut of cuts) {
            const node = [...paragraph.childNodes].findLast(
              (child) => child instanceof Text && child.length > 0,
            ) as Text;
            node.splitText(cut % (node.length + 1));
          }
          expect([...readBlocks(document.body)].map((block) => block.text)).toEqual(
            text.trim() ? [text] : [],
          );
        },
      ),
    );
  });
});

/** The units of `[start, end)` that stand in text nodes. */
function ownUnits(block: Block, start: number, end: number): string {
  return Array.from({ length: end - start }, (_, at) => start + at)
    .filter((at) => positionOfUnit(block, at))
    .map((at) => block.text[at])
    .join('');
}
