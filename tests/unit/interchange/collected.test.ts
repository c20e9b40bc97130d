import { describe, expect, it } from 'vitest';
import { collectedOfEntry, entryOfCollected } from '../../../src/interchange/records/collected.ts';
import { lossesBetween } from '../../../src/interchange/records/losses.ts';
import { pairOf } from '../../support/exchange-entries.ts';
import { entryOf } from '../../support/records.ts';

const now = '2026-05-06T07:08:09.000Z';
const id = '00000000-0000-4000-a000-000000000001';

describe('collected entries', () => {
  it('come back from a record of exchange', () => {
    const context = {
      sentence: '一句。',
      title: '新聞稿，甲',
      address: 'https://x.gov.tw/a',
      collectedOn: '2026-01-01',
    };
    const entry = entryOf(1, { contexts: [context], note: '註', status: 'accepted' });
    expect(collectedOfEntry(entryOfCollected(entry), id, now)).toEqual(entry);
  });

  it('of a foreign entry keep its further terms in the note', () => {
    const foreign = pairOf('甲', 'a');
    const entry = { ...foreign, terms: [...foreign.terms, { ...foreign.terms[0]!, text: '乙' }] };
    expect(collectedOfEntry(entry, id, now)).toMatchObject({
      id,
      zh: '甲',
      en: 'a',
      note: '乙',
      createdAt: now,
    });
  });
});

describe('lossesBetween', () => {
  it('names fields, counts and examples', () => {
    const before = { entries: [pairOf('甲', 'a', { subject: 'x' }), pairOf('乙', 'b')], highlights: [] };
    const after = { entries: [pairOf('甲', 'a'), pairOf('乙', 'B')], highlights: [] };
    expect(lossesBetween(before, after)).toEqual([
      { field: 'subject', count: 1, examples: ['x'] },
      { field: 'concept', count: 1, examples: ['en b | zh-Hant 乙'] },
      { field: 'term', count: 1, examples: ['b'] },
    ]);
  });
});
