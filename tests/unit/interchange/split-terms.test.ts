import { describe, expect, it } from 'vitest';
import { ownSplitting, splitTerms, usualSplitting } from '../../../src/interchange/tables/split-terms.ts';

describe('splitTerms', () => {
  it.each([
    ['甲；乙', ['甲', '乙']],
    ['甲|乙', ['甲', '乙']],
    ['甲\n乙', ['甲', '乙']],
    ['甲、乙', ['甲、乙']],
    ['a; b', ['a; b']],
    ['a, b', ['a, b']],
    ['input/output', ['input/output']],
    ['角頻[率]', ['角頻[率]']],
    ['加速[度；率]運動', ['加速[度；率]運動']],
    ['甲（乙；丙）；丁', ['甲（乙；丙）', '丁']],
    ['甲（乙；丙', ['甲（乙', '丙']],
    [' 甲 ；； 甲 ', ['甲']],
  ])('%j', (cell, texts) => {
    expect(splitTerms(cell, usualSplitting).map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    [
      'action potential {=AP}',
      [
        ['action potential', 'full'],
        ['AP', 'abbreviation'],
      ],
    ],
    [
      'action potential ｛＝AP｝',
      [
        ['action potential', 'full'],
        ['AP', 'abbreviation'],
      ],
    ],
    [
      'sea {ocean; the deep}',
      [
        ['sea', 'full'],
        ['ocean', 'full'],
        ['the deep', 'full'],
      ],
    ],
    [
      '{=AP} test',
      [
        ['test', 'full'],
        ['AP', 'abbreviation'],
      ],
    ],
  ])('braces of %j', (cell, terms) => {
    expect(splitTerms(cell, usualSplitting).map(({ text, form }) => [text, form])).toEqual(terms);
  });

  it('keeps a formula whole, and our own cells but for bars', () => {
    expect(splitTerms("=cmd|' /C calc'!A0", usualSplitting)).toHaveLength(1);
    expect(splitTerms('甲；乙{=x}|丙', ownSplitting).map(({ text }) => text)).toEqual(['甲；乙{=x}', '丙']);
  });
});
