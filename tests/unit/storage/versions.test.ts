import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { collectedEntrySchema } from '../../../src/glossary/collected-entry.ts';
import { highlightSchema } from '../../../src/highlights/highlight.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createHighlightRepository } from '../../../src/storage/highlight-repository.ts';

/** A released version of the database with rows as it wrote them. These files are never edited. */
interface FrozenVersion {
  readonly version: number;
  readonly stores: Record<string, string>;
  readonly rows: { readonly highlights: { id: string }[]; readonly entries: { id: string }[] };
}

const folder = join(import.meta.dirname, '../../support/schemas');
const frozen = readdirSync(folder).map(
  (name): FrozenVersion => JSON.parse(readFileSync(join(folder, name), 'utf8')),
);

async function write({ version, stores, rows }: FrozenVersion): Promise<void> {
  const old = new Dexie('policy-gloss');
  old.version(version).stores(stores);
  for (const [table, values] of Object.entries(rows)) await old.table(table).bulkAdd(values);
  old.close();
}

afterEach(() => Dexie.delete('policy-gloss'));

describe('a database of an earlier version', () => {
  it('has an example of every version', async () => {
    const database = new PolicyGlossDatabase();
    await database.open();
    const versions = Array.from({ length: database.verno }, (_, index) => index + 1);
    database.close();
    expect(frozen.map(({ version }) => version).sort()).toEqual(versions);
  });

  it.each(frozen)('$version keeps every row, and each is still valid', async (example) => {
    await write(example);
    const database = new PolicyGlossDatabase();
    expect(await database.highlights.toArray()).toEqual(example.rows.highlights);
    expect(await database.entries.toArray()).toEqual(example.rows.entries);
    for (const row of await database.highlights.toArray()) expect(highlightSchema.parse(row)).toEqual(row);
    for (const row of await database.entries.toArray()) expect(collectedEntrySchema.parse(row)).toEqual(row);
    database.close();
  });

  it.each(frozen)('$version can be written to, and what is written undone', async (example) => {
    await write(example);
    const database = new PolicyGlossDatabase();
    const repository = createHighlightRepository(database);
    const before = await repository.all();
    const now = '2026-05-05T00:00:00.000Z';
    const id = before[0]!.id;
    await repository.change(id, { note: '新' }, now);
    expect((await repository.all()).find((row) => row.id === id)?.note).toBe('新');
    expect(await repository.travel('undo', 'a', now)).toBe(true);
    expect(await repository.all()).toEqual(
      before.map((row) => (row.id === id ? { ...row, updatedAt: now } : row)),
    );
    database.close();
  });
});
