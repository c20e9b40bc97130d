import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { plainWording } from '../../../src/glossary/new-entry.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createDeeds } from '../../../src/storage/deeds.ts';
import { createEntryImport } from '../../../src/storage/entry-import.ts';
import { createEntryRepository } from '../../../src/storage/entry-repository.ts';
import { createHighlightRepository } from '../../../src/storage/highlight-repository.ts';
import { createPackRepository } from '../../../src/storage/pack-repository.ts';
import { entryOf, highlightOf } from '../../support/records.ts';

const database = new PolicyGlossDatabase();
const highlights = createHighlightRepository(database);
const entries = createEntryRepository(database);
const packs = createPackRepository(database);
const imports = createEntryImport(database);
const deeds = createDeeds(database);
const NOW = '2026-02-02T00:00:00.000Z';
const PACK = '00000000-0000-4000-b000-000000000001';
const id = (n: number) => entryOf(n).id;
const mark = (n: number) => highlightOf(n).id;

const clear = () => Promise.all(database.tables.map((table) => table.clear()));
afterEach(clear);

function bring(numbers: readonly number[], batch: string, edition = '2026', english = 'en') {
  return imports.run({
    pack: { id: PACK, title: 'x', edition, licence: 'OGDL', hash: `${edition}${numbers}` },
    entries: numbers.map((n) =>
      entryOf(n + 500, {
        pack: PACK,
        terms: [plainWording('zh-Hant', `詞${n}`), plainWording('en', `${english} ${n}`)],
      }),
    ),
    duplicates: 'replace',
    batch,
    now: NOW,
  });
}

describe('undoing a deed by its name', () => {
  it('undoes just that one, whatever was done elsewhere since', async () => {
    for (const n of [1, 2]) await entries.put(entryOf(n), NOW);
    await entries.edit([id(1)], { subject: 'one' }, NOW, 'deed 1');
    await entries.edit([id(2)], { subject: 'two' }, NOW, 'deed 2');
    expect(await deeds.undo('deed 1', NOW)).toBe('done');
    expect(await entries.getMany([id(1), id(2)])).toMatchObject([{ subject: '' }, { subject: 'two' }]);
    expect(await deeds.undo('deed 1', NOW)).toBe('done');
    // Undo and redo in order go on from there.
    await entries.travel('undo', 'a', '2026-02-03T00:00:00.000Z');
    expect(await entries.get(id(2))).toMatchObject({ subject: '' });
    await entries.travel('redo', 'b', NOW);
    expect(await entries.getMany([id(1), id(2)])).toMatchObject([{ subject: '' }, { subject: 'two' }]);
    await entries.travel('redo', 'c', NOW);
    expect(await entries.getMany([id(1), id(2)])).toMatchObject([{ subject: 'one' }, { subject: 'two' }]);
  });

  it('does nothing where something newer touched the same, until that is undone', async () => {
    await highlights.save(highlightOf(1));
    await highlights.edit([mark(1)], { colour: 'green' }, NOW, 'deed 1');
    await highlights.change(mark(1), { note: '新' }, NOW);
    expect(await deeds.undo('deed 1', NOW)).toBe('overtaken');
    expect(await highlights.all()).toMatchObject([{ colour: 'green', note: '新' }]);
    await highlights.travel('undo', 'a', NOW);
    expect(await deeds.undo('deed 1', NOW)).toBe('done');
    expect(await highlights.all()).toMatchObject([{ colour: highlightOf(1).colour, note: '' }]);
  });

  it('says so when the deed is not known, or no longer', async () => {
    expect(await deeds.undo('another', NOW)).toBe('gone');
    await entries.put(entryOf(1), NOW);
    await entries.edit([id(1)], { subject: 'one' }, NOW, 'deed');
    for (let n = 2; n < 60; n++) await entries.put(entryOf(n), NOW);
    expect(await deeds.undo('deed', NOW)).toBe('gone');
    expect(await entries.get(id(1))).toMatchObject({ subject: 'one' });
  });

  it('knows what rests on an import', async () => {
    await bring([1, 2], 'first');
    await entries.put(entryOf(1), NOW);
    // Another thing does not matter, an entry of the pack does.
    await entries.change(id(501), { subject: 's' }, NOW);
    expect(await deeds.undo('first', NOW)).toBe('overtaken');
    await entries.travel('undo', 'a', NOW);
    await bring([3], 'second');
    expect(await deeds.undo('first', NOW)).toBe('overtaken');
    expect(await deeds.undo('second', NOW)).toBe('done');
    expect(await deeds.undo('first', NOW)).toBe('done');
    expect((await packs.removed()).map((pack) => pack.id)).toEqual([PACK]);
    expect(await entries.get(id(1))).toBeDefined();
  });

  it('of any order leads where doing the others alone would', async () => {
    const subjects = ['甲', '乙', '丙', '丁'];
    const plan = fc.uniqueArray(fc.nat(3), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(plan, async (undone) => {
        await clear();
        for (const n of [0, 1, 2, 3]) await entries.put(entryOf(n), NOW);
        for (const [n, subject] of subjects.entries())
          await entries.edit([id(n)], { subject }, NOW, `deed ${n}`);
        for (const n of undone) expect(await deeds.undo(`deed ${n}`, NOW)).toBe('done');
        expect((await entries.getMany([0, 1, 2, 3].map(id))).map(({ subject }) => subject)).toEqual(
          subjects.map((subject, n) => (undone.includes(n) ? '' : subject)),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('a newer edition of a list', () => {
  it('makes the pack that edition, remembers the one before, and goes with its import', async () => {
    await bring([1, 2], 'first', '2025');
    const before = await packs.get(PACK);
    await bring([1, 2, 3], 'second', '2026', 'newer');
    const after = await packs.get(PACK);
    expect(after).toMatchObject({
      edition: '2026',
      hash: '20261,2,3',
      count: 3,
      earlier: [{ edition: '2025', hash: '20251,2', licence: 'OGDL', until: NOW }],
    });
    // The same once more is no edition of its own.
    await bring([1, 2, 3], 'third', '2026', 'newer');
    expect(await packs.get(PACK)).toEqual(after);
    expect(await deeds.undo('second', NOW)).toBe('done');
    expect(await packs.get(PACK)).toEqual(before);
    await entries.travel('redo', 'a', NOW);
    expect(await packs.get(PACK)).toEqual(after);
  });

  it('leaves the own pack as it is', async () => {
    await imports.run({
      pack: { id: 'mine', title: '', edition: '2026', licence: 'x', hash: 'y' },
      entries: [entryOf(1)],
      duplicates: 'skip',
      batch: 'b',
      now: NOW,
    });
    expect(await packs.get('mine')).toMatchObject({ edition: '', licence: '', hash: '', count: 1 });
  });
});
