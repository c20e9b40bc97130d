import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../scripts/load-glossary.ts';
import { exportFile } from '../../../src/interchange/export-file.ts';
import { importFile } from '../../../src/interchange/import-file.ts';
import { formatNamed } from '../../../src/interchange/registry.ts';
import { factsFor, independentDifference, lossCounts } from '../../support/exchange-entries.ts';

const pack = compilePack(join(import.meta.dirname, '../../..'));

describe('the bundled glossary', async () => {
  const { reading, outcome } = await importFile({
    name: 'pack.json',
    bytes: new TextEncoder().encode(JSON.stringify(pack)),
  });
  const entries = reading.taken.map(({ entry }) => entry);

  it('is read from its own file', () => {
    expect(outcome).toBe('accept');
    expect(entries.map(({ id }) => id)).toEqual(pack.concepts.map(({ id }) => id));
    expect(entries.flatMap(({ terms }) => terms)).toHaveLength(
      pack.concepts.flatMap(({ terms }) => terms).length,
    );
  });

  it.each([
    ['tbx-2019', 'concepts'],
    ['ods', 'terms'],
    ['xlsx', 'terms'],
    ['csv', 'terms'],
  ] as const)('loses in %s (%s) nothing of terms, definitions and sources', async (name, layout) => {
    const { losses, files } = await exportFile(
      formatNamed(name)!,
      { entries, highlights: [] },
      factsFor({ layout }),
    );
    const kept = [
      'id',
      'grouping',
      'term',
      'status',
      'form',
      'source',
      'usage',
      'definitionZh',
      'definitionEn',
      'noteZh',
      'noteEn',
      'subject',
      'definitionSource',
    ];
    expect(losses.filter(({ field }) => kept.includes(field))).toEqual([]);
    const content = files[0]!.content;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const back = (await importFile({ name: 'x', bytes })).reading.taken.map(({ entry }) => entry);
    const sample = { entries: entries.slice(0, 60), highlights: [] };
    const ids = new Set(sample.entries.map(({ id }) => id));
    const found = independentDifference(sample, {
      entries: back.filter(({ id }) => ids.has(id)),
      highlights: [],
    });
    for (const field of found.keys()) expect([...lossCounts(losses).keys()]).toContain(field);
  });
});
