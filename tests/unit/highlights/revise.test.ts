import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StateReport } from '../../../src/highlights/highlight.ts';
import {
  accepted,
  changed,
  edited,
  isUnsettled,
  mergeNotes,
  mergeTags,
  reanchored,
  recorded,
  reported,
  retagged,
} from '../../../src/highlights/revise.ts';
import { highlightOf } from '../../support/records.ts';

const NOW = '2026-03-03T00:00:00.000Z';
const LATER = '2026-04-04T00:00:00.000Z';
const selectors = [{ type: 'TextQuoteSelector' as const, exact: '新文字', prefix: '', suffix: '' }];
const other: StateReport = {
  id: highlightOf(1).id,
  state: 'changed',
  reason: 'edited',
  found: { text: '新文字', selectors },
};

describe('notes of two hands', () => {
  it.each([
    ['only mine changed', 'a', 'a', 'b', 'b'],
    ['only the other changed', 'a', 'b', 'a', 'b'],
    ['both the same', 'a', 'b', 'b', 'b'],
    ['both differently', 'a', 'b', 'c', 'b\n\nc'],
    ['mine goes on from the other', '', 'b', 'b and more', 'b and more'],
    ['cleared on purpose', 'a', 'a', '', ''],
  ])('%s', (_, before, stored, mine, result) => {
    expect(mergeNotes(before, stored, mine)).toBe(result);
  });

  it('drop nothing that either hand wrote anew', () => {
    const text = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(text, text, text, (before, stored, mine) => {
        fc.pre(stored !== before && mine !== before);
        const merged = mergeNotes(before, stored, mine);
        expect(merged).toContain(stored);
        expect(merged).toContain(mine);
      }),
    );
  });
});

describe('tags of two hands', () => {
  it.each([
    ['only mine', ['a'], ['a'], ['a', 'b'], ['a', 'b']],
    ['both add', [], ['a'], ['b'], ['a', 'b']],
    ['one adds, one takes away', ['a'], ['a', 'b'], [], ['b']],
    ['both take the same away', ['a', 'b'], ['b'], ['b'], ['b']],
    ['the other took away what mine keeps', ['a'], [], ['a', 'b'], ['b']],
  ])('%s', (_, before, stored, mine, result) => {
    expect(mergeTags(before, stored, mine)).toEqual(result);
  });

  it('are what both did, and the same when a message comes twice', () => {
    const tags = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(tags, tags, tags, (before, stored, mine) => {
        const merged = mergeTags(before, stored, mine);
        for (const tag of mine) if (!before.includes(tag)) expect(merged).toContain(tag);
        for (const tag of stored) if (!before.includes(tag)) expect(merged).toContain(tag);
        for (const tag of merged) expect(mine.includes(tag) || stored.includes(tag)).toBe(true);
        expect(mergeTags(before, merged, mine)).toEqual(merged);
      }),
    );
  });
});

describe('a changed wording', () => {
  const row = reported(highlightOf(1), other, NOW);

  it('is remembered with the day it was first seen, which stays while it stays', () => {
    expect(row).toMatchObject({ state: 'changed', reason: 'edited', found: { text: '新文字', seenAt: NOW } });
    expect(reported(row, other, LATER).found?.seenAt).toBe(NOW);
    const again = { ...other, found: { text: '更新的文字', selectors } };
    expect(reported(row, again, LATER).found?.seenAt).toBe(LATER);
  });

  it('is forgotten when the old wording is back, and kept when the passage is lost', () => {
    expect(reported(row, { id: row.id, state: 'attached', reason: 'same' }, LATER).found).toBeUndefined();
    expect(reported(row, { id: row.id, state: 'lost', reason: 'deleted' }, LATER).found).toEqual(row.found);
  });

  it('is accepted: the old one becomes an earlier wording', () => {
    expect(accepted(row, LATER)).toMatchObject({
      quote: '新文字',
      selectors,
      state: 'attached',
      earlier: [{ quote: '第1段', until: LATER }],
    });
    expect(accepted(row, LATER)).not.toHaveProperty('found');
    expect(accepted(highlightOf(1), LATER)).toEqual(highlightOf(1));
  });

  it('stands beside the old one as a record until it changes again', () => {
    expect(isUnsettled(row)).toBe(true);
    const record = recorded(row);
    expect(record.quote).toBe('第1段');
    expect(isUnsettled(record)).toBe(false);
    const again = reported(record, { ...other, found: { text: '再改', selectors } }, LATER);
    expect(isUnsettled(again)).toBe(true);
  });
});

describe('putting onto other words', () => {
  it('remembers what was lost, not what was merely extended', () => {
    const to = { quote: '第1段全文', selectors };
    expect(reanchored(highlightOf(1), to, NOW)).not.toHaveProperty('earlier');
    const found = reanchored(highlightOf(1, { state: 'lost', reason: 'deleted' }), to, NOW);
    expect(found).toMatchObject({ state: 'attached', earlier: [{ quote: '第1段', until: NOW }] });
    expect(found).not.toHaveProperty('reason');
  });
});

describe('tags', () => {
  it('are tidied, added, taken and renamed without repeats', () => {
    expect(changed(highlightOf(1), { tags: [' 預算 ', '預算', ''] }).tags).toEqual(['預算']);
    const tagged = highlightOf(1, { tags: ['甲', '乙'] });
    expect(edited(tagged, { addTags: ['丙'], removeTags: ['甲'], colour: 'blue' })).toMatchObject({
      tags: ['乙', '丙'],
      colour: 'blue',
    });
    expect(retagged(tagged, '甲', '乙').tags).toEqual(['乙']);
    expect(retagged(tagged, '甲', '').tags).toEqual(['乙']);
  });
});
