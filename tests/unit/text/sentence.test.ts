import { describe, expect, it } from 'vitest';
import { sentenceAround, sentenceEdges } from '../../../src/text/sentence.ts';

describe('sentenceAround', () => {
  it.each([
    ['政府推動主權AI。預算逐年增加。', '主權AI', '政府推動主權AI。'],
    ['第一句。\n第二句談 主權AI 的發展！第三句', '主權AI', '第二句談 主權AI 的發展！'],
    [
      'Plans were made. Sovereign AI is one of 3.5 items. More followed.',
      'Sovereign AI',
      'Sovereign AI is one of 3.5 items.',
    ],
    ['沒有句號的標題主權AI', '主權AI', '沒有句號的標題主權AI'],
    ['主權AI', '主權AI', '主權AI'],
  ])('%s', (text, term, expected) => {
    const start = text.indexOf(term);
    expect(sentenceAround(text, start, start + term.length)).toBe(expected);
  });

  it('cuts a text without stops around the term', () => {
    const text = `${'甲'.repeat(1000)}主權AI${'乙'.repeat(1000)}`;
    const sentence = sentenceAround(text, 1000, 1004);
    expect(sentence).toContain('主權AI');
    expect(sentence.length).toBeLessThanOrEqual(304);
  });
});

describe('sentenceEdges', () => {
  it.each([
    ['甲乙。丙丁！戊', [0, 3, 6, 7]],
    ['One. Two 3.5 three.', [0, 4, 19]],
    ['無標點', [0, 3]],
    ['句點。', [0, 3]],
    ['', [0]],
  ])('of %s', (text, edges) => {
    expect(sentenceEdges(text)).toEqual(edges);
  });
});
