import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWording } from '../../../src/glossary/new-entry.ts';
import { STANDING_PACKS } from '../../../src/glossary/pack-record.ts';
import { withLists, writeExchangeFile } from '../../../src/interchange/exchange-file.ts';
import { readExchangeFile } from '../../../src/interchange/exchange-reading.ts';
import { entryOf, highlightOf } from '../../support/records.ts';

const facts = { exportedAt: '2026-02-02T00:00:00.000Z', edition: '2026-01-01' };

describe('the exchange file', () => {
  it('gives back what was written', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.array(text, { maxLength: 5 }), (quotes, words) => {
        const highlights = quotes.map((quote, n) => highlightOf(n, { quote, note: quote, tags: [quote] }));
        const entries = words.map((zh, n) =>
          entryOf(n, { terms: [plainWording('zh-Hant', zh)], note: { zh, en: '' } }),
        );
        const read = readExchangeFile(writeExchangeFile({ highlights, entries }, facts));
        expect(read).toEqual({
          highlights,
          entries,
          pages: [],
          packs: [],
          aliases: [],
          lists: [],
          problems: [],
        });
      }),
    );
  });

  it.each([
    ['text', 'not json', 'not-json'],
    [
      'a cut file',
      writeExchangeFile({ highlights: [highlightOf(1)], entries: [] }, facts).slice(0, 200),
      'not-json',
    ],
    ['other JSON', '{"highlights":[]}', 'not-ours'],
    ['a list', '[]', 'not-ours'],
    ['a newer version', JSON.stringify({ formatName: 'policy-gloss', formatVersion: 5, ...facts }), 'newer'],
  ])('refuses %s', (_, text, code) => {
    expect(readExchangeFile(text)).toMatchObject({ highlights: [], entries: [], problems: [{ code }] });
  });

  it('carries versions of pages, and leaves a damaged one out', () => {
    const page = { hash: 'a'.repeat(32), state: btoa('state') };
    const text = writeExchangeFile({ highlights: [], entries: [], pages: [page] }, facts);
    expect(readExchangeFile(text).pages).toEqual([page]);
    expect(readExchangeFile(text.replace(page.hash, '../../x'))).toMatchObject({ pages: [], problems: [] });
  });

  it('carries packs, and addresses that lead to one document', () => {
    const pack = { ...STANDING_PACKS[0]!, id: entryOf(1).id, title: '名詞', hash: 'a'.repeat(64) };
    const alias = { address: 'http://a.gov.tw/', document: 'https://a.gov.tw/' };
    const records = {
      highlights: [],
      entries: [entryOf(1, { pack: pack.id })],
      packs: [pack],
      aliases: [alias],
    };
    const text = writeExchangeFile(records, facts);
    expect(readExchangeFile(text)).toEqual({ ...records, pages: [], lists: [], problems: [] });
  });

  it('carries lists of imported packs, put in with the rest or later', () => {
    const lists = [{ pack: entryOf(1).id, entries: 2, parts: ['H4sI', 'H4sJ'] }];
    const records = { highlights: [highlightOf(1)], entries: [entryOf(1)] };
    const text = writeExchangeFile({ ...records, lists }, facts);
    expect(withLists(writeExchangeFile(records, facts), lists)).toBe(text);
    expect(readExchangeFile(text)).toMatchObject({ ...records, lists, problems: [] });
  });

  it('that was too large to be read is told', () => {
    expect(readExchangeFile(undefined).problems).toEqual([{ code: 'too-large' }]);
  });

  it('of the first version is read', () => {
    const text = writeExchangeFile({ highlights: [highlightOf(1)], entries: [] }, facts);
    const first = JSON.stringify({ ...JSON.parse(text), formatVersion: 1, pages: undefined });
    expect(readExchangeFile(first).highlights).toEqual([highlightOf(1)]);
  });

  it('of the second version is read: its entries become those of the own pack', () => {
    const { id, createdAt, updatedAt } = entryOf(1);
    const entry = {
      id,
      zh: '詞1',
      en: 'term 1',
      status: 'proposed',
      note: '',
      contexts: [],
      createdAt,
      updatedAt,
    };
    const text = JSON.stringify({ formatName: 'policy-gloss', formatVersion: 2, ...facts, entries: [entry] });
    expect(readExchangeFile(text)).toMatchObject({ entries: [entryOf(1)], problems: [] });
  });

  it('names the record that does not fit and takes the rest', () => {
    const file = JSON.parse(
      writeExchangeFile({ highlights: [highlightOf(1), highlightOf(2)], entries: [] }, facts),
    );
    file.highlights[0].colour = 'mauve';
    const read = readExchangeFile(JSON.stringify(file));
    expect(read.highlights).toEqual([highlightOf(2)]);
    expect(read.problems).toEqual([{ code: 'record', number: 1, path: 'colour' }]);
  });
});
