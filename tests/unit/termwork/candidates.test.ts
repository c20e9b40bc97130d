import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../src/termwork/candidates.ts';
import { frequentStrings } from '../../../src/termwork/frequent-strings.ts';

const nothing = { spans: [], matched: [] };
const wordings = (text: string, known: Parameters<typeof frequentStrings>[1] = []) =>
  frequentStrings(text, known).map(({ text: found }) => found);

describe('candidates', () => {
  it('offers what a text repeats in different surroundings, and not pieces of it', () => {
    const text = '機關應辦理數位韌性計畫。各校參加數位韌性計畫，經費由數位韌性計畫支應。';
    expect(wordings(text)).toEqual(['數位韌性計畫']);
  });

  it('offers nothing that stands once', () => {
    expect(wordings('機關應辦理數位韌性計畫。')).toEqual([]);
  });

  it('leaves out what is known', () => {
    const text = '辦理數位韌性計畫。參加數位韌性計畫，由數位韌性計畫支應。';
    const known = [...text.matchAll(/數位韌性計畫/g)].map(({ index }) => ({
      start: index,
      end: index + 6,
      concepts: ['x'],
      lang: 'zh-Hant',
    }));
    expect(wordings(text, known)).toEqual([]);
  });

  it('offers English names of several words', () => {
    const text = 'The Digital Resilience Programme starts. Funds of the Digital Resilience Programme grow.';
    expect(wordings(text)).toEqual(['Digital Resilience Programme']);
  });

  it('sets pairs in brackets first, once each, without those that are known', () => {
    const text =
      '行政院（Executive Yuan）推動數位韌性計畫（Digital Resilience Programme）。數位韌性計畫（Digital Resilience Programme）辦理中。';
    const matched = [{ concepts: ['ey'], term: '行政院', lang: 'zh-Hant' }];
    const english = text.indexOf('Executive');
    const recognised = { text, spans: [0, 3, 0, english, english + 14, 0], matched };
    const [first, ...rest] = findCandidates(recognised);
    expect(first).toMatchObject({
      kind: 'pair',
      zh: '數位韌性計畫',
      en: 'Digital Resilience Programme',
      count: 2,
    });
    expect(rest.filter(({ kind }) => kind === 'pair')).toEqual([]);
  });

  it('gives the first place of each', () => {
    const text = '關於數位韌性計畫。參加數位韌性計畫，經數位韌性計畫支應。';
    for (const { at, zh } of findCandidates({ text, ...nothing })) expect(text.slice(...at)).toBe(zh);
  });
});
