import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GlossaryEntry, TermContext } from '../../../src/glossary/entry.ts';
import { exportFile } from '../../../src/interchange/export-file.ts';
import { importFile } from '../../../src/interchange/import-file.ts';
import { entryOfExchange, exchangeOfEntry } from '../../../src/interchange/records/glossary-entry.ts';
import { formatsFor } from '../../../src/interchange/registry.ts';
import { anyEntry, factsFor, independentDifference, lossCounts } from '../../support/exchange-entries.ts';

const now = '2026-05-06T07:08:09.000Z';
const idOf = (n: number) => `00000000-0000-4000-b000-${String(n).padStart(12, '0')}`;

const words = fc.stringMatching(/^[一-龥A-Za-z]{1,8}$/);
const context = fc.record({
  sentence: words,
  title: words,
  address: fc.constantFrom('', 'https://www.ndc.gov.tw/a?b=1'),
  collectedOn: fc.constantFrom('', '2026-01-02'),
});

/** What only the store knows of an entry. */
const ownFacts = fc.record(
  {
    concept: fc.constantFrom('tw.sovereign-ai', 'sg.smart-nation'),
    kind: fc.constantFrom('initiative' as const, 'law' as const),
    review: fc.constantFrom('proposed' as const, 'reviewed' as const, 'approved' as const),
    reviewedBy: fc.constantFrom('', '王小明'),
    reviewedOn: fc.constantFrom('', '2026-03-04'),
    mark: fc.boolean(),
  },
  { requiredKeys: ['review', 'reviewedBy', 'reviewedOn', 'mark'] },
);

/** Any entry of the reader's own glossary: contexts stand at the first term, or at another that they name. */
const anyStored: fc.Arbitrary<GlossaryEntry> = fc
  .tuple(
    anyEntry,
    ownFacts,
    fc.array(fc.tuple(context, fc.nat()), { maxLength: 3 }),
    fc.nat({ max: 999_999 }),
  )
  .map(([record, facts, contexts, n]) => {
    const entry = entryOfExchange(
      { ...record, other: record.other.filter(({ name }) => name !== 'kind') },
      { id: idOf(n), pack: 'mine', now },
    );
    const texts = entry.terms.map(({ text }) => text);
    const placed = contexts.map(([plain, at]): TermContext => {
      const text = texts[at % texts.length] ?? '';
      const first = texts.indexOf(text);
      // A text that stands in both languages says which is meant.
      const isAlone = texts.lastIndexOf(text) === first;
      return first > 0
        ? { ...plain, term: text, ...(!isAlone && { lang: entry.terms[first]!.lang }) }
        : plain;
    });
    return { ...entry, ...facts, contexts: placed };
  });

const inOrder = (entry: GlossaryEntry): GlossaryEntry => ({
  ...entry,
  contexts: entry.contexts.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

const cases = formatsFor('glossary')
  .filter(({ read }) => read)
  .flatMap((format) =>
    (['ods', 'xlsx', 'csv'].includes(format.name)
      ? (['concepts', 'terms'] as const)
      : (['concepts'] as const)
    ).map((layout) => ({ name: `${format.name}, ${layout}`, format, layout })),
  );

/** Entries out of the store, through a file, and into it again, with what the export said would be lost. */
async function through({ format, layout }: (typeof cases)[number], entries: readonly GlossaryEntry[]) {
  const records = { entries: entries.map(exchangeOfEntry), highlights: [] };
  const { files, losses } = await exportFile(format, records, factsFor({ layout }));
  const content = files[0]?.content ?? '';
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { reading } = await importFile({ name: `x.${format.endings[0]}`, bytes });
  const back = reading.taken.map(({ entry }, at) =>
    entryOfExchange(entry, { id: idOf(1_000_000 + at), pack: 'mine', now }),
  );
  return { losses, back };
}

describe.each(cases)('entries of the store through $name', (one) => {
  it('come back but for what was said before saving', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStored, { minLength: 1, maxLength: 3 }), async (entries) => {
        const { losses, back } = await through(one, entries);
        // The store gives every entry an id and times of its own: they are no part of what came back.
        const found = independentDifference(
          { entries: entries.map(exchangeOfEntry), highlights: [] },
          { entries: back.map(exchangeOfEntry), highlights: [] },
        );
        for (const field of ['created', 'changed']) {
          expect(found.get(field) ?? 0).toBeLessThanOrEqual(lossCounts(losses).get(field) ?? 0);
          found.delete(field);
        }
        const said = lossCounts(losses);
        for (const field of ['created', 'changed']) said.delete(field);
        expect(Object.fromEntries([...said].sort())).toEqual(Object.fromEntries([...found].sort()));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('our own file', () => {
  it('gives every entry of the store back as it was', async () => {
    const json = cases.find(({ format }) => format.name === 'json')!;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyStored, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
        async (entries) => {
          const { losses, back } = await through(json, entries);
          expect(losses).toEqual([]);
          // Entries that were given an id by their file keep it as a fact, under an id of the store.
          const same = back.map((entry, at) => ({ ...entry, id: entries[at]?.id ?? '' }));
          expect(same.map(inOrder)).toEqual(entries.map(inOrder));
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});
