import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { plainWording } from '../../../src/glossary/new-entry.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createEntryImport } from '../../../src/storage/entry-import.ts';
import { createEntryList } from '../../../src/storage/entry-list.ts';
import { createEntryLookup } from '../../../src/storage/entry-lookup.ts';
import { createEntryRepository } from '../../../src/storage/entry-repository.ts';
import { lastWrite } from '../../../src/storage/entry-writes.ts';
import { createPackRepository } from '../../../src/storage/pack-repository.ts';
import { entryOf } from '../../support/records.ts';

const database = new PolicyGlossDatabase();
const entries = createEntryRepository(database);
const packs = createPackRepository(database);
const imports = createEntryImport(database);
const lookup = createEntryLookup(database);
const NOW = '2026-02-02T00:00:00.000Z';
const PACK = '00000000-0000-4000-b000-000000000001';
const OTHER = '00000000-0000-4000-b000-000000000002';
const id = (n: number) => entryOf(n).id;

afterEach(() => Promise.all(database.tables.map((table) => table.clear())));

function bring(pack: string, numbers: readonly number[]) {
  return imports.run({
    pack: { id: pack, title: pack, edition: '', licence: '', hash: pack },
    entries: numbers.map((n) =>
      entryOf(n, { pack, terms: [plainWording('zh-Hant', `詞${n}`), plainWording('en', `t${n}`)] }),
    ),
    duplicates: 'skip',
    batch: `batch of ${pack}`,
    now: NOW,
  });
}

describe('the bin of packs', () => {
  it('lists what was removed and gives it back whole', async () => {
    await bring(PACK, [1, 2]);
    await packs.remove(PACK, NOW);
    await packs.remove('mine', NOW);
    expect((await packs.removed()).map((pack) => [pack.id, pack.count])).toEqual([[PACK, 2]]);
    await packs.restore(PACK, NOW);
    expect(await packs.removed()).toEqual([]);
    expect((await packs.list()).at(-1)).toMatchObject({ id: PACK, count: 2 });
  });

  it('is emptied of what is in it, and of nothing else', async () => {
    await bring(PACK, [1, 2, 3]);
    await bring(OTHER, [11, 12]);
    await entries.put(entryOf(21), NOW);
    await entries.change(id(1), { subject: 'mine' }, NOW);
    await packs.remove(PACK, NOW);
    expect(await packs.countIn([PACK, OTHER, 'mine'])).toEqual({ entries: 1, all: 3 });
    expect(await packs.erase([PACK, OTHER, 'mine'], NOW)).toBe(3);
    expect(await packs.get(PACK)).toBeUndefined();
    expect([await entries.count(), await entries.countOwnWork()]).toEqual([3, 1]);
    expect((await lookup.alike({ zh: '詞2', en: '' })).sameZh).toEqual([]);
    await packs.sweep();
    expect(await database.entries.orderBy('id').primaryKeys()).toEqual([id(11), id(12), id(21)]);
    expect([await entries.count(), await entries.countOwnWork()]).toEqual([3, 1]);
    expect(await database.erasedPacks.where('isLeaving').equals(1).count()).toBe(0);
  });

  it('leaves nothing of an emptied pack in the steps, nor a way back into it', async () => {
    await bring(PACK, [1]);
    await entries.put(entryOf(21), NOW);
    await entries.edit([id(1), id(21)], { subject: 's' }, NOW);
    await entries.edit([id(21)], { pack: PACK }, NOW);
    await entries.edit([id(21)], { pack: 'mine' }, NOW);
    await packs.remove(PACK, NOW);
    await packs.erase([PACK], NOW);
    await packs.sweep();
    const text = JSON.stringify(await database.glossarySteps.toArray());
    expect(text).not.toContain(id(1));
    expect(text).not.toContain(PACK);
    for (let n = 0; await entries.travel('undo', `undo ${n}`, NOW); n++);
    expect((await entries.get(id(21)))?.pack).toBe('mine');
    expect(await database.entries.count()).toBe(1);
  });

  it('goes on with what a stop in between left, and keeps the numbers of writes rising', async () => {
    await entries.put(entryOf(21), NOW);
    await bring(PACK, [1, 2]);
    const before = await lastWrite(database);
    await packs.remove(PACK, NOW);
    await packs.erase([PACK], NOW);
    expect(await database.entries.count()).toBe(3);
    // A worker that starts anew.
    await createPackRepository(database).sweep();
    expect(await database.entries.count()).toBe(1);
    await entries.change(id(21), { subject: 's' }, NOW);
    expect((await database.entries.get(id(21)))?.written).toBeGreaterThan(before);
  });

  it('is counted right while it is being emptied', async () => {
    const many = Array.from({ length: 4_100 }, (_, n) => n + 100);
    await bring(PACK, many);
    await entries.put(entryOf(21), NOW);
    await packs.remove(PACK, NOW);
    await packs.erase([PACK], NOW);
    const counted = new Set<number>();
    let isSwept = false;
    const swept = packs.sweep().then(() => {
      isSwept = true;
    });
    while (!isSwept) counted.add(await entries.count());
    await swept;
    expect([...counted]).toEqual([1]);
  });

  it('is not shown by a table that had read the pack', async () => {
    const list = createEntryList(database);
    await bring(PACK, [1, 2]);
    await entries.put(entryOf(21), NOW);
    const shown = async () => {
      await list.refresh();
      return list.select({}, { by: 'zh', descending: false });
    };
    expect(await shown()).toHaveLength(3);
    await packs.remove(PACK, NOW);
    expect(await shown()).toEqual([id(21)]);
    await packs.erase([PACK], NOW);
    expect(await shown()).toEqual([id(21)]);
    await packs.sweep();
    expect(await shown()).toEqual([id(21)]);
  });
});
