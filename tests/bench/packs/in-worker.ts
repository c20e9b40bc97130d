import type { GlossaryEntry } from '../../../src/glossary/entry.ts';
import { entryWith, plainWording } from '../../../src/glossary/new-entry.ts';
import type { PackCopy } from '../../../src/highlights/backup-schedule.ts';
import { openLists } from '../../../src/interchange/entry-lists.ts';
import { recogniseText } from '../../../src/matching/recognised-text.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createEntryImport } from '../../../src/storage/entry-import.ts';
import { createEntryList } from '../../../src/storage/entry-list.ts';
import { createEntryLookup } from '../../../src/storage/entry-lookup.ts';
import { createEntryRepository } from '../../../src/storage/entry-repository.ts';
import { createGlossaryIndex } from '../../../src/storage/glossary-index.ts';
import { createImageStore } from '../../../src/storage/image-store.ts';
import type { KeyValueStore } from '../../../src/storage/key-value-store.ts';
import { copyPacks, listsOfCopies } from '../../../src/storage/pack-copies.ts';
import { createPackParts } from '../../../src/storage/pack-parts.ts';
import { createPackRepository } from '../../../src/storage/pack-repository.ts';
import { createRestore } from '../../../src/storage/restore.ts';
import { madeUpText, termsFrom } from '../made-up-text.ts';

/** Runs the steps one by one and tells how long each took, in milliseconds. */
const PACK = '00000000-0000-4000-b000-000000000001';
const NOW = '2026-02-02T00:00:00.000Z';
const LATER = '2026-02-03T00:00:00.000Z';
const database = new PolicyGlossDatabase();

const idOf = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

function listOf(count: number): GlossaryEntry[] {
  const texts = Array.from({ length: 20 }, (_, seed) => madeUpText(seed, 200_000));
  return termsFrom(texts, count, 5).map((zh, n) =>
    entryWith({
      id: idOf(n),
      pack: PACK,
      terms: [plainWording('en', `made-up term ${n}`), plainWording('zh-Hant', zh)],
      subject: '工程',
      other: [{ name: 'idInFile', value: String(n) }],
      createdAt: NOW,
      updatedAt: NOW,
    }),
  );
}

const pack = { id: PACK, title: '名詞', edition: '2026', licence: '', hash: '' };

let entries: GlossaryEntry[] = [];

const newIndex = () =>
  createGlossaryIndex({
    database,
    packs: createPackRepository(database),
    images: createImageStore(database),
    bundled: async () => ({ hash: '', concepts: [] }),
    onChange: () => {},
    edition: 'bench',
  });
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** A store of copies in memory. */
const kept = new Map<string, unknown>();
const copies: KeyValueStore = {
  read: async (key) => kept.get(key),
  write: async (values) => {
    for (const [key, value] of Object.entries(values)) kept.set(key, value);
  },
  remove: async (keys) => {
    for (const key of keys) kept.delete(key);
  },
};
/** The copies as they were last made. */
const copyPacksKept = async () => {
  const { packs } = kept.get('pack copies') as { packs: Record<string, { copy: PackCopy }> };
  return Object.values(packs).map(({ copy }) => copy);
};

let index = newIndex();

const steps: Readonly<Record<string, (count: number) => Promise<unknown>>> = {
  generate: async (count) => {
    entries = listOf(count);
    return entries.length;
  },
  import: () => createEntryImport(database).run({ pack, entries, duplicates: 'skip', batch: 'a', now: NOW }),
  'preview of the same again': () =>
    createEntryImport(database).preview({ pack, entries, duplicates: 'skip' }),
  'read all rows': async () => (await createEntryRepository(database).ofPack(PACK)).length,
  'list of light rows': async () => {
    const list = createEntryList(database);
    await list.refresh();
    return list.row(idOf(1))?.zh;
  },
  'filter and sort it': async () => {
    const list = createEntryList(database);
    await list.refresh();
    const start = performance.now();
    const ids = await list.select({ words: '政' }, { by: 'zh', descending: false });
    return `${ids?.length} in ${Math.round(performance.now() - start)} ms`;
  },
  'look up one term': async () =>
    (await createEntryLookup(database).alike({ zh: entries[7]!.terms[1]!.text, en: 'made-up term 9' })).sameZh
      .length,
  'all conflicts': async () => {
    const list = createEntryList(database);
    await list.refresh();
    return (await list.conflicts('zh')).length;
  },
  'build the index': async () => {
    await index.changed();
    return (await index.state()).terms;
  },
  'load the index': async () => {
    index = newIndex();
    const { index: loaded } = await index.current();
    const stored = await createImageStore(database).load();
    return `image ${megabytes(loaded.image.bytes.byteLength)}, directory ${megabytes(stored!.directory.size)}`;
  },
  'recognise 24,000 units': async () => {
    const { index: loaded, terms } = await index.current();
    return recogniseText(loaded, terms, madeUpText(3, 24_000)).matched.length;
  },
  'and again': async () => {
    const { index: loaded, terms } = await index.current();
    return recogniseText(loaded, terms, madeUpText(4, 24_000)).matched.length;
  },
  'change one and follow': async () => {
    await createEntryRepository(database).change(idOf(4), { terms: [plainWording('en', 'other')] }, NOW);
    await index.changed();
    return (await index.state()).terms;
  },
  'change one': async () =>
    (await createEntryRepository(database).change(idOf(3), { subject: '甲' }, NOW))?.subject,
  'copy it beside the backups': async () => {
    await copyPacks(copies, createPackParts(database));
    const parts = [...kept].filter(([key]) => key.startsWith('pack part '));
    const bytes = parts.reduce((sum, [, part]) => sum + String(part).length, 0);
    return `${parts.length} parts, ${megabytes(bytes)}`;
  },
  'copy it again, unchanged': async () => (await copyPacks(copies, createPackParts(database))).length,
  'copy it again, one more': async () => {
    const before = kept.size;
    const more = { ...entries[1]!, id: idOf(entries.length), terms: [plainWording('en', 'one more')] };
    await createEntryImport(database).run({
      pack,
      entries: [more],
      duplicates: 'keep-both',
      batch: 'b',
      now: LATER,
    });
    await copyPacks(copies, createPackParts(database));
    return `${kept.size - before} part more`;
  },
  'empty it out of the bin': async () => {
    const packs = createPackRepository(database);
    await packs.remove(PACK, NOW);
    return packs.erase([PACK], NOW);
  },
  'take its rows out': async () => {
    await createPackRepository(database).sweep();
    return database.entries.count();
  },
  'restore it from the copy': async () => {
    const lists = await listsOfCopies(copies, await copyPacksKept());
    const records = { highlights: [], entries: [], lists: await openLists(lists) };
    const order = { records, bringBack: false, deed: PACK, now: NOW };
    return (await createRestore(database).run(order)).imported;
  },
  size: async () => `${Math.round(((await navigator.storage.estimate()).usage ?? 0) / 1e6)} MB`,
};

/** What a worker that starts takes up by loading the index: run in the page, where the heap can be asked for. */
Object.assign(globalThis, {
  loadIndex: async () => {
    const heap = () => {
      (globalThis as unknown as { gc: () => void }).gc();
      return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
    };
    const before = heap();
    index = newIndex();
    const start = performance.now();
    await index.current();
    const ms = performance.now() - start;
    return `${Math.round(ms)} ms, heap ${megabytes(before)} → ${megabytes(heap())}`;
  },
});

addEventListener('message', async ({ data }: MessageEvent<{ step: string; count: number }>) => {
  const start = performance.now();
  try {
    const result = await steps[data.step]!(data.count);
    postMessage({ ms: performance.now() - start, result: JSON.stringify(result) });
  } catch (error) {
    postMessage({ ms: performance.now() - start, result: String(error) });
  }
});
if (typeof document === 'undefined') postMessage({ ready: Object.keys(steps) });
