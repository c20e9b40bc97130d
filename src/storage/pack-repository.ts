import {
  type PackChange,
  type PackRecord,
  packRecordSchema,
  STANDING_PACKS,
} from '../glossary/pack-record.ts';
import type { PolicyGlossDatabase } from './database.ts';

/** Keeps what is known of the packs in use. Times are ISO 8601 in UTC. */
export interface PackRepository {
  /** All packs that are not in the bin, the first in priority first. The standing two are always among them. */
  list(): Promise<PackRecord[]>;
  get(id: string): Promise<PackRecord | undefined>;
  /** Changes a pack; `undefined` when there is none of that id. */
  change(id: string, change: PackChange, now: string): Promise<PackRecord | undefined>;
  /** Sets the order of priority; packs that are not named follow in the order they had. */
  order(ids: readonly string[], now: string): Promise<void>;
  /** Puts an imported pack into the bin; its entries go and come with it. The standing two stay. */
  remove(id: string, now: string): Promise<void>;
  restore(id: string, now: string): Promise<void>;
  /** What is known of all packs, those in the bin too. */
  all(): Promise<PackRecord[]>;
  /** Stores records of a file of our own that are not there. */
  addMissing(records: readonly PackRecord[]): Promise<{ added: number; present: number }>;
}

const isStanding = (id: string): boolean => STANDING_PACKS.some((pack) => pack.id === id);

/** The repository over the extension's database. */
export function createPackRepository(database: PolicyGlossDatabase): PackRepository {
  const { packs } = database;
  const inTransaction = <T>(work: () => Promise<T>) => database.transaction('rw', packs, work);
  const get = async (id: string) => (await packs.get(id)) ?? STANDING_PACKS.find((pack) => pack.id === id);
  const all = async () => {
    const stored = await packs.toArray();
    const standing = STANDING_PACKS.filter(({ id }) => !stored.some((pack) => pack.id === id));
    return [...stored, ...standing].sort((a, b) => a.order - b.order);
  };
  const list = async () => (await all()).filter(({ deletedAt }) => !deletedAt);
  const revise = (id: string, now: string, apply: (pack: PackRecord) => PackRecord) =>
    inTransaction(async () => {
      const stored = await get(id);
      if (!stored) return undefined;
      const changed = packRecordSchema.parse({ ...apply(stored), updatedAt: now });
      await packs.put(changed);
      return changed;
    });
  return {
    list,
    get,
    change: (id, change, now) =>
      revise(id, now, (pack) => {
        const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        return { ...pack, ...set };
      }),
    order: (ids, now) =>
      inTransaction(async () => {
        const present = await list();
        const named = ids.flatMap((id) => present.find((pack) => pack.id === id) ?? []);
        const rest = present.filter(({ id }) => !ids.includes(id));
        await packs.bulkPut([...named, ...rest].map((pack, order) => ({ ...pack, order, updatedAt: now })));
      }),
    remove: async (id, now) => {
      if (!isStanding(id)) await revise(id, now, (pack) => ({ ...pack, deletedAt: pack.deletedAt ?? now }));
    },
    restore: async (id, now) => {
      await revise(id, now, ({ deletedAt: _, ...pack }) => pack);
    },
    all,
    addMissing: (records) =>
      inTransaction(async () => {
        const stored = await packs.bulkGet(records.map(({ id }) => id));
        const missing = records.filter((_, index) => stored[index] === undefined);
        // What is in a pack is counted when its entries come.
        await packs.bulkPut(missing.map((pack) => ({ ...packRecordSchema.parse(pack), count: 0 })));
        return { added: missing.length, present: records.length - missing.length };
      }),
  };
}
