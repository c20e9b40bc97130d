import { describe, expect, it } from 'vitest';
import { alignSections } from '../../../src/termwork/align-sections.ts';

describe('sections of two language versions', () => {
  it('go by the numbers of articles, inserted ones too', () => {
    const zh = '某法\u2029第 一 條\n本法甲。\u2029第 十 條\n乙。\u2029第 十 條之一\n丙。';
    const en = 'Some Act\u2029Article 1\nA.\u2029Article 10\nB, which is quite long.\u2029Article 10-1\nC.';
    const sections = alignSections(zh, en)!;
    expect(sections).toHaveLength(4);
    expect(zh.slice(sections[3]!.source.start, sections[3]!.source.end)).toContain('丙');
    expect(en.slice(sections[3]!.target.start, sections[3]!.target.end)).toContain('C.');
  });

  it('go by paragraphs that are as many and as long', () => {
    const zh = '標題\u2029政府今天宣布推動數位韌性計畫，由各機關共同辦理，並自明年起實施。\u2029謝謝。';
    const en =
      'Title\u2029The government today announced the digital resilience programme, run by all agencies from next year.\u2029Thanks.';
    expect(alignSections(zh, en)).toHaveLength(3);
  });

  const line = '政府今天宣布推動數位韌性計畫，由各機關共同辦理，並自明年起實施，地方政府配合執行';
  const other =
    'The government today announced the digital resilience programme, run by all agencies and local governments';

  it('go by lines where texts have no blank ones, as from a word processor', () => {
    const zh = `標題\n${line}。\n謝謝。`;
    const en = `Title\n${other}.\nThanks.`;
    expect(alignSections(zh, en)).toHaveLength(3);
    expect(alignSections(zh, en.replaceAll('\n', '\u2029\n'))).toHaveLength(3);
  });

  it.each([
    ['lines that break within sentences', `${line}\n${line}。`, `${other}.\n${other}.`],
    ['other numbers of paragraphs', '一\u2029二', 'One\u2029Two\u2029Three'],
    [
      'articles with other numbers',
      '第 1 條\n甲\u2029第 2 條\n乙\u2029第 3 條\n丙',
      'Article 1\nA\u2029Article 2\nB\u2029Article 4\nC\u2029D',
    ],
    ['one paragraph', '一', 'One'],
    ['an empty text', '', 'One\u2029Two'],
  ])('are not guessed for %s', (_, zh, en) => {
    expect(alignSections(zh, en)).toBeUndefined();
  });
});
