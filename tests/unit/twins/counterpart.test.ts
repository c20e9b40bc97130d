import { describe, expect, it } from 'vitest';
import { counterpartOf, type Sides, sentencesOf } from '../../../src/twins/counterpart.ts';

describe('sentences', () => {
  it.each([
    ['zh', '主管機關為行政院。其權責另定之。', ['主管機關為行政院。', '其權責另定之。']],
    ['zh', '稱「個人資料」者。」及其他；另定', ['稱「個人資料」者。」', '及其他；', '另定']],
    [
      'en',
      'It is the Executive Yuan. Its powers follow.',
      ['It is the Executive Yuan.', 'Its powers follow.'],
    ],
    [
      'en',
      'See Art. 5 and No. 3 of the list, e.g. 1.5 percent. Done.',
      ['See Art. 5 and No. 3 of the list, e.g. 1.5 percent.', 'Done.'],
    ],
  ] as const)('in %s: %s', (language, text, expected) => {
    expect(sentencesOf(text, language)).toEqual(expected);
  });
});

const wordings = { zh: ['主管機關'], en: ['competent authority'] };
const holds = (text: string, wording: string) => text.toLowerCase().includes(wording);

function find(kind: 'article' | 'prose', paragraphs: string[], at: number, other: string[]) {
  const sides: Sides = { place: { kind, paragraphs, at }, from: 'zh', other, to: 'en', wordings, holds };
  const found = counterpartOf(sides);
  return found && `${found.unit}: ${found.text}`;
}

describe('the sentence of the other language', () => {
  it('of an article with as many paragraphs stands at the same place', () => {
    expect(find('article', ['前言。', '主管機關定之。'], 1, ['Preamble.', 'The authority does so.'])).toBe(
      'sentence: The authority does so.',
    );
  });

  it('is the one with the equivalent when the paragraph has several', () => {
    const there = 'The plan is made. The competent authority approves it. Rules follow.';
    expect(find('article', ['計畫定之；主管機關核定之。'], 0, [there])).toBe(
      'sentence: The competent authority approves it.',
    );
  });

  it('is the whole paragraph when the sentences cannot be told apart', () => {
    const there = 'The competent authority plans. The competent authority approves.';
    expect(find('article', ['主管機關計畫之。由主管機關核定之。'], 0, [there])).toBe(`paragraph: ${there}`);
    expect(
      find('article', ['計畫之。由主管機關核定之。'], 0, ['The competent authority plans. It is approved.']),
    ).toBe('paragraph: The competent authority plans. It is approved.');
  });

  it('of an article with another number of paragraphs is found by the equivalent alone', () => {
    const there = ['First.', 'The competent authority approves.', 'Third.'];
    expect(find('article', ['第一。', '主管機關核定之。'], 1, there)).toBe(
      'sentence: The competent authority approves.',
    );
  });

  it.each<[string, 'article' | 'prose', string[], number, string[]]>([
    [
      'several paragraphs have the equivalent',
      'article',
      ['甲。', '主管機關。'],
      1,
      ['Competent authority.', 'A.', 'Competent authority.'],
    ],
    [
      'several paragraphs have the term',
      'article',
      ['主管機關。', '主管機關。'],
      1,
      ['A.', 'Competent authority.', 'C.'],
    ],
    ['items do not agree', 'article', ['一、甲。', '二、主管機關。'], 1, ['1. A.', '3. An authority.']],
    ['an item faces a paragraph', 'article', ['甲：', '一、主管機關。'], 1, ['A:', 'The authority.']],
    ['the article is not there', 'article', ['主管機關。'], 0, []],
    [
      'an announcement is retold',
      'prose',
      ['甲。', '主管機關說明。'],
      1,
      ['A.', 'The competent authority said.', 'C.'],
    ],
    [
      'an announcement says it otherwise',
      'prose',
      ['甲。', '主管機關說明。'],
      1,
      ['A.', 'The ministry said.'],
    ],
  ])('is not found where %s', (_, kind, paragraphs, at, other) => {
    expect(find(kind, paragraphs, at, other)).toBeUndefined();
  });

  it('is not a paragraph that no card could hold', () => {
    expect(
      find('article', ['主管機關甲。主管機關乙。'], 0, [`${'Word '.repeat(100)}. `.repeat(3)]),
    ).toBeUndefined();
  });

  it('of an announcement with as many paragraphs has the equivalent in it', () => {
    expect(find('prose', ['甲。', '主管機關說明。'], 1, ['A.', 'The competent authority said so.'])).toBe(
      'sentence: The competent authority said so.',
    );
  });

  it('takes items for the same by their numbers, however they are written', () => {
    const zh = ['用詞如下：', '一、主管機關：指某。', '（二）乙。', '十、丙。', '十一、丁。'];
    const en = ['Terms:', '1. Authority: that is.', '(2) B.', '10. C.', '11. D.'];
    expect(find('article', zh, 1, en)).toBe('sentence: 1. Authority: that is.');
  });
});
