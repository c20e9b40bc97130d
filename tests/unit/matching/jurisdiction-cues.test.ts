import { describe, expect, it } from 'vitest';
import { adjacentCue, cuesIn, isJoined } from '../../../src/matching/jurisdiction-cues.ts';

describe('adjacentCue', () => {
  const cases: [string, string, string | undefined][] = [
    ['德國憲法', '憲法', 'DE'],
    ['日本的憲法', '憲法', 'JP'],
    ['新加坡政府的憲法', '憲法', 'SG'],
    ['中國大陸「憲法」', '憲法', 'CN'],
    ['我國憲法', '憲法', 'TW'],
    ['臺灣憲法', '憲法', 'TW'],
    ['台灣憲法', '憲法', 'TW'],
    ['德国宪法', '宪法', 'DE'],
    ['訪問日本，憲法', '憲法', undefined],
    ['憲法（新加坡）', '憲法', 'SG'],
    ["Singapore's Ministry", 'Ministry', 'SG'],
    ['Japanese Ministry', 'Ministry', 'JP'],
    ['the Ministry of the Republic of Korea', 'Ministry', 'KR'],
    ['Ministry, Singapore', 'Ministry', 'SG'],
    ['Ministry (Singapore)', 'Ministry', 'SG'],
    ['the Ministry of Health', 'Ministry', undefined],
    ['to thus Ministry', 'Ministry', undefined],
  ];
  it.each(cases)('%s: %s: %s', (text, term, expected) => {
    const start = text.indexOf(term);
    expect(adjacentCue(text, start, start + term.length)?.jurisdiction).toBe(expected);
  });
});

describe('cuesIn', () => {
  it('names countries where they stand, by their names and by names that are theirs alone', () => {
    const text = '行政院說，新加坡與Singapore不同。';
    expect(
      cuesIn(text).map(({ jurisdiction, start, end }) => [jurisdiction, text.slice(start, end)]),
    ).toEqual([
      ['TW', '行政院'],
      ['SG', '新加坡'],
      ['SG', 'Singapore'],
    ]);
  });
});

describe('isJoined', () => {
  it.each([
    ['日本的財政部與法務部', '財政部', '法務部', true],
    ['中国大陆的教育部和文化部', '教育部', '文化部', true],
    ['the Ministry of Finance and the Ministry of Justice', 'Finance', 'Ministry of Justice', true],
    ['日本的憲法、憲法', '的憲法', '憲法', false],
    ['日本財政部，法務部', '財政部', '法務部', false],
    ['日本財政部將與法務部', '財政部', '法務部', false],
  ])('%s', (text, first, second, expected) => {
    const end = text.indexOf(first) + first.length;
    expect(isJoined(text, end, text.indexOf(second, end))).toBe(expected);
  });
});
