import { beforeEach, describe, expect, it } from 'vitest';
import {
  createSafekeeping,
  type KeyValueStore,
  listBackups,
  readBackup,
  readLoss,
} from '../../../src/storage/safekeeping.ts';

let values: Map<string, unknown>;
let counts: { highlights: number; entries: number };
let time: number;
let store: KeyValueStore;

beforeEach(() => {
  values = new Map();
  counts = { highlights: 0, entries: 0 };
  time = Date.UTC(2026, 0, 1);
  store = {
    read: async (key) => values.get(key),
    write: async (more) => {
      for (const [key, value] of Object.entries(more)) values.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      for (const key of keys) values.delete(key);
    },
  };
});

const start = () =>
  createSafekeeping({
    store,
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
