import type { GlossaryEntry } from '../../../src/glossary/entry.ts';
import { entryWith, plainWording } from '../../../src/glossary/new-entry.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createEntryImport } from '../../../src/storage/entry-import.ts';
import { createEntryList } from '../../../src/storage/entry-list.ts';
import { createEntryLookup } from '../../../src/storage/entry-lookup.ts';
import { createEntryRepository } from '../../../src/storage/entry-repository.ts';
import { madeUpText, termsFrom } from '../made-up-text.ts';

/** Runs the steps one by one and tells how long each took, in milliseconds. */
const PACK = '00000000-0000-4000-b000-000000000001';
const NOW = '2026-02-02T00:00:00.000Z';
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
  'all conflicts': async () => (await createEntryLookup(database).conflicts('zh', '', 1000)).conflicts.length,
  'change one': async () =>
    (await createEntryRepository(database).change(idOf(3), { subject: '甲' }, NOW))?.subject,
  size: async () => `${Math.round(((await navigator.storage.estimate()).usage ?? 0) / 1e6)} MB`,
};

addEventListener('message', async ({ data }: MessageEvent<{ step: string; count: number }>) => {
  const start = performance.now();
  try {
    const result = await steps[data.step]!(data.count);
    postMessage({ ms: performance.now() - start, result: JSON.stringify(result) });
  } catch (error) {
    postMessage({ ms: performance.now() - start, result: String(error) });
  }
});
postMessage({ ready: Object.keys(steps) });
