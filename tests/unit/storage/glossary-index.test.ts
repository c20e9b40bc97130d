import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GlossaryEntry } from '../../../src/glossary/entry.ts';
import { plainWording } from '../../../src/glossary/new-entry.ts';
import { MY_PACK } from '../../../src/glossary/pack-ids.ts';
import { recogniseText } from '../../../src/matching/recognised-text.ts';
import { DirectoryWriter } from '../../../src/matching/term-directory.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createEntryImport } from '../../../src/storage/entry-import.ts';
import { createEntryRepository } from '../../../src/storage/entry-repository.ts';
import { createGlossaryIndex } from '../../../src/storage/glossary-index.ts';
import { createImageStore, type StoredIndex } from '../../../src/storage/image-store.ts';
import { createPackRepository } from '../../../src/storage/pack-repository.ts';
import { concept as conceptNamed, term } from '../../support/concepts.ts';
import { entryOf } from '../../support/records.ts';

const database = new PolicyGlossDatabase();
const entries = createEntryRepository(database);
const packs = createPackRepository(database);
const images = createImageStore(database);
const NOW = '2026-02-02T00:00:00.000Z';
const PACK = '00000000-0000-4000-b000-000000000001';
const OTHER = '00000000-0000-4000-b000-000000000002';

const bundled = async () => ({
  hash: 'h',
  concepts: [
    conceptNamed('tw.sovereign-ai', {
      terms: [term('zh-Hant', '主權人工智慧'), term('en', 'sovereign artificial intelligence')],
    }),
  ],
});

let told = 0;
const start = (store = images, pack = bundled) =>
  createGlossaryIndex({
    database,
    packs,
    images: store,
    bundled: pack,
    onChange: () => {
      told++;
    },
    edition: '1',
  });

type Index = ReturnType<typeof start>;

/** Concepts of each term that is found in a text. */
async function found(index: Index, text: string, seen: string[] = []): Promise<string[][]> {
  const current = await index.current();
  return recogniseText(current.index, current.terms, text, { seen: new Set(seen) }).matched.map(
    ({ concepts }) => concepts,
  );
}

function pair(n: number, zh: string, en: string, change: Partial<GlossaryEntry> = {}): GlossaryEntry {
  return entryOf(n, { terms: [plainWording('zh-Hant', zh), plainWording('en', en)], ...change });
}

const many = (length: number) => Array.from({ length }, (_, n) => pair(n, `詞彙${n}號`, `made-up term ${n}`));

const importInto = (pack: string, list: GlossaryEntry[]) =>
  createEntryImport(database).run({
    pack: { id: pack, title: pack, edition: '', licence: '', hash: '' },
    entries: list.map((entry) => ({ ...entry, pack })),
    duplicates: 'skip',
    batch: crypto.randomUUID(),
    now: NOW,
  });

const concept = (n: number) => `entry:${entryOf(n).id}`;

afterEach(async () => {
  told = 0;
  await Promise.all(database.tables.map((table) => table.clear()));
});

describe('the index of all packs', () => {
  it('recognises the bundled pack, own entries and imported ones, and follows changes', async () => {
    const index = start();
    expect(await found(index, '主權人工智慧與偏航角')).toEqual([['tw.sovereign-ai']]);
    await importInto(PACK, [pair(1, '偏航角', 'yaw angle')]);
    await index.changed();
    expect(await found(index, '主權人工智慧與偏航角')).toEqual([['tw.sovereign-ai'], [concept(1)]]);
    expect(await found(index, 'a yaw angle')).toEqual([[concept(1)]]);
    expect(told).toBe(1);
    await entries.change(entryOf(1).id, { terms: [plainWording('zh-Hant', '偏轉角')] }, NOW);
    await index.changed();
    expect(await found(index, '偏航角和偏轉角')).toEqual([[concept(1)]]);
    await entries.remove([entryOf(1).id], NOW);
    await index.changed();
    expect(await found(index, '偏航角和偏轉角')).toEqual([]);
    expect(told).toBe(3);
    await index.changed();
    expect(told).toBe(3);
  });

  it('is the same when it is loaded, changed, and built anew', async () => {
    await importInto(PACK, [pair(1, '偏航角', 'yaw angle'), pair(2, '俯仰角', 'pitch angle')]);
    const text = '偏航角、俯仰角、滾轉角，主權人工智慧';
    expect(await found(start(), text)).toHaveLength(3);
    await importInto(PACK, [pair(3, '滾轉角', 'roll angle')]);
    await entries.remove([entryOf(2).id], NOW);
    const changed = await found(start(), text);
    await database.images.clear();
    expect(await found(start(), text)).toEqual(changed);
    expect(changed).toEqual([[concept(1)], [concept(3)], ['tw.sovereign-ai']]);
  });

  it('names what several packs have in the order of the packs', async () => {
    const index = start();
    await importInto(PACK, [pair(1, '主權人工智慧', 'sovereign AI')]);
    await importInto(OTHER, [pair(2, '主權人工智慧', 'AI sovereignty')]);
    await index.changed();
    expect(await found(index, '主權人工智慧')).toEqual([['tw.sovereign-ai', concept(1), concept(2)]]);
    await packs.order([OTHER, 'policy-gloss', PACK], NOW);
    await index.changed();
    expect(await found(index, '主權人工智慧')).toEqual([[concept(2), 'tw.sovereign-ai', concept(1)]]);
    await packs.change('policy-gloss', { enabled: false }, NOW);
    await packs.remove(OTHER, NOW);
    await index.changed();
    expect(await found(index, '主權人工智慧')).toEqual([[concept(1)]]);
  });

  it('knows what else a term may be after one of its entries was changed', async () => {
    await importInto(PACK, [pair(1, '偏航角', 'yaw angle')]);
    await entries.put(pair(2, '偏航角', 'angle of yaw'), NOW);
    const index = start();
    expect(await found(index, '偏航角')).toEqual([[concept(2), concept(1)]]);
    await entries.change(entryOf(2).id, { note: { zh: '註', en: '' } }, NOW);
    await index.changed();
    expect(await found(index, '偏航角')).toEqual([[concept(2), concept(1)]]);
    await entries.change(entryOf(1).id, { note: { zh: '註', en: '' } }, NOW);
    await index.changed();
    expect(await found(index, '偏航角')).toEqual([[concept(2), concept(1)]]);
  });

  it('does not double a concept that was collected, and knows what the reader calls it', async () => {
    const index = start();
    await index.current();
    const own = pair(1, '主權人工智慧', 'home-grown AI', { concept: 'tw.sovereign-ai', pack: MY_PACK });
    await entries.put(own, NOW);
    await index.changed();
    expect(await found(index, '主權人工智慧')).toEqual([['tw.sovereign-ai']]);
    expect(await found(index, 'home-grown AI')).toEqual([['tw.sovereign-ai']]);
    await database.images.clear();
    expect(await found(start(), '主權人工智慧 home-grown AI')).toEqual([
      ['tw.sovereign-ai'],
      ['tw.sovereign-ai'],
    ]);
  });

  it('marks nothing that is not to be marked, now and after it was built anew, and does again when it may', async () => {
    const index = start();
    await entries.put(
      pair(1, '主權人工智慧', 'sovereign AI', { concept: 'tw.sovereign-ai', mark: false }),
      NOW,
    );
    await entries.put(pair(2, '偏航角', 'yaw angle', { mark: false }), NOW);
    await index.changed();
    expect(await found(index, '主權人工智慧、偏航角')).toEqual([]);
    await database.images.clear();
    const later = start();
    expect(await found(later, '主權人工智慧、偏航角')).toEqual([]);
    await entries.edit([entryOf(1).id, entryOf(2).id], { mark: true }, NOW);
    await later.changed();
    expect(await found(later, '主權人工智慧、偏航角')).toEqual([['tw.sovereign-ai'], [concept(2)]]);
  });

  it('has full forms vouch for abbreviations by entry', async () => {
    const index = start();
    const terms = [
      plainWording('en', 'Wholly Invented Test'),
      plainWording('en', 'WIT', { form: 'abbreviation' }),
    ];
    await importInto(PACK, [entryOf(1, { terms }), pair(2, '甲', 'Others')]);
    await index.changed();
    await database.images.clear();
    expect((await start().current()).terms.fullTermsOf(new Set([concept(1)])).size).toBe(1);
    expect((await index.current()).terms.fullTermsOf(new Set([concept(1), 'tw.sovereign-ai'])).size).toBe(3);
  });

  it('of a list too long to begin with serves the bundled pack first, then all', async () => {
    await importInto(PACK, many(3_100));
    const index = start();
    expect(await found(index, '主權人工智慧與詞彙77號')).toEqual([['tw.sovereign-ai']]);
    await index.changed();
    expect(await found(index, '主權人工智慧與詞彙77號')).toEqual([['tw.sovereign-ai'], [concept(77)]]);
    expect(await index.state()).toEqual({ terms: 6_202, progress: undefined });
    // Loaded by a worker that starts anew, without building.
    expect(await found(start(), '詞彙3000號')).toEqual([[concept(3_000)]]);
  });

  it('that fell far behind, as when the browser ended while it was built, is made up for by the next worker', async () => {
    await importInto(PACK, [pair(5_000, '偏航角', 'yaw angle')]);
    await start().current();
    await importInto(PACK, many(1_100));
    const index = start();
    // Reading goes on with what there is.
    expect(await found(index, '偏航角與詞彙77號')).toEqual([[concept(5_000)]]);
    await vi.waitFor(() => expect(told).toBe(1));
    expect(await found(index, '偏航角與詞彙77號')).toEqual([[concept(5_000)], [concept(77)]]);
    expect(await index.state()).toEqual({ terms: 2 * 1_101 + 2, progress: undefined });
    // What the next one loads is whole.
    expect(await found(start(), '詞彙1099號')).toEqual([[concept(1_099)]]);
    expect(told).toBe(1);
  });

  it('that fell far behind and cannot catch up serves what it has, and does not try at every page', async () => {
    await importInto(PACK, [pair(5_000, '偏航角', 'yaw angle')]);
    await start().current();
    await importInto(PACK, many(1_100));
    let asked = 0;
    const index = start(images, () => (++asked > 1 ? Promise.reject(new Error('gone')) : bundled()));
    const look = async () => {
      for (let n = 0; n < 3; n++) expect(await found(index, '偏航角')).toEqual([[concept(5_000)]]);
    };
    await look();
    await vi.waitFor(() => expect(asked).toBe(2));
    await look();
    expect([asked, told]).toEqual([2, 0]);
  });

  it('does not use an index that was stored of other packs', async () => {
    await importInto(PACK, [pair(1, '偏航角', 'yaw angle')]);
    expect(await found(start(), '主權人工智慧與偏航角')).toEqual([['tw.sovereign-ai'], [concept(1)]]);
    await packs.change(PACK, { enabled: false }, NOW);
    expect(await found(start(), '主權人工智慧與偏航角')).toEqual([['tw.sovereign-ai']]);
  });

  const unreadable = () => {
    const gone = async () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    const stream = () => new ReadableStream({ type: 'bytes', pull: gone });
    return Object.assign(new Blob(['x']), { stream, arrayBuffer: gone });
  };
  const damage: [string, (stored: StoredIndex) => Partial<StoredIndex>][] = [
    ['its image is none', () => ({ image: new Blob(['x']) })],
    ['its image is cut off', ({ image }) => ({ image: image.slice(0, -4) })],
    ['its directory is none', () => ({ directory: new Blob(['y']) })],
    ['its directory is of other terms', () => ({ directory: new Blob([new DirectoryWriter().finish()]) })],
    ['its image cannot be read', () => ({ image: unreadable() })],
    ['its directory cannot be read', () => ({ directory: unreadable() })],
    ['neither can', () => ({ image: unreadable(), directory: unreadable() })],
  ];
  it.each(damage)('is built anew and stored again when %s', async (_name, change) => {
    await importInto(PACK, [pair(1, '偏航角', 'yaw angle')]);
    await start().current();
    const stored = (await images.load())!;
    const load = async () => ({ ...stored, ...change(stored) });
    const replaced: string[] = [];
    const replace = async ({ key }: StoredIndex) => void replaced.push(key);
    expect(await found(start({ load, replace }), '偏航角')).toEqual([[concept(1)]]);
    expect(replaced).toEqual([stored.key]);
    replaced.length = 0;
    expect(await found(start({ load: images.load, replace }), '偏航角')).toEqual([[concept(1)]]);
    expect(replaced).toEqual([]);
  });

  it('is built anew when the store cannot be asked', async () => {
    await importInto(PACK, [pair(1, '偏航角', 'yaw angle')]);
    const load = () => Promise.reject(new DOMException('gone', 'UnknownError'));
    expect(await found(start({ ...images, load }), '偏航角')).toEqual([[concept(1)]]);
  });
});
