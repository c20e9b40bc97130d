import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../../src/glossary/entry.ts';
import { entryRow } from '../../../src/glossary/entry-row.ts';
import { plainWording } from '../../../src/glossary/new-entry.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createEntryImport, type DuplicateRule } from '../../../src/storage/entry-import.ts';
import { createEntryList } from '../../../src/storage/entry-list.ts';
import { createEntryLookup } from '../../../src/storage/entry-lookup.ts';
import { createEntryRepository } from '../../../src/storage/entry-repository.ts';
import { createPackRepository } from '../../../src/storage/pack-repository.ts';
import { createRestore } from '../../../src/storage/restore.ts';
import { NotThereError } from '../../../src/storage/store-failure.ts';
import { entryOf } from '../../support/records.ts';

const database = new PolicyGlossDatabase();
const repository = createEntryRepository(database);
const packs = createPackRepository(database);
const imports = createEntryImport(database);
const restore = createRestore(database);
const NOW = '2026-02-02T00:00:00.000Z';
const PACK = '00000000-0000-4000-b000-000000000001';
const id = (n: number) => entryOf(n).id;

let request = 0;
const travel = (direction: 'undo' | 'redo') => repository.travel(direction, `request ${request++}`, NOW);
const all = () => repository.ofPack('mine');
/** What is in the store, but for the times of change. */
const state = async () =>
  (await database.entries.orderBy('id').toArray())
    .filter(({ deletedAt }) => !deletedAt)
    .map(({ written: _, updatedAt: __, touched: ___, ...row }) => row);

afterEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

/** An entry of a pair of words. */
function pair(n: number, zh: string, en: string, change: Partial<GlossaryEntry> = {}): GlossaryEntry {
  return entryOf(n, { terms: [plainWording('zh-Hant', zh), plainWording('en', en)], ...change });
}

/** Imports one entry into a pack that is not the reader's own. */
const importOne = () =>
  imports.run({
    pack: { id: PACK, title: 'x', edition: '', licence: '', hash: '' },
    entries: [pair(1, '甲', 'a', { pack: PACK })],
    duplicates: 'skip',
    batch: 'b',
    now: NOW,
  });

describe('collecting', () => {
  const context = {
    sentence: '一句。',
    title: '新聞稿',
    address: 'https://www.ndc.gov.tw/',
    collectedOn: '2026-01-01',
  };

  it('joins the contexts of a term collected twice', async () => {
    await repository.collect(entryOf(1, { concept: 'tw.sovereign-ai', contexts: [context] }));
    const other = { ...context, sentence: '另一句。' };
    const joined = await repository.collect(
      entryOf(2, { concept: 'tw.sovereign-ai', contexts: [context, other] }),
    );
    expect(joined.id).toBe(id(1));
    expect(joined.contexts).toEqual([context, other]);
    expect(await all()).toHaveLength(1);
  });

  it('knows the same words again', async () => {
    await repository.collect(entryOf(1));
    expect(await repository.collect({ ...entryOf(2), terms: entryOf(1).terms })).toMatchObject({ id: id(1) });
  });

  it('takes a deleted entry out of the bin when it is collected again', async () => {
    await repository.collect(entryOf(1));
    await repository.remove([id(1)], NOW);
    await repository.collect(entryOf(1));
    expect((await all())[0]?.deletedAt).toBeUndefined();
  });
});

describe('merging and splitting', () => {
  it('keeps what every entry says', async () => {
    await repository.put(pair(1, '算力', 'computing power', { definition: { zh: '甲', en: '' } }), NOW);
    await repository.put(pair(2, '運算能力', 'computing power', { definition: { zh: '乙', en: 'B' } }), NOW);
    const merged = await repository.merge(id(1), [id(2)], NOW);
    expect(merged).toMatchObject({
      definition: { zh: '甲', en: 'B' },
      other: [{ name: 'definition', value: '乙' }],
    });
    expect(merged?.terms.map(({ text }) => text)).toEqual(['算力', 'computing power', '運算能力']);
    expect(await repository.get(id(2))).toHaveProperty('deletedAt');
    // Sent again, as when the answer was lost.
    expect(await repository.merge(id(1), [id(2)], NOW)).toEqual(merged);
    expect(await repository.history(id(2))).toHaveLength(2);
  });

  it('gives terms to a new entry with the sentences they stood in', async () => {
    const context = { sentence: '句。', title: '', address: '', collectedOn: '', term: 'term 1' };
    await repository.put(entryOf(1, { contexts: [context] }), NOW);
    const parts = await repository.split(id(1), [1], id(2), NOW);
    expect(parts?.map(({ terms, contexts }) => [terms.map(({ text }) => text), contexts])).toEqual([
      [['詞1'], []],
      [['term 1'], [context]],
    ]);
    expect(await repository.split(id(1), [1], id(2), NOW)).toEqual(parts);
    expect(await repository.split(id(1), [0], id(3), NOW)).toBeUndefined();
  });

  it('and all else can be undone to the very state before, and redone', async () => {
    const index = fc.nat({ max: 4 });
    const deed = fc.oneof(
      fc.record({ do: fc.constant('merge' as const), a: index, b: index }),
      fc.record({ do: fc.constant('split' as const), a: index, b: index }),
      fc.record({ do: fc.constant('edit' as const), a: index, b: index }),
      fc.record({ do: fc.constant('remove' as const), a: index, b: index }),
      fc.record({ do: fc.constant('put' as const), a: index, b: index }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 8 }), async (deeds) => {
        await Promise.all(database.tables.map((table) => table.clear()));
        for (let n = 0; n < 5; n++) await repository.put(pair(n, `詞${n}`, `t${n % 3}`), NOW);
        const start = await database.glossarySteps.count();
        const states = [await state()];
        let next = 5;
        for (const { do: what, a, b } of deeds) {
          const steps = await database.glossarySteps.count();
          if (what === 'merge') await repository.merge(id(a), [id(b)], NOW);
          if (what === 'split') await repository.split(id(a), [b % 2], id(next++), NOW);
          if (what === 'edit') await repository.edit([id(a), id(b)], { subject: `s${b}` }, NOW);
          if (what === 'remove') await repository.remove([id(a)], NOW);
          if (what === 'put') await repository.put(pair(next++, `新${a}`, `t${b}`), NOW);
          if ((await database.glossarySteps.count()) > steps) states.push(await state());
        }
        for (let at = states.length - 2; at >= 0; at--) {
          expect(await travel('undo')).toBe(true);
          expect(await state()).toEqual(states[at]);
        }
        for (let at = 1; at < states.length; at++) {
          expect(await travel('redo')).toBe(true);
          expect(await state()).toEqual(states[at]);
        }
        expect(await database.glossarySteps.count()).toBe(start + states.length - 1);
      }),
      { numRuns: 40 },
    );
  });
});

describe('moving entries to another pack', () => {
  it.each(['policy-gloss', 'unknown'])(
    'does not move them to %s, where nobody would find them',
    async (pack) => {
      await repository.put(pair(1, '甲', 'a'), NOW);
      const before = await state();
      await expect(repository.edit([before[0]!.id], { pack }, NOW)).rejects.toThrow(NotThereError);
      expect(await state()).toEqual(before);
    },
  );
});

describe('importing', () => {
  const pack = { id: PACK, title: '名詞', edition: '2026', licence: '', hash: '' };
  const listed = (n: number, zh: string, en: string) => pair(n, zh, en, { pack: PACK });
  let batch = 0;
  const run = (entries: GlossaryEntry[], duplicates: DuplicateRule = 'skip') =>
    imports.run({ pack, entries, duplicates, batch: `batch ${batch++}`, now: NOW });
  const words = async () =>
    (await state()).map(({ terms }) => terms.map(({ text }) => text).join('=')).sort();

  it('counts what is new, and what the list says twice', async () => {
    const counts = await run([listed(1, '甲', 'a'), listed(2, '乙', 'b'), listed(3, '甲', 'A')]);
    expect(counts).toEqual({ new: 2, same: 1, changed: 0, skipped: 0 });
    expect(await run([listed(4, '甲', 'a'), listed(5, '乙', 'b'), listed(6, '乙', 'b')])).toEqual({
      new: 0,
      same: 3,
      changed: 0,
      skipped: 0,
    });
    expect(await packs.get(PACK)).toMatchObject({ title: '名詞', count: 2, enabled: true });
  });

  it.each([
    ['skip', ['乙=b', '甲=a'], { new: 1, same: 0, changed: 0, skipped: 1 }],
    ['replace', ['乙=b', '甲=aa'], { new: 1, same: 0, changed: 1, skipped: 0 }],
    ['keep-both', ['乙=b', '甲=a', '甲=aa'], { new: 1, same: 0, changed: 1, skipped: 0 }],
  ] as const)('by the rule "%s", previewed and done alike', async (duplicates, result, counts) => {
    await run([listed(1, '甲', 'a')]);
    const before = await state();
    const entries = [listed(2, '甲', 'aa'), listed(3, '乙', 'b')];
    expect(await imports.preview({ pack, entries, duplicates })).toEqual(counts);
    expect(await state()).toEqual(before);
    expect(await run(entries, duplicates)).toEqual(counts);
    expect(await words()).toEqual(result);
    expect(await packs.get(PACK)).toMatchObject({ count: result.length });
    const after = await state();
    await travel('undo');
    expect(await state()).toEqual(before);
    expect(await packs.get(PACK)).toMatchObject({ count: 1 });
    await travel('redo');
    expect(await state()).toEqual(after);
  });

  it('does not take homonyms of a list for each other', async () => {
    await run([listed(1, '銀行', 'bank'), listed(2, '河岸', 'bank')]);
    expect(await words()).toEqual(['河岸=bank', '銀行=bank']);
  });

  it.each([
    ['the same list', ['甲=a 二', '甲=a 一'], { new: 0, same: 2, changed: 0, skipped: 0 }],
    ['a list with another meaning', ['甲=a 一', '甲=a 三'], { new: 1, same: 1, changed: 0, skipped: 0 }],
    ['a list in which one was changed', ['甲=a 四'], { new: 1, same: 0, changed: 0, skipped: 0 }],
  ] as const)('replaces no meaning by another of the same words: %s', async (_, meanings, counts) => {
    const meant = (n: number, meaning: string) => {
      const [words = '', subject = ''] = meaning.split(' ');
      return { ...listed(n, ...(words.split('=') as [string, string])), subject };
    };
    await run([meant(1, '甲=a 一'), meant(2, '甲=a 二')]);
    const before = (await state()).map(({ subject }) => subject);
    expect(
      await run(
        meanings.map((meaning, index) => meant(index + 3, meaning)),
        'replace',
      ),
    ).toEqual(counts);
    expect((await state()).map(({ subject }) => subject)).toEqual(expect.arrayContaining(before));
  });

  it('overwrites no entry of another pack, and none that is kept beside', async () => {
    await repository.put(pair(1, '我的', 'mine'), NOW);
    await run([listed(1, '甲', 'a')]);
    await run([listed(1, '乙', 'b')]);
    const [other] = await repository.ofPack(PACK);
    await run([{ ...other!, terms: [plainWording('zh-Hant', '甲'), plainWording('en', 'aa')] }], 'keep-both');
    expect(await words()).toEqual(['乙=b', '我的=mine', '甲=a', '甲=aa']);
  });

  it('is done once, however often it is sent', async () => {
    const order = {
      pack,
      entries: [listed(1, '甲', 'a')],
      duplicates: 'keep-both',
      batch: 'x',
      now: NOW,
    } as const;
    expect(await imports.run(order)).toEqual(await imports.run(order));
    expect(await words()).toEqual(['甲=a']);
  });

  it('undone takes the new pack away, and redone brings it back', async () => {
    await run([listed(1, '甲', 'a')]);
    await travel('undo');
    expect((await packs.list()).map(({ id }) => id)).toEqual(['mine', 'policy-gloss']);
    await travel('redo');
    expect((await packs.list()).map(({ id }) => id)).toEqual(['mine', 'policy-gloss', PACK]);
  });

  it('writes nothing when it fails', async () => {
    const broken = { ...listed(2, '乙', 'b'), terms: null } as unknown as GlossaryEntry;
    await expect(run([listed(1, '甲', 'a'), broken])).rejects.toThrow();
    expect(await state()).toEqual([]);
    expect(await packs.get(PACK)).toBeUndefined();
  });
});

describe('an entry with just these words', () => {
  it('is found in the own pack, not in another one nor in the bin', async () => {
    await importOne();
    await repository.put(pair(2, '乙', 'b'), NOW);
    await repository.put(pair(3, '丙', 'c'), NOW);
    await repository.remove([id(3)], NOW);
    const words = (zh: string, en: string) => pair(9, zh, en).terms;
    const lists = [words('甲', 'a'), words('乙', 'b'), words('乙', 'other'), words('丙', 'c'), []];
    expect(await repository.withWords(lists)).toEqual([undefined, id(2), undefined, undefined, undefined]);
  });
});

describe('own work', () => {
  it('is the own pack, and of imported ones what the reader had a hand in', async () => {
    const list = [1, 2, 3].map((n) => pair(n, `詞${n}`, `t${n}`, { pack: PACK }));
    await imports.run({
      pack: { id: PACK, title: 'x', edition: '', licence: '', hash: '' },
      entries: list,
      duplicates: 'skip',
      batch: 'b',
      now: NOW,
    });
    await repository.put(pair(9, '我', 'mine'), NOW);
    await repository.change(id(2), { subject: 's' }, NOW);
    expect((await repository.ownWork()).map((entry) => entry.id).sort()).toEqual([id(2), id(9)]);
    // Into an empty database, as after a loss.
    const [own, records] = [await repository.ownWork(), await packs.list()];
    await Promise.all(database.tables.map((table) => table.clear()));
    await restore.run({
      records: { highlights: [], entries: own, packs: records },
      bringBack: false,
      deed: 'd',
      now: NOW,
    });
    expect(await packs.get(PACK)).toMatchObject({ title: 'x', count: 1 });
    // The list brought in again leaves alone what was changed in it.
    const again = list.map((entry, n) => ({ ...entry, id: id(20 + n) }));
    const pack = { id: PACK, title: 'x', edition: '', licence: '', hash: '' };
    const counts = await imports.run({ pack, entries: again, duplicates: 'skip', batch: 'c', now: NOW });
    expect(counts).toEqual({ new: 2, same: 0, changed: 0, skipped: 1 });
    expect(await packs.get(PACK)).toMatchObject({ count: 3 });
  });

  it('does not grow less when entries are moved out of the own pack, nor by undoing that', async () => {
    const pack = { id: PACK, title: 'x', edition: '', licence: '', hash: '' };
    const entries = [pair(1, '甲', 'a', { pack: PACK })];
    await imports.run({ pack, entries, duplicates: 'skip', batch: 'b', now: NOW });
    await imports.run({
      pack: { ...pack, id: 'mine' },
      entries: [pair(2, '乙', 'b')],
      duplicates: 'skip',
      batch: 'c',
      now: NOW,
    });
    await repository.put(pair(3, '丙', 'c'), NOW);
    expect(await repository.countOwnWork()).toBe(2);
    await repository.edit([id(2), id(3)], { pack: PACK }, NOW);
    expect(await repository.countOwnWork()).toBe(2);
    await travel('undo');
    expect(await repository.countOwnWork()).toBe(2);
  });
});

describe('packs', () => {
  it('keep the order that was set, and what is not named follows', async () => {
    await importOne();
    await packs.order([PACK, 'policy-gloss'], NOW);
    expect((await packs.list()).map(({ id }) => id)).toEqual([PACK, 'policy-gloss', 'mine']);
    await packs.change('policy-gloss', { enabled: false }, NOW);
    expect((await packs.list())[1]).toMatchObject({ id: 'policy-gloss', enabled: false, title: '' });
    await packs.remove('mine', NOW);
    await packs.remove(PACK, NOW);
    expect((await packs.list()).map(({ id }) => id)).toEqual(['policy-gloss', 'mine']);
    // Backups know those in the bin too: entries that were changed in them are kept.
    expect((await packs.all()).map(({ id }) => id)).toEqual([PACK, 'policy-gloss', 'mine']);
    await packs.restore(PACK, NOW);
    expect(await packs.list()).toHaveLength(3);
  });
});

describe('the list', () => {
  it('filters, sorts, and follows changes', async () => {
    const list = createEntryList(database);
    await repository.put(pair(1, '臺灣', 'Taiwan', { subject: '地理' }), NOW);
    await repository.put(pair(2, '算力', 'computing power'), NOW);
    await repository.put(pair(3, '人工智慧', 'artificial intelligence'), NOW);
    expect(await list.refresh()).toBe(true);
    expect(await list.refresh()).toBe(false);
    const order = { by: 'en', descending: false } as const;
    expect(await list.select({}, order)).toEqual([id(1), id(3), id(2)]);
    expect(await list.select({ words: '台湾' }, order)).toEqual([id(1)]);
    expect(await list.select({ subject: '地理' }, order)).toEqual([id(1)]);
    await repository.remove([id(1)], NOW);
    await repository.change(id(2), { subject: '資訊' }, NOW);
    await list.refresh();
    expect(await list.select({}, { ...order, descending: true })).toEqual([id(2), id(3)]);
    expect(await list.select({ isDeleted: true }, order)).toEqual([id(1)]);
    expect(list.valuesOf('subject')).toEqual(['資訊']);
    expect(list.row(id(2))).toMatchObject({ zh: '算力', en: 'computing power' });
  });
});

describe('moving to another pack', () => {
  it('takes entries out of one and into the other, and back by undo', async () => {
    const packs = createPackRepository(database);
    const counts = async () =>
      Object.fromEntries((await packs.list()).map((pack) => [pack.id, pack.count]).filter(([, n]) => n));
    const other = '11111111-1111-4111-8111-111111111111';
    const facts = { id: other, title: '乙', edition: '', licence: '', hash: '' };
    await createEntryImport(database).run({
      pack: facts,
      entries: [entryOf(9, { pack: other })],
      duplicates: 'skip',
      batch: 'one',
      now: NOW,
    });
    for (const n of [1, 2]) await repository.put(entryOf(n), NOW);
    expect(await counts()).toEqual({ mine: 2, [other]: 1 });
    await repository.edit([id(1)], { pack: other }, NOW);
    expect(await counts()).toEqual({ mine: 1, [other]: 2 });
    expect((await repository.get(id(1)))?.pack).toBe(other);
    await travel('undo');
    expect(await counts()).toEqual({ mine: 2, [other]: 1 });
    expect((await all()).map((entry) => entry.id)).toContain(id(1));
  });
});

describe('conflicts', () => {
  const keys = async (side: 'zh' | 'en', standing: Parameters<typeof createEntryList>[1] = []) => {
    const list = createEntryList(database, standing);
    await list.refresh();
    return (await list.conflicts(side)).map(({ key, ids }) => `${key} ${ids.length}`);
  };

  it('are words of one language that are named differently in the other', async () => {
    for (let n = 0; n < 4; n++) {
      await repository.put(pair(n * 2, `詞${n}`, `one ${n}`), NOW);
      await repository.put(pair(n * 2 + 1, `詞${n}`, n % 2 ? `One ${n}` : `other ${n}`), NOW);
    }
    await repository.put(pair(20, '另詞', 'one 1'), NOW);
    expect(await keys('zh')).toEqual(['词0 2', '词2 2']);
    expect(await keys('en')).toEqual(['one 1 3']);
    await repository.remove([id(0)], NOW);
    expect(await keys('zh')).toEqual(['词2 2']);
  });

  it('are told with standing rows, but not among these alone', async () => {
    await repository.put(pair(1, '韌性', 'resilience'), NOW);
    const standing = [pair(50, '韌性', 'toughness'), pair(51, '轉型', 'a'), pair(52, '轉型', 'b')];
    expect(await keys('zh', standing.map(entryRow))).toEqual(['韧性 2']);
  });
});

describe('looking up', () => {
  const lookup = createEntryLookup(database);

  it('finds the same term with another equivalent, and the same equivalent of another term', async () => {
    await repository.put(pair(1, '数位韌性', 'digital resilience'), NOW);
    await repository.put(pair(2, '資安韌性', 'Digital Resilience'), NOW);
    const { sameZh, sameEn } = await lookup.alike({ zh: '數位韌性', en: 'digital resilience' });
    expect(sameZh.map(({ id }) => id)).toEqual([id(1)]);
    expect(sameEn.map((entry) => entry.id)).toEqual([id(1), id(2)]);
    expect(await lookup.alike({ zh: '', en: ' ' })).toEqual({ sameZh: [], sameEn: [] });
  });
});
