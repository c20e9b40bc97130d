import { describe, expect, it } from 'vitest';
import { languageOfTexts } from '../../../src/twins/page-language.ts';

describe('the language of a text', () => {
  it.each([
    ['數位發展部推動數位信任、數位韌性與數位經濟，並公布年度計畫。', 'zh'],
    ['推動 AI、5G、Open Data 與 Cloud 應用，強化資通安全防護，打造智慧政府與數位國家', 'zh'],
    [
      'The Ministry of Digital Affairs promotes digital trust, resilience and the digital economy across the country, and publishes its yearly programme. 中文版',
      'en',
    ],
    // Both, and too little of either.
    ['The ministry promotes digital trust and resilience 本部推動數位信任與數位韌性之相關政策', undefined],
    ['中文版 English', undefined],
    ['', undefined],
    ['２０２４ 2024 1.5% 【】', undefined],
  ])('%s', (text, expected) => {
    expect(languageOfTexts([text])).toBe(expected);
  });
});
