import { describe, expect, it } from 'vitest';
import { mainlandWording, simplifiedSpelling, wordingVariants } from '../../../scripts/wording-variants.ts';
import { surfaces, term } from '../../support/match-terms.ts';

describe('mainlandWording', () => {
  const cases: [string, string | null][] = [
    ['資訊安全', '信息安全'],
    ['人工智慧', '人工智能'],
    ['臺灣', null],
    ['憲法', null],
  ];
  it.each(cases)('%s: %s', (text, wording) => {
    expect(mainlandWording(text)).toBe(wording);
  });
});

describe('simplifiedSpelling', () => {
  it.each([
    ['智慧城鄉計畫', '智慧城乡计划'],
    ['智慧城市', null],
  ])('%s: %s', (text, spelling) => {
    expect(simplifiedSpelling(text)).toBe(spelling);
  });
});

describe('wordingVariants', () => {
  it('are marked as generated, and are recognised in either script', () => {
    const written = [term('資訊安全'), term('網路', { concept: 'short' })];
    const variants = wordingVariants(written);
    expect(variants).toEqual([
      { ...written[0], text: '信息安全', lang: 'zh-Hans', rank: 0, generated: true },
    ]);
    expect(surfaces([...written, ...variants], '信息安全、資訊安全、資訊 安全')).toHaveLength(3);
  });

  it('are made of names in both ways that Mainland texts have of writing them', () => {
    const texts = wordingVariants([term('智慧城鄉計畫')]).map(({ text }) => text);
    expect(texts).toEqual(['智能城乡计划', '智慧城乡计划']);
  });

  it('leave out what somebody wrote', () => {
    expect(wordingVariants([term('資訊安全'), term('信息安全', { lang: 'zh-Hans' })])).toEqual([]);
  });
});
