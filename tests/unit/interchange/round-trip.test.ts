import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFile } from '../../../src/interchange/export-file.ts';
import { importFile } from '../../../src/interchange/import-file.ts';
import type { ExchangeEntry } from '../../../src/interchange/records/exchange-entry.ts';
import { formatsFor } from '../../../src/interchange/registry.ts';
import {
  anyEntry,
  factsFor,
  independentDifference,
  lossCounts,
  pairOf,
} from '../../support/exchange-entries.ts';

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Formats of glossaries that come back, in both layouts where there are two. */
const cases = formatsFor('glossary')
  .filter(({ read }) => read)
  .flatMap((format) =>
    (['concepts', 'terms'] as const).map((layout) => ({ name: `${format.name}, ${layout}`, format, layout })),
  );

describe.each(cases)('a glossary through $name', ({ format, layout }) => {
  const facts = factsFor({ layout });

  async function through(entries: readonly ExchangeEntry[]) {
    const { files, losses } = await exportFile(format, { entries, highlights: [] }, facts);
    const [file] = files;
    expect(files).toHaveLength(1);
    const report = await importFile({ name: `x.${format.endings[0]}`, bytes: bytesOf(file?.content ?? '') });
    return { losses, report, entries: report.reading.taken.map(({ entry }) => entry) };
  }

  it('comes back but for what the report names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 4 }), async (entries) => {
        const { losses, entries: back } = await through(entries);
        const found = independentDifference({ entries, highlights: [] }, { entries: back, highlights: [] });
        expect(Object.fromEntries([...lossCounts(losses)].sort())).toEqual(
          Object.fromEntries([...found].sort()),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is recognised as what it is and keeps plain pairs whole', async () => {
    const entries = [
      pairOf('人工智慧', 'artificial intelligence', { id: 'tw.ai' }),
      pairOf('資通安全', 'cyber security', { id: 'tw.cyber' }),
      pairOf('個人資料', 'personal data, records', { id: 'tw.data' }),
    ];
    const { losses, report, entries: back } = await through(entries);
    expect(report.outcome).toBe('accept');
    expect(back.map(({ terms }) => terms)).toEqual(entries.map(({ terms }) => terms));
    expect(losses.map(({ field }) => field).filter((field) => field !== 'id')).toEqual([]);
  });
});

describe('the formats that lose nothing', () => {
  it.each(['json'])('%s keeps every field of every entry', async (name) => {
    const format = formatsFor('glossary').find((known) => known.name === name)!;
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 4 }), async (entries) => {
        const { losses } = await exportFile(format, { entries, highlights: [] }, factsFor());
        expect(losses).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
