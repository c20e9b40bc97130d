import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import english from '../../../assets/locales/en/exchange.json' with { type: 'json' };
import type { FormatName } from '../../../src/interchange/format.ts';
import type { RefusalCode, RowCode, WarningCode } from '../../../src/interchange/notices.ts';
import { lossesBetween } from '../../../src/interchange/records/losses.ts';
import { anyEntry } from '../../support/exchange-entries.ts';
import { highlightOf } from '../../support/records.ts';

// A code without a text does not compile.
const refusals: Readonly<Record<RefusalCode, string>> = english.imports.refusal;
const warnings: Readonly<Record<WarningCode, string>> = english.imports.warning;
const rows: Readonly<Record<RowCode, string>> = english.imports.row;
const formats: Readonly<Record<FormatName, string>> = english.formats;

describe('the texts of exchange', () => {
  it.each(Object.entries(refusals))('say what to do when a file is refused: %s', (_, text) => {
    expect(text.split(/[.;]/).filter((sentence) => sentence.trim() !== '').length).toBeGreaterThanOrEqual(1);
    expect(text).toMatch(/\.$/);
  });

  it('are there for warnings, rows and formats', () => {
    for (const texts of [warnings, rows, formats]) expect(Object.values(texts)).not.toContain('');
  });

  it('are there for every field that can be lost', () => {
    const nothing = { entries: [], highlights: [] };
    const fields = new Set<string>();
    const concepts = {
      entries: [],
      highlights: [
        highlightOf(1, {
          note: 'n',
          reason: 'edited',
          page: '0'.repeat(32),
          recordedAgainst: 'x',
          found: {
            text: 'y',
            seenAt: '2026-01-01T00:00:00.000Z',
            selectors: [{ type: 'TextPositionSelector', start: 0, end: 1 }],
          },
          earlier: [{ quote: 'z', until: '2026-01-01T00:00:00.000Z' }],
          tags: ['t'],
          deletedAt: '2026-01-01T00:00:00.000Z',
          concepts: [{ id: 'x', surface: 'x', zh: '甲', en: 'a', status: 'official', edition: '2026-01-01' }],
          document: {
            address: 'a',
            url: 'u',
            title: 't',
            agency: 'x',
            pageDate: '2026-01-01',
            readOn: '2026-01-01',
          },
          selectors: [
            { type: 'TextQuoteSelector', exact: 'x', prefix: '', suffix: '' },
            { type: 'TextPositionSelector', start: 0, end: 1 },
          ],
        }),
      ],
    };
    for (const { field } of lossesBetween(concepts, nothing)) fields.add(field);
    for (const entry of fc.sample(anyEntry, { numRuns: 300, seed: 1 }))
      for (const { field } of lossesBetween({ entries: [entry], highlights: [] }, nothing)) fields.add(field);
    expect(fields.size).toBeGreaterThan(30);
    for (const field of fields) expect(english.losses.field).toHaveProperty(field);
  });
});
