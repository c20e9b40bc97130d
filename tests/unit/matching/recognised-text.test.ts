import { describe, expect, it } from 'vitest';
import { compileTerms } from '../../../src/matching/compile.ts';
import { openImage } from '../../../src/matching/image.ts';
import type { PackTerm } from '../../../src/matching/pack-terms.ts';
import { recogniseText } from '../../../src/matching/recognised-text.ts';

function term(concept: string, text: string, change: Partial<PackTerm> = {}): PackTerm {
  return { text, lang: 'zh-Hant', form: 'full', concept, jurisdiction: 'TW', rank: 0, ...change };
}

const advice = (mark: 'context' | 'never', near: string[] = []) => ({
  mark,
  near,
  notAfter: [],
  notBefore: [],
});

const terms: PackTerm[] = [
  term('tw.trusted-industry', '人工智慧', { advice: advice('context', ['五大信賴產業']) }),
  term('int.ai', '人工智慧', { jurisdiction: 'INT', rank: 1 }),
  term('tw.plan', '智慧國家2.0'),
  term('sg.plan', '智慧國家2.0', { jurisdiction: 'SG' }),
  term('sg.goal', '信任', { jurisdiction: 'SG', advice: advice('never') }),
];
const index = openImage(compileTerms(terms));

const conceptsIn = (text: string, page = {}) =>
  recogniseText(index, terms, text, page).matched.map(({ concepts }) => concepts);

describe('recogniseText', () => {
  it.each([
    ['a homonym whose context is not met does not stand in the way', '推動人工智慧發展。', {}, [['int.ai']]],
    [
      'where its context is met it comes first',
      '五大信賴產業包括人工智慧。',
      {},
      [['tw.trusted-industry', 'int.ai']],
    ],
    ['the country named beside it decides', '新加坡智慧國家2.0上路', {}, [['sg.plan', 'tw.plan']]],
    [
      'the owner of the page decides where the text does not',
      '智慧國家2.0上路',
      { jurisdiction: 'SG' },
      [['sg.plan', 'tw.plan']],
    ],
    ['what is never marked is not found', '信任是目標', {}, []],
  ])('%s', (_, text, page, expected) => {
    expect(conceptsIn(text, page)).toEqual(expected);
  });

  it('says why the first of several is the likeliest', () => {
    expect(recogniseText(index, terms, '新加坡智慧國家2.0上路').matched[0]?.reason).toBe('named-beside');
    expect(recogniseText(index, terms, '推動人工智慧發展。').matched[0]?.reason).toBeUndefined();
  });
});
