import { describe, expect, it } from 'vitest';
import { followsOneOf, keyHolds, precedesOneOf, quotesBalanced } from '../../../src/matching/surroundings.ts';
import { foldToKey } from '../../../src/text/fold.ts';

/** The place of `wanted` in a text. */
function placeOf(text: string, wanted: string): [number, number] {
  const start = text.indexOf(wanted);
  return [start, start + wanted.length];
}

describe('keyHolds', () => {
  const cases: [string, string, boolean][] = [
    ['maintain the road', 'AI', false],
    ['the AI road', 'AI', true],
    ['推動AI發展', 'AI', true],
    ['新加坡的政策', '新加坡', true],
    ['singaporean', 'Singapore', false],
  ];
  it.each(cases)('%s holds %s: %s', (text, wanted, expected) => {
    expect(keyHolds(foldToKey(text), foldToKey(wanted))).toBe(expected);
  });
});

describe('what stands directly beside', () => {
  const before: [string, string, string, boolean][] = [
    ['後量子密碼', '量子密碼', '後', true],
    ['後 量子密碼', '量子密碼', '後', true],
    ['今後的量子密碼', '量子密碼', '後', false],
    ["Singapore's Ministry", 'Ministry', "Singapore's", true],
  ];
  it.each(before)('in %s, %s follows %s: %s', (text, term, cue, expected) => {
    expect(followsOneOf(text, placeOf(text, term)[0], [foldToKey(cue)])).toBe(expected);
  });

  const after: [string, string, string, boolean][] = [
    ['Smart Nation 2.0', 'Smart Nation', ' 2.0', true],
    ['Smart Nation 2', 'Smart Nation', ' 2.0', false],
    ['Model AI actions', 'Model AI', 'act', false],
    ['智慧國\n家', '智慧國', '家', true],
  ];
  it.each(after)('in %s, %s stands before %s: %s', (text, term, cue, expected) => {
    expect(precedesOneOf(text, placeOf(text, term)[1], [foldToKey(cue)])).toBe(expected);
  });
});

describe('quotesBalanced', () => {
  const cases: [string, string, boolean][] = [
    ['「AI新十大建設」推動方案', 'AI新十大建設」推動方案', true],
    ['發展「以人為本」的科技', '發展「以人為本」的科技', true],
    ['推動「國家發展」', '推動「國家發展', true],
    ['安全國家」發展', '國家」發展', false],
    ['「國家」「發展」', '國家」「發展', false],
    ['國家「發展計畫', '國家「發展', false],
  ];
  it.each(cases)('%s: %s: %s', (text, stretch, expected) => {
    expect(quotesBalanced(text, ...placeOf(text, stretch))).toBe(expected);
  });
});
