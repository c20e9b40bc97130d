import { beforeEach, describe, expect, it } from 'vitest';
import {
  createSafekeeping,
  type KeyValueStore,
  listBackups,
  noteFileSaved,
  readBackup,
  readFileFacts,
  readLoss,
  readTrouble,
} from '../../../src/storage/safekeeping.ts';

let values: Map<string, unknown>;
let counts: { highlights: number; entries: number };
let time: number;
let store: KeyValueStore;
let session: KeyValueStore;
let isFull: boolean;

beforeEach(() => {
  values = new Map();
  counts = { highlights: 0, entries: 0 };
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

const start = () =>
  createSafekeeping({
    store,
    session,
    count: async () => counts,
    dump: async () => `everything: 劃記 ${counts.highlights}`,
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
      safety.erase(most, async () => {
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

describe('the file', () => {
  it('has something new in it once something was written', async () => {
    expect(await readFileFacts(store)).toEqual({});
    counts = { highlights: 1, entries: 0 };
    await start().wrote();
    const { written } = await readFileFacts(store);
    await noteFileSaved(store, '2026-01-05T00:00:00.000Z');
    expect(await readFileFacts(store)).toEqual({ written, saved: '2026-01-05T00:00:00.000Z' });
  });
});
