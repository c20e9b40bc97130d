import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { choicesOf, formatMenu } from '../../../src/interchange/format-choices.ts';
import { formatsFor } from '../../../src/interchange/registry.ts';
import { carryOut, copyRecords, type WriteOrder } from '../../../src/interchange/write-order.ts';
import { factsFor, pairOf } from '../../support/exchange-entries.ts';
import { highlightOf } from '../../support/records.ts';

const { agencyName, ...plainFacts } = factsFor();
const highlights = ['a', 'b', 'a'].map((page, n) =>
  highlightOf(n, { document: { address: `https://x.gov.tw/${page}`, title: '同名', readOn: '2026-01-01' } }),
);
const records = { entries: [pairOf('甲', 'a <b>'), pairOf('乙', 'b')], highlights };

function orderOf(format: WriteOrder['format'], change: Partial<WriteOrder> = {}): WriteOrder {
  const kind = formatMenu.glossary.includes(format) && format !== 'json' ? 'glossary' : 'highlights';
  return { format, perPage: false, agencyNames: new Map(), facts: { ...plainFacts, kind }, ...change };
}

describe('the menu of formats', () => {
  it.each(['glossary', 'highlights'] as const)('for %s is that of the registry, ODF first', (kind) => {
    const names = formatsFor(kind).map(({ name }) => name);
    expect(formatMenu[kind]).toEqual(names.filter((name) => name !== 'markdown-pages'));
  });

  it.each([
    ...formatMenu.glossary.map((name) => ['glossary', name] as const),
    ...formatMenu.highlights.map((name) => ['highlights', name] as const),
  ])('offers for %s as %s every choice that changes the file, and no other', async (kind, name) => {
    const old = { ...pairOf('丙', 'c', { id: 'tw.x', note: { zh: '註', en: 'note' } }) };
    old.terms = old.terms.map((term) => ({ ...term, status: 'superseded' as const }));
    const given = {
      entries: [...records.entries, old],
      highlights: highlights.map((one) => ({ ...one, document: { ...one.document, agency: 'tw.org' } })),
    };
    const agencyNames = { zh: new Map([['tw.org', '某部']]), en: new Map([['tw.org', 'Some Ministry']]) };
    const base = { ...plainFacts, kind };
    const written = async (facts: Partial<WriteOrder['facts']>, perPage = false) => {
      const all = { ...base, ...facts };
      const order = { format: name, perPage, agencyNames: agencyNames[all.language], facts: all };
      const { file } = await carryOut(order, given);
      return (
        Object.entries(
          file.ending === 'txt' || !isZip(file.content) ? { '': file.content } : unzipSync(file.content),
        )
          .filter(([part]) => !/^(meta\.xml|docProps\/)/.test(part))
          // The library for DOCX makes the ids of links at random.
          .map(([part, bytes]) => part + strFromU8(bytes).replace(/rId[\w-]+/g, ''))
          .join('\n')
      );
    };
    const plain = await written({});
    const found = new Set<string>();
    if ((await written({ layout: 'terms' })) !== plain) found.add('layout');
    if ((await written({ direction: 'en-zh' })) !== plain) found.add('direction');
    if ((await written({ language: 'en' })) !== plain) found.add('language');
    if ((await written({ title: '另一個標題' })) !== plain) found.add('title');
    if (kind === 'glossary' && (await written({ currentOnly: true })) !== plain) found.add('currentOnly');
    if ((await written({}, true)) !== plain) found.add('perPage');
    const offered = choicesOf(name, kind);
    // The complete file is complete.
    if (name === 'json') found.delete('currentOnly');
    expect([...found].sort()).toEqual([...offered].sort());
  });
});

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

describe('an order', () => {
  it('for a file a page gives an archive with every page once, and the losses of all', async () => {
    const { file, losses, records: count } = await carryOut(orderOf('odt', { perPage: true }), records);
    expect(file.ending).toBe('zip');
    expect(Object.keys(unzipSync(file.content))).toEqual(['同名.odt', '同名-2.odt']);
    expect(losses.find(({ field }) => field === 'highlightId')?.count).toBe(3);
    expect(count).toBe(3);
  });

  it('for Markdown a page writes the pages of Markdown, with their addresses', async () => {
    const { file } = await carryOut(orderOf('markdown', { perPage: true }), records);
    const pages = Object.values(unzipSync(file.content)).map((bytes) => strFromU8(bytes));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(page).toContain('url: "https://x.gov.tw/');
  });

  it('for a format of one file a page gives an archive where there are several pages', async () => {
    const { file } = await carryOut(orderOf('hypothesis'), records);
    expect(file.ending).toBe('zip');
    expect(Object.keys(unzipSync(file.content))).toHaveLength(2);
    const one = await carryOut(orderOf('hypothesis'), { entries: [], highlights: highlights.slice(0, 1) });
    expect(one.file.ending).toBe('hypothesis.json');
  });

  it('takes the versions of pages into the complete file', async () => {
    const page = { hash: 'a'.repeat(32), state: 'AAAA' };
    const { file } = await carryOut(orderOf('json'), { ...records, pages: [page] });
    expect(JSON.parse(strFromU8(file.content)).pages).toEqual([page]);
  });
});

describe('the clipboard', () => {
  it('gets a table of terms as text, never as mark-up of the terms', () => {
    const { html, plain } = copyRecords(orderOf('ods'), records);
    expect(html).toContain('<td>a &lt;b&gt;</td>');
    expect(plain.split('\n')).toHaveLength(3);
    expect(plain).toContain('甲\ta <b>');
  });

  it('gets highlights with their pages', () => {
    const { html, plain } = copyRecords(orderOf('odt'), records);
    expect(html).toContain('https://x.gov.tw/a');
    expect(plain).toContain('第2段');
  });
});
