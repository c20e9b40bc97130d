import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filterOf,
  isNarrowed,
  readTableQuery,
  type TableQuery,
  WHOLE_TABLE,
  writeTableQuery,
} from '../../../../../src/ui/library/glossary/table-query.ts';
import { hashOf, routeOf } from '../../../../../src/ui/library/route.ts';

const queries: fc.Arbitrary<TableQuery> = fc.record({
  words: fc.string({ unit: 'grapheme' }),
  pack: fc.constantFrom('', 'mine', 'policy-gloss'),
  status: fc.constantFrom('', 'official', 'discouraged'),
  review: fc.constantFrom('', 'proposed', 'approved'),
  kind: fc.constantFrom('', 'law', 'concept'),
  subject: fc.string({ unit: 'grapheme' }),
  source: fc.string({ unit: 'grapheme' }),
  unmarked: fc.boolean(),
  bin: fc.boolean(),
  by: fc.constantFrom('zh', 'en', 'review', 'updatedAt'),
  descending: fc.boolean(),
});

describe('the query of the table in the address', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const { query: written } = routeOf(hashOf('glossary', '', writeTableQuery(query)));
        expect(readTableQuery(written)).toEqual(query);
      }),
    );
  });

  it('is empty for the whole table', () => {
    expect(writeTableQuery(WHOLE_TABLE)).toBe('');
    expect(readTableQuery('')).toEqual(WHOLE_TABLE);
    expect(isNarrowed(WHOLE_TABLE)).toBe(false);
  });

  it('leaves out what it does not understand', () => {
    expect(readTableQuery('status=best&kind=thing&review=done&sort=colour+down&in=box')).toEqual(WHOLE_TABLE);
  });

  it('is no narrower by its order', () => {
    expect(isNarrowed({ ...WHOLE_TABLE, by: 'en', descending: false })).toBe(false);
    expect(isNarrowed({ ...WHOLE_TABLE, bin: true })).toBe(true);
  });

  it('becomes a filter with folded words', () => {
    const query = { ...WHOLE_TABLE, words: 'ＡＩ', pack: 'mine', unmarked: true };
    expect(filterOf(query, (text) => text.normalize('NFKC').toLowerCase())).toEqual({
      words: 'ai',
      packs: ['mine'],
      mark: false,
      isDeleted: false,
    });
  });
});
