import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossaryEntrySchema } from '../../../src/glossary/entry.ts';
import { FILE_ID } from '../../../src/glossary/entry-likeness.ts';
import type { ExchangeEntry } from '../../../src/interchange/records/exchange-entry.ts';
import { entryOfExchange, exchangeOfEntry } from '../../../src/interchange/records/glossary-entry.ts';
import { lossesBetween } from '../../../src/interchange/records/losses.ts';
import { anyEntry, pairOf } from '../../support/exchange-entries.ts';
import { entryOf } from '../../support/records.ts';

const now = '2026-05-06T07:08:09.000Z';
const id = '00000000-0000-4000-a000-000000000001';

describe('entries of the store', () => {
  it('come back from a record of exchange', () => {
    const context = {
      sentence: '一句。',
      title: '新聞稿，甲',
      address: 'https://x.gov.tw/a',
      collectedOn: '2026-01-01',
    };
    const entry = entryOf(1, {
      contexts: [context, { ...context, address: '', term: 'term 1' }],
      note: { zh: '註', en: 'note' },
      concept: 'tw.sovereign-ai',
      kind: 'technology',
      review: 'approved',
      reviewedBy: '王小明',
      mark: false,
      other: [
        { name: FILE_ID, value: 'a-17' },
        { name: 'relation', value: 'partOf x' },
      ],
    });
    const place = { id: entry.id, pack: entry.pack, now };
    expect(entryOfExchange(exchangeOfEntry(entry), place)).toEqual(entry);
    expect(exchangeOfEntry(entry).id).toBe('a-17');
  });

  it('are made of any record, and give it back with nothing lost', () => {
    fc.assert(
      fc.property(anyEntry, (record) => {
        const entry = entryOfExchange(record, { id, pack: 'mine', now });
        expect(glossaryEntrySchema.parse(entry)).toEqual(entry);
        const back = exchangeOfEntry(entry);
        const records = (entry: ExchangeEntry) => ({ entries: [entry], highlights: [] });
        expect(lossesBetween(records(record), records(back)).map(({ field }) => field)).toEqual(
          // A record without an exact time gets that of the import.
          ['created', 'changed'].filter((field) => {
            const time = record[field as 'created' | 'changed'];
            return time !== '' && time !== back[field as 'created' | 'changed'];
          }),
        );
      }),
    );
  });
});

describe('lossesBetween', () => {
  it('names fields, counts and examples', () => {
    const before = { entries: [pairOf('甲', 'a', { subject: 'x' }), pairOf('乙', 'b')], highlights: [] };
    const after = { entries: [pairOf('甲', 'a'), pairOf('乙', 'B')], highlights: [] };
    expect(lossesBetween(before, after)).toEqual([
      { field: 'subject', count: 1, examples: ['x'] },
      { field: 'grouping', count: 1, examples: ['en b | zh-Hant 乙'] },
      { field: 'term', count: 1, examples: ['b'] },
    ]);
  });
});
