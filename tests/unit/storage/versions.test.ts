import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { glossaryEntrySchema } from '../../../src/glossary/entry.ts';
import { keysOf } from '../../../src/glossary/entry-keys.ts';
import { type EntryOfVersion2, entryFromVersion2 } from '../../../src/glossary/entry-of-version-2.ts';
import { packRecordSchema } from '../../../src/glossary/pack-record.ts';
import { highlightSchema } from '../../../src/highlights/highlight.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createEntryRepository } from '../../../src/storage/entry-repository.ts';
import { createHighlightRepository } from '../../../src/storage/highlight-repository.ts';
import { createPackRepository } from '../../../src/storage/pack-repository.ts';
import { entryOfRow } from '../../../src/storage/stored-entry.ts';

/** A released version of the database with rows as it wrote them. These files are never edited. */
interface FrozenVersion {
  readonly version: number;
  readonly stores: Record<string, string>;
  readonly rows: { readonly highlights: { id: string }[]; readonly entries: object[] };
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
    const entries = await database.entries.toArray();
    if (example.version < 3)
      expect(entries.map(entryOfRow)).toEqual(
        example.rows.entries.map((row) => entryFromVersion2(row as EntryOfVersion2)),
      );
    else expect(entries).toEqual(example.rows.entries);
    for (const row of await database.highlights.toArray()) expect(highlightSchema.parse(row)).toEqual(row);
    for (const row of entries) {
      const entry = entryOfRow(row);
      expect(glossaryEntrySchema.parse(entry)).toEqual(entry);
      expect(row.keys).toEqual(keysOf(entry));
    }
    const own = (await createPackRepository(database).list()).find(({ id }) => id === 'mine');
    expect(own?.count).toBe(entries.filter(({ pack, deletedAt }) => pack === 'mine' && !deletedAt).length);
    for (const pack of await database.packs.toArray()) expect(packRecordSchema.parse(pack)).toEqual(pack);
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

  it.each(frozen)('$version lets its entries be changed, and that be undone', async (example) => {
    await write(example);
    const database = new PolicyGlossDatabase();
    const repository = createEntryRepository(database);
    const id = '00000000-0000-4000-9000-000000000001';
    const now = '2026-05-05T00:00:00.000Z';
    const before = await repository.get(id);
    await repository.change(id, { subject: '資訊' }, now);
    expect(await repository.get(id)).toEqual({ ...before, subject: '資訊', updatedAt: now });
    expect(await repository.travel('undo', 'a', now)).toBe(true);
    expect(await repository.get(id)).toEqual({ ...before, updatedAt: now });
    database.close();
  });
});
