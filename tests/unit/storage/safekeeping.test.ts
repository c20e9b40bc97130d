import { beforeEach, describe, expect, it } from 'vitest';
import { openLists } from '../../../src/interchange/entry-lists.ts';
import { writeExchangeFile } from '../../../src/interchange/exchange-file.ts';
import { readExchangeFile } from '../../../src/interchange/exchange-reading.ts';
import type { KeyValueStore } from '../../../src/storage/key-value-store.ts';
import type { PackParts } from '../../../src/storage/pack-parts.ts';
import {
  createSafekeeping,
  listBackups,
  noteFileSaved,
  readBackup,
  readFileFacts,
  readLoss,
  readTrouble,
} from '../../../src/storage/safekeeping.ts';

let values: Map<string, unknown>;
let counts: { highlights: number; entries: number; allEntries?: number };
let lists: Record<string, string[]>;
let time: number;
let store: KeyValueStore;
let session: KeyValueStore;
let isFull: boolean;

beforeEach(() => {
  values = new Map();
  counts = { highlights: 0, entries: 0 };
  lists = {};
  time = Date.UTC(2026, 0, 1);
  isFull = false;
  store = storeOver(values, () => isFull);
  session = storeOver(new Map(), () => false);
});

function storeOver(map: Map<string, unknown>, isRefused: () => boolean): KeyValueStore {
  return {
    read: async (key) => map.get(key),
    write: async (more) => {
      if (isRefused()) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [key, value] of Object.entries(more)) map.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      for (const key of keys) map.delete(key);
    },
  };
}

/** Packs of made-up parts, a line an entry. */
const packs: PackParts = {
  list: async () => Object.keys(lists).map((id) => ({ id, title: `pack ${id}`, signature: `${lists[id]}` })),
  async *parts(pack) {
    for (const text of lists[pack] ?? []) yield { text, entries: text.split('\n').length };
  },
};

const start = () =>
  createSafekeeping({
    store,
    session,
    count: async () => counts,
    dump: async () => `everything: 劃記 ${counts.highlights}`,
    packs,
    now: () => {
      time += 1000;
      return new Date(time).toISOString();
    },
  });

describe('safekeeping', () => {
  it('finds nothing to say of a new or a grown database', async () => {
    expect(await start().check()).toBeUndefined();
    counts = { highlights: 3, entries: 1 };
    await start().wrote();
    counts = { highlights: 4, entries: 1 };
    expect(await start().check()).toBeUndefined();
  });

  it.each([
    ['vanished', { highlights: 0, entries: 0 }],
    ['shrank', { highlights: 2, entries: 1 }],
    ['lost its terms', { highlights: 3, entries: 0 }],
  ])('knows that the database %s, until it is whole again', async (_, has) => {
    counts = { highlights: 3, entries: 1 };
    await start().wrote();
    counts = has;
    expect(await start().check()).toMatchObject({ had: { highlights: 3, entries: 1 }, has });
    // A worker that starts anew, or writes, still knows.
    await start().wrote();
    expect(await readLoss(store)).toMatchObject({ had: { highlights: 3, entries: 1 } });
    counts = { highlights: 4, entries: 1 };
    await start().wrote();
    expect(await readLoss(store)).toBeUndefined();
  });

  it('believes the reader that it is meant to be so', async () => {
    counts = { highlights: 3, entries: 1 };
    await start().wrote();
    counts = { highlights: 0, entries: 0 };
    await start().check();
    await start().accept();
    expect(await readLoss(store)).toBeUndefined();
    expect(await start().check()).toBeUndefined();
  });

  it('makes the first backup with the first write, and gives back what was put in', async () => {
    counts = { highlights: 1, entries: 0 };
    await start().wrote();
    const [facts] = await listBackups(store);
    expect(facts).toMatchObject({ highlights: 1, entries: 0 });
    expect(await readBackup(store, facts!.at)).toBe('everything: 劃記 1');
    await expect(readBackup(store, 'other')).rejects.toThrow();
  });

  it('makes no copy of a database that has lost something', async () => {
    counts = { highlights: 3, entries: 0 };
    await start().wrote();
    counts = { highlights: 1, entries: 0 };
    time += 3 * 24 * 60 * 60 * 1000;
    await start().wrote();
    expect((await listBackups(store)).map(({ highlights }) => highlights)).toEqual([3]);
  });
});

describe('a second store that is full', () => {
  it('is told, from the first failure on, until a backup is made again', async () => {
    counts = { highlights: 1, entries: 0 };
    const safety = start();
    await safety.wrote();
    const before = await listBackups(store);
    isFull = true;
    counts = { highlights: 2, entries: 0 };
    await expect(safety.wrote()).rejects.toThrow('QUOTA');
    const first = await readTrouble(session);
    expect(first).toMatchObject({ reason: 'QUOTA_BYTES quota exceeded' });
    await expect(safety.backUp()).rejects.toThrow('QUOTA');
    expect(await readTrouble(session)).toEqual(first);
    expect(await listBackups(store)).toEqual(before);
    isFull = false;
    // Nothing would be due yet, but for what was missed.
    await safety.wrote();
    expect(await readTrouble(session)).toBeUndefined();
    expect((await listBackups(store)).at(-1)).toMatchObject({ highlights: 2 });
  });
});

describe('a bin that the reader empties', () => {
  it('is not taken for a loss, and a loss beside it still is one', async () => {
    counts = { highlights: 10, entries: 1 };
    const safety = start();
    await safety.wrote();
    const erase = (most: number, erased: number) =>
      safety.erase({ highlights: most, entries: 0 }, async () => {
        counts = { ...counts, highlights: counts.highlights - erased };
      });
    await erase(4, 4);
    expect(await safety.check()).toBeUndefined();
    await safety.wrote();
    await erase(3, 1);
    await safety.wrote();
    expect(await safety.check()).toBeUndefined();
    counts = { ...counts, highlights: counts.highlights - 1 };
    expect(await safety.check()).toMatchObject({ had: { highlights: 5 } });
    await erase(2, 2);
    expect(await safety.check()).toMatchObject({ had: { highlights: 3 }, has: { highlights: 2 } });
  });
});

describe('keeping up', () => {
  it('makes up for the backup of a day on which nothing more was written', async () => {
    counts = { highlights: 1, entries: 0 };
    const safety = start();
    await safety.wrote();
    await safety.wrote();
    await safety.keepUp();
    expect(await listBackups(store)).toHaveLength(1);
    time += 24 * 60 * 60 * 1000;
    await safety.keepUp();
    expect(await listBackups(store)).toHaveLength(2);
    time += 24 * 60 * 60 * 1000;
    await safety.keepUp();
    expect(await listBackups(store)).toHaveLength(2);
  });
});

describe('records that came without a word', () => {
  it.each([
    ['into an empty store', { highlights: 0, entries: 0 }, { highlights: 2, entries: 1, allEntries: 1 }],
    [
      'beside others',
      { highlights: 1, entries: 1, allEntries: 1 },
      { highlights: 3, entries: 1, allEntries: 1 },
    ],
  ])('%s are counted and backed up at the next round', async (_, before, after) => {
    counts = before;
    if (counts.highlights > 0) await start().wrote();
    counts = after;
    time += 24 * 60 * 60 * 1000;
    await start().keepUp();
    expect((await listBackups(store)).at(-1)).toMatchObject(after);
    expect(await readFileFacts(store)).toMatchObject({ written: expect.any(String) });
    counts = before;
    expect(await start().check()).toMatchObject({ had: { highlights: after.highlights } });
  });
});

describe('a second store that is damaged', () => {
  const DAMAGED = [7, 'x', [], {}, { packs: 7 }, { at: 7, highlights: 'many' }, { had: {}, has: 1 }];
  it.each(DAMAGED.map((damaged) => [damaged]))(
    'with %j in place of what safekeeping knows still takes backups',
    async (damaged) => {
      lists = { a: ['甲'] };
      counts = { highlights: 1, entries: 0, allEntries: 1 };
      for (const key of ['canary', 'loss', 'backups', 'pack copies']) values.set(key, damaged);
      await session.write({ 'backup trouble': damaged });
      await start().wrote();
      expect(await listBackups(store)).toMatchObject([{ highlights: 1, packs: [{ id: 'a', entries: 1 }] }]);
      expect(await readLoss(store)).toBeUndefined();
      expect(await readTrouble(session)).toBeUndefined();
      expect(await readFileFacts(store)).toMatchObject({ written: expect.any(String) });
    },
  );

  it('gives back the backups that are whole', async () => {
    counts = { highlights: 1, entries: 0 };
    await start().wrote();
    const whole = await listBackups(store);
    values.set('backups', [null, { at: 'x' }, ...whole, 7]);
    expect(await listBackups(store)).toEqual(whole);
    expect(await readBackup(store, whole[0]!.at)).toBe('everything: 劃記 1');
  });
});

describe('the file', () => {
  it('has something new in it once something was written', async () => {
    expect(await readFileFacts(store)).toEqual({});
    counts = { highlights: 1, entries: 0 };
    await start().wrote();
    const { written } = await readFileFacts(store);
    const now = '2026-01-05T00:00:00.000Z';
    await noteFileSaved(store, now, now);
    expect(await readFileFacts(store)).toEqual({ written, saved: now });
  });

  const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
  it.each([
    ['an old backup', [1], 1],
    ['an old backup after a newer one', [4, 2], 4],
    ['a newer one after an old one', [2, 4], 4],
    ['one after the clock was set back', [9, 3], 3],
  ])('is of the time of what it holds: %s', async (_, days, saved) => {
    for (const day of days) await noteFileSaved(store, at(day), at(5));
    expect(await readFileFacts(store)).toEqual({ saved: at(saved) });
  });
});

describe('imported packs', () => {
  const record = { highlights: [], entries: [], exportedAt: '2026-01-01T00:00:00.000Z', edition: 'backup' };
  const file = () => writeExchangeFile(record, record);
  const keeping = () =>
    createSafekeeping({
      store,
      session,
      count: async () => counts,
      dump: async () => file(),
      packs,
      now: () => {
        time += 1000;
        return new Date(time).toISOString();
      },
    });
  const parts = () => [...values.keys()].filter((key) => key.startsWith('pack part '));
  const listsIn = async (text: string) =>
    (await openLists(readExchangeFile(text).lists)).map(({ pack, texts }) => [pack, ...texts]);

  it('are in every backup, and lie there once', async () => {
    lists = { a: ['甲\n乙', '丙'], b: ['丁'] };
    counts = { highlights: 0, entries: 0, allEntries: 4 };
    const safety = keeping();
    await safety.wrote();
    time += 24 * 60 * 60 * 1000;
    await safety.wrote();
    const backups = await listBackups(store);
    expect(backups.map((facts) => facts.packs?.map(({ title, entries }) => [title, entries]))).toEqual([
      [
        ['pack a', 3],
        ['pack b', 1],
      ],
      [
        ['pack a', 3],
        ['pack b', 1],
      ],
    ]);
    expect(parts()).toHaveLength(3);
    for (const { at } of backups)
      expect(await listsIn(await readBackup(store, at))).toEqual([
        ['a', '甲\n乙', '丙'],
        ['b', '丁'],
      ]);
    expect(await listsIn(await safety.dump())).toEqual([
      ['a', '甲\n乙', '丙'],
      ['b', '丁'],
    ]);
  });

  it('are copied at once when one comes, and by parts that changed', async () => {
    const safety = keeping();
    counts = { highlights: 1, entries: 0, allEntries: 0 };
    await safety.wrote();
    lists = { a: ['甲', '乙'] };
    counts = { ...counts, allEntries: 2 };
    await safety.wrote();
    const [first] = parts();
    lists = { a: ['甲', '丙'] };
    counts = { ...counts, allEntries: 3 };
    await safety.wrote();
    expect(parts()).toHaveLength(2);
    expect(parts()).toContain(first);
    const newest = (await listBackups(store)).at(-1)!;
    expect(await listsIn(await readBackup(store, newest.at))).toEqual([['a', '甲', '丙']]);
  });

  it('leave no part behind that no backup refers to any more', async () => {
    const safety = keeping();
    for (let day = 0; day < 400; day++) {
      lists = day < 20 ? { a: [`${day}`], b: ['乙'] } : {};
      counts = { highlights: 1, entries: 0, allEntries: 0 };
      await safety.backUp();
      time += 24 * 60 * 60 * 1000;
      const kept = new Set(
        (await listBackups(store)).flatMap(({ packs: copies = [] }) => copies.flatMap((copy) => copy.parts)),
      );
      expect(new Set(parts().map((key) => key.slice('pack part '.length)))).toEqual(kept);
    }
    expect(parts()).toEqual([]);
  });

  it('that find no room leave the copy of own work as it is, and that is told', async () => {
    lists = { a: ['甲'] };
    counts = { highlights: 1, entries: 0, allEntries: 1 };
    const { write } = store;
    store = {
      ...store,
      write: (more) =>
        Object.keys(more).some((key) => key.startsWith('pack part '))
          ? Promise.reject(new Error('QUOTA_BYTES quota exceeded'))
          : write(more),
    };
    const safety = keeping();
    await expect(safety.wrote()).rejects.toThrow('QUOTA');
    expect(await readTrouble(session)).toMatchObject({ reason: 'QUOTA_BYTES quota exceeded' });
    const [facts] = await listBackups(store);
    expect(facts).toMatchObject({ highlights: 1 });
    expect(facts?.packs).toBeUndefined();
    expect(await listsIn(await readBackup(store, facts!.at))).toEqual([]);
    store = { ...store, write };
    await keeping().keepUp();
    expect(await readTrouble(session)).toBeUndefined();
    expect((await listBackups(store)).at(-1)?.packs).toMatchObject([{ id: 'a', entries: 1 }]);
  });

  it('are read as far as they can be when a part is damaged', async () => {
    lists = { a: ['甲', '乙'] };
    counts = { highlights: 1, entries: 0, allEntries: 2 };
    await keeping().wrote();
    values.delete(parts()[0]!);
    const [facts] = await listBackups(store);
    const read = readExchangeFile(await readBackup(store, facts!.at));
    expect(read.lists).toMatchObject([{ pack: 'a', entries: 2 }]);
    expect(await openLists(read.lists)).toMatchObject([{ texts: ['乙'] }]);
  });

  it('are never named by a backup without being there, wherever it is stopped, and are made up for', async () => {
    for (let stopAt = 0; stopAt < 24; stopAt++) {
      values.clear();
      let steps = 0;
      const stopping = <A extends unknown[]>(work: (...args: A) => Promise<void>) => {
        return async (...args: A) => {
          if (steps++ === stopAt) throw new Error('stopped');
          await work(...args);
        };
      };
      const whole = storeOver(values, () => false);
      store = { ...whole, write: stopping(whole.write), remove: stopping(whole.remove) };
      const deeds = async () => {
        lists = { a: ['甲', '乙'], b: ['丙'] };
        counts = { highlights: 1, entries: 0, allEntries: 3 };
        await keeping().wrote();
        lists = { a: ['甲', '丁'] };
        counts = { highlights: 2, entries: 0, allEntries: 4 };
        await keeping().wrote();
      };
      await deeds().catch(() => {});
      const named = (await listBackups(store)).flatMap(({ packs: copies = [] }) =>
        copies.flatMap((copy) => copy.parts),
      );
      for (const part of named) expect(values.has(`pack part ${part}`)).toBe(true);
      store = whole;
      lists = { a: ['甲', '丁'] };
      counts = { highlights: 2, entries: 0, allEntries: 4 };
      time += 24 * 60 * 60 * 1000;
      await keeping().wrote();
      const newest = (await listBackups(store)).at(-1)!;
      expect(await listsIn(await readBackup(store, newest.at))).toEqual([['a', '甲', '丁']]);
    }
  });

  it('that vanish are told as a loss', async () => {
    counts = { highlights: 1, entries: 1, allEntries: 5 };
    await keeping().wrote();
    counts = { highlights: 1, entries: 2, allEntries: 5 };
    expect(await keeping().check()).toBeUndefined();
    counts = { highlights: 1, entries: 2, allEntries: 2 };
    expect(await keeping().check()).toMatchObject({ had: { allEntries: 5 }, has: { allEntries: 2 } });
  });

  it('that the reader empties out of the bin are no loss', async () => {
    counts = { highlights: 1, entries: 2, allEntries: 5 };
    const safety = keeping();
    await safety.wrote();
    await safety.erase({ highlights: 0, entries: 1, allEntries: 3 }, async () => {
      counts = { highlights: 1, entries: 1, allEntries: 2 };
    });
    expect(await safety.check()).toBeUndefined();
    await safety.wrote();
    expect(await readLoss(store)).toBeUndefined();
  });
});
