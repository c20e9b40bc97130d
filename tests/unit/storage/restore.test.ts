import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { plainWording } from '../../../src/glossary/new-entry.ts';
import { openLists } from '../../../src/interchange/entry-lists.ts';
import { writeExchangeFile } from '../../../src/interchange/exchange-file.ts';
import { readExchangeFile } from '../../../src/interchange/exchange-reading.ts';
import { createAddressStore } from '../../../src/storage/address-store.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createDeeds } from '../../../src/storage/deeds.ts';
import { createEntryImport } from '../../../src/storage/entry-import.ts';
import { createEntryRepository } from '../../../src/storage/entry-repository.ts';
import { createHighlightRepository } from '../../../src/storage/highlight-repository.ts';
import { listsOfPacks } from '../../../src/storage/pack-copies.ts';
import { createPackParts } from '../../../src/storage/pack-parts.ts';
import { createPackRepository } from '../../../src/storage/pack-repository.ts';
import { createPageStore } from '../../../src/storage/page-store.ts';
import { createRestore } from '../../../src/storage/restore.ts';
import { entryOf, highlightOf } from '../../support/records.ts';

const database = new PolicyGlossDatabase();
const highlights = createHighlightRepository(database);
const entries = createEntryRepository(database);
const packs = createPackRepository(database);
const addresses = createAddressStore(database);
const pages = createPageStore(database);
const imports = createEntryImport(database);
const parts = createPackParts(database);
const restore = createRestore(database);
const deeds = createDeeds(database);

const NOW = '2026-02-02T00:00:00.000Z';
const LATER = '2026-03-03T00:00:00.000Z';
const PACKS = ['00000000-0000-4000-b000-000000000001', '00000000-0000-4000-b000-000000000002'] as const;
const DEED = '00000000-0000-4000-c000-000000000001';
const id = (n: number) => entryOf(n).id;

const clear = () => Promise.all(database.tables.map((table) => table.clear()));
afterEach(clear);

/** A file as a backup is. */
async function file(): Promise<string> {
  return writeExchangeFile(
    {
      highlights: await highlights.all(),
      entries: await entries.ownWork(),
      pages: await pages.all(),
      packs: await packs.all(),
      aliases: await addresses.all(),
      lists: await listsOfPacks(parts),
    },
    { exportedAt: NOW, edition: 'backup' },
  );
}

async function recordsOf(text: string) {
  const { problems, lists, ...records } = readExchangeFile(text);
  expect(problems).toEqual([]);
  return { ...records, lists: await openLists(lists) };
}

async function bring(text: string, change: { bringBack?: boolean; deed?: string } = {}) {
  return restore.run({ records: await recordsOf(text), bringBack: false, deed: DEED, now: LATER, ...change });
}

/** All that a reader sees in the store, but for the times of change. */
async function seen() {
  const rows = await database.entries.orderBy('id').toArray();
  return {
    highlights: (await highlights.all()).map(({ updatedAt: _, ...row }) => row),
    entries: rows.map(({ written: _, updatedAt: __, batch: ___, ...row }) => row),
    packs: (await packs.all()).map(({ updatedAt: _, ...pack }) => pack),
    aliases: await addresses.all(),
  };
}

function list(pack: string, numbers: readonly number[], batch = `batch of ${pack}`) {
  return imports.run({
    pack: { id: pack, title: `list ${pack.at(-1)}`, edition: '2026', licence: 'OGDL', hash: 'a'.repeat(64) },
    entries: numbers.map((n) =>
      entryOf(n, { pack, terms: [plainWording('zh-Hant', `詞${n}`), plainWording('en', `t${n}`)] }),
    ),
    duplicates: 'replace',
    batch,
    now: NOW,
  });
}

describe('a backup with imported packs', () => {
  it('brings everything back into an empty store: packs whole, in their order, on or off, in the bin or not', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        numbers,
        numbers,
        fc.subarray([1, 2, 3, 4, 5, 6]),
        fc.record({ turned: fc.boolean(), off: fc.boolean(), binned: fc.boolean() }),
        async (first, second, touched, { turned, off, binned }) => {
          await clear();
          await list(PACKS[0], first);
          await list(
            PACKS[1],
            second.map((n) => n + 100),
          );
          await entries.put(entryOf(300), NOW);
          await entries.change(id(300), { subject: 'mine' }, NOW);
          for (const n of touched) await entries.change(id(n), { subject: `subject ${n}` }, NOW);
          await entries.remove(touched.slice(0, 1).map(id), NOW);
          await highlights.save(highlightOf(1));
          if (turned) await packs.order([PACKS[1], PACKS[0]], NOW);
          if (off) await packs.change(PACKS[0], { enabled: false }, NOW);
          if (binned) await packs.remove(PACKS[1], NOW);
          const [before, text] = [await seen(), await file()];
          await clear();
          await bring(text);
          expect(await seen()).toEqual(before);
          // And again: nothing is there twice, nothing is new.
          expect(await bring(text, { deed: PACKS[0] })).toMatchObject({ added: 0, updated: 0, imported: 0 });
          expect(await seen()).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is one deed, which is undone and redone as one', async () => {
    await list(PACKS[0], [1, 2, 3]);
    await entries.put(entryOf(300), NOW);
    await highlights.save(highlightOf(1));
    const text = await file();
    await clear();
    await entries.put(entryOf(301), NOW);
    expect(await bring(text)).toMatchObject({ added: 2, imported: 3 });
    expect(await deeds.undo(DEED, LATER)).toBe('done');
    expect((await packs.list()).map((pack) => pack.id)).toEqual(['mine', 'policy-gloss']);
    expect((await entries.ofPack('mine')).filter(({ deletedAt }) => !deletedAt).map((row) => row.id)).toEqual(
      [id(301)],
    );
    expect(await highlights.ofDocument([highlightOf(1).document.address])).toEqual([]);
    await entries.travel('redo', 'r1', LATER);
    await highlights.travel('redo', 'r2', LATER);
    expect((await packs.list()).find((pack) => pack.id === PACKS[0])).toMatchObject({ count: 3 });
    expect(await highlights.ofDocument([highlightOf(1).document.address])).toHaveLength(1);
  });

  it('adds what is missing of a pack that is there, and leaves alone what is newer', async () => {
    await list(PACKS[0], [1, 2, 3]);
    const text = await file();
    await entries.change(id(1), { subject: 'newer' }, LATER);
    await database.entries.delete(id(2));
    expect(await bring(text)).toMatchObject({ added: 0, updated: 0, imported: 1 });
    expect(await entries.get(id(1))).toMatchObject({ subject: 'newer' });
    expect(await entries.get(id(2))).toBeDefined();
    expect(await deeds.undo(DEED, LATER)).toBe('done');
    expect(await entries.get(id(2))).toMatchObject({ deletedAt: LATER });
    expect(await entries.get(id(1))).not.toHaveProperty('deletedAt');
  });

  it('leaves what was deleted here deleted, and brings it back when asked to', async () => {
    await list(PACKS[0], [1, 2]);
    await list(PACKS[1], [3]);
    await entries.put(entryOf(300), NOW);
    await highlights.save(highlightOf(1));
    const [before, text] = [await seen(), await file()];
    await entries.remove([id(1), id(300)], LATER);
    await highlights.remove([highlightOf(1).id], LATER);
    await packs.remove(PACKS[1], LATER);
    const deleted = { highlights: 1, entries: 2, packs: 1 };
    expect(await restore.preview(await recordsOf(text))).toMatchObject({ new: 0, present: 2, deleted });
    const after = await seen();
    expect(await bring(text)).toMatchObject({ added: 0, imported: 0, broughtBack: 0 });
    expect(await seen()).toEqual(after);
    expect(await bring(text, { bringBack: true })).toMatchObject({ added: 0, imported: 0, broughtBack: 4 });
    // The entry of the list was deleted by hand: from then on it is own work.
    const touched = before.entries.map((row) => (row.id === id(1) ? { ...row, touched: 1 } : row));
    expect(await seen()).toEqual({ ...before, entries: touched });
    expect(await deeds.undo(DEED, LATER)).toBe('done');
    expect((await seen()).packs.map(({ deletedAt }) => deletedAt !== undefined)).toEqual(
      after.packs.map(({ deletedAt }) => deletedAt !== undefined),
    );
    expect(await entries.get(id(300))).toHaveProperty('deletedAt');
  });

  it('writes nothing when it fails, whatever it had come to', async () => {
    await list(PACKS[0], [1]);
    await highlights.save(highlightOf(1));
    const records = await recordsOf(await file());
    await clear();
    const broken = { ...records, entries: [{ ...entryOf(5), terms: [] }] };
    await expect(
      restore.run({ records: broken, bringBack: false, deed: DEED, now: LATER }),
    ).rejects.toThrow();
    for (const table of database.tables) expect(await table.count()).toBe(0);
  });

  it('shows entries whose pack it says nothing about, in a pack without a name', async () => {
    await restore.run({
      records: {
        highlights: [],
        entries: [entryOf(1, { pack: PACKS[0] }), entryOf(2, { pack: 'policy-gloss' })],
      },
      bringBack: false,
      deed: DEED,
      now: LATER,
    });
    expect((await packs.list()).at(-1)).toMatchObject({ id: PACKS[0], title: '', count: 1, enabled: true });
    expect(await entries.get(id(2))).toMatchObject({ pack: 'mine' });
  });

  it('brings back a pack that was erased, even while its rows are still leaving', async () => {
    await list(PACKS[0], [1, 2, 3]);
    const text = await file();
    await packs.remove(PACKS[0], NOW);
    await packs.erase([PACKS[0]], NOW);
    expect(await bring(text)).toMatchObject({ imported: 3 });
    await packs.sweep();
    expect(await entries.ofPack(PACKS[0])).toHaveLength(3);
    expect((await packs.list()).at(-1)).toMatchObject({ id: PACKS[0], count: 3 });
  });
});

describe('the parts of a pack', () => {
  const texts = async (pack: string) => {
    const all: string[] = [];
    for await (const { text } of parts.parts(pack)) all.push(text);
    return all;
  };
  const rows = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      ...entryOf(n),
      id: `00000000-0000-4000-9000-${(n * 7919).toString(16).padStart(12, '0')}`,
    }));

  it('stay the same but for one when an entry comes or is changed by hand', async () => {
    const all = rows(9_000);
    const pack = { id: PACKS[0], title: 'x', edition: '', licence: '', hash: '' };
    const run = (incoming: typeof all, batch: string) =>
      imports.run({ pack, entries: incoming, duplicates: 'skip', batch, now: NOW });
    await run(all.slice(0, 5_000).concat(all.slice(5_001)), 'a');
    const before = await texts(PACKS[0]);
    expect(before.length).toBeGreaterThan(2);
    await run([all[5_000]!], 'b');
    await entries.change(all[20]!.id, { subject: 's' }, NOW);
    const after = await texts(PACKS[0]);
    expect(after.filter((text) => !before.includes(text)).length).toBeLessThanOrEqual(2);
    expect(after.join('\n').split('\n')).toHaveLength(8_999);
  });
});
