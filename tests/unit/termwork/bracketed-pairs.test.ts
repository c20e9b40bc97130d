import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketedPairs } from '../../../src/termwork/bracketed-pairs.ts';

const pairsOf = (text: string) =>
  bracketedPairs(text).map(({ zh, en, abbreviation }) => [zh, en, ...(abbreviation ? [abbreviation] : [])]);

describe('pairs in brackets', () => {
  it.each([
    [
      '本院今日討論數位公共基礎建設（Digital Public Infrastructure, DPI）的做法。',
      ['數位公共基礎建設', 'Digital Public Infrastructure', 'DPI'],
    ],
    [
      '為了強化供應鏈，推動網路安全成熟度模型認證(Cybersecurity Maturity Model Certification)。',
      ['網路安全成熟度模型認證', 'Cybersecurity Maturity Model Certification'],
    ],
    ['建置「英語線上學習平臺」（Cool English）', ['英語線上學習平臺', 'Cool English']],
    ['建置「英語線上學習平臺（Cool English）」', ['英語線上學習平臺', 'Cool English']],
    ['由行政院（Executive Yuan）核定', ['行政院', 'Executive Yuan']],
    ['將生成式\n人工智慧（Generative AI）導入公務', ['生成式人工智慧', 'Generative AI']],
    ['The Executive Yuan (行政院) approved it.', ['行政院', 'Executive Yuan']],
    [
      'plans of the Ministry of Digital Affairs (數位發展部) for 2026',
      ['數位發展部', 'Ministry of Digital Affairs'],
    ],
    ['參加聯合國國際貿易法委員會（UNCITRAL）的會議', ['聯合國國際貿易法委員會', 'UNCITRAL']],
  ])('finds them in %s', (text, expected) => {
    expect(pairsOf(text)).toEqual([expected]);
  });

  it.each([
    '發布日期（2026-03-01）',
    '附件下載（PDF）',
    '詳見官網（https://example.gov.tw）',
    '聯絡信箱（service@example.gov.tw）',
    '一般說明（如附表）',
    'Published on Monday (see table 3)',
  ])('leaves %s alone', (text) => {
    expect(pairsOf(text)).toEqual([]);
  });

  it('lets a name begin where a known term ends', () => {
    const text = '行政院智慧國家推動小組（Task Force）';
    expect(bracketedPairs(text, (at) => at === 3)[0]?.zh).toBe('智慧國家推動小組');
  });

  it('gives spans that hold the words', () => {
    const word = fc.constantFrom(
      '數位',
      '治理',
      '計畫',
      '我國',
      '推動',
      '、',
      '。',
      ' ',
      '\n',
      '（',
      '）',
      'Digital',
      'Plan',
      'AI',
      ', ',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
        (text) => {
          for (const { zh, en, zhSpan, enSpan } of bracketedPairs(text)) {
            expect(text.slice(...enSpan)).toBe(en);
            expect(text.slice(...zhSpan).replace(/\s/g, '')).toBe(zh.replace(/\s/g, ''));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
