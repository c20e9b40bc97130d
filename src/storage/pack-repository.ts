import { type EntryStep, importsOf } from '../glossary/entry-step.ts';
import {
  isStandingPack,
  type PackChange,
  type PackRecord,
  packRecordSchema,
  STANDING_PACKS,
} from '../glossary/pack-record.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { lastWrite } from './entry-writes.ts';

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
  /** Packs in the bin, the last removed first. */
  removed(): Promise<PackRecord[]>;
  /**
   * Takes packs out of the bin, and out of the steps, for good. What is not in the bin stays. Returns how many entries go;
   * nothing shows them any more, and `sweep` takes their rows. Only to be called through safekeeping.
   */
  erase(ids: readonly string[], now: string): Promise<number>;
  /** Entries in the packs of these that are in the bin: those the reader had a hand in, and all. */
  countIn(ids: readonly string[]): Promise<{ entries: number; all: number }>;
  /** Takes out the rows of erased packs, part by part: to be called again after a stop in between. */
  sweep(): Promise<void>;
}

/** Rows taken out in one transaction: others are not kept waiting. */
const PART = 2_000;

/** Deletes rows, in one go where no other lies between them: of a list that was imported that is most of them. */
async function deleteRows(entries: PolicyGlossDatabase['entries'], ids: readonly string[]): Promise<void> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return;
  const between = entries.where(':id').between(first, last, true, true);
  if ((await between.count()) === ids.length) await between.delete();
  else await entries.bulkDelete([...ids]);
}

/** The repository over the extension's database. */
export function createPackRepository(database: PolicyGlossDatabase): PackRepository {
  const { packs, entries, glossarySteps, erasedPacks } = database;
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
  /** Leaves nothing of packs and their entries in the steps: neither words to be read nor a way back into what is gone. */
  const forget = (gone: ReadonlySet<string>, goneEntries: ReadonlySet<string>) => {
    const isOfGone = ({ pack }: { readonly pack?: string }) => pack !== undefined && gone.has(pack);
    return glossarySteps.toCollection().modify((step, reference: { value?: EntryStep }) => {
      const { imported, lists, ...rest } = step as EntryStep;
      const rows = rest.rows.filter(
        ({ id, before, after }) => !goneEntries.has(id) && !isOfGone(before) && !isOfGone(after),
      );
      const imports = importsOf(step as EntryStep).filter((one) => !isOfGone(one));
      if (rows.length === rest.rows.length && imports.length === importsOf(step as EntryStep).length) return;
      // Dexie deletes a row whose value is taken away.
      if (rows.length + imports.length === 0) delete reference.value;
      else reference.value = { ...rest, rows, ids: rows.map(({ id }) => id), lists: imports };
    });
  };
  const leaving = () => erasedPacks.where('isLeaving').equals(1).toArray();
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
        const moved = [...named, ...rest].map((pack, order) => ({ ...pack, order }));
        const others = moved.filter(
          ({ id, order }) => present.find((pack) => pack.id === id)?.order !== order,
        );
        await packs.bulkPut(others.map((pack) => ({ ...pack, updatedAt: now })));
      }),
    remove: async (id, now) => {
      if (!isStandingPack(id))
        await revise(id, now, (pack) => ({ ...pack, deletedAt: pack.deletedAt ?? now }));
    },
    restore: async (id, now) => {
      await revise(id, now, ({ deletedAt: _, ...pack }) => pack);
    },
    all,
    removed: async () =>
      (await all())
        .filter(({ deletedAt }) => deletedAt)
        .sort((a, b) => ((a.deletedAt ?? '') < (b.deletedAt ?? '') ? 1 : -1)),
    erase: (ids, now) =>
      database.transaction('rw', [packs, entries, glossarySteps, erasedPacks], async () => {
        const found = await packs.bulkGet([...new Set(ids)]);
        const gone = new Set(found.flatMap((pack) => (pack?.deletedAt ? [pack.id] : [])));
        if (gone.size === 0) return 0;
        const written = await lastWrite(database);
        const goneEntries = new Set<string>();
        for (const id of gone)
          for (const entry of await entries.where('pack').equals(id).primaryKeys()) goneEntries.add(entry);
        await forget(gone, goneEntries);
        await packs.bulkDelete([...gone]);
        await erasedPacks.bulkPut([...gone].map((id) => ({ id, at: now, written, isLeaving: 1 as const })));
        // Few, and counted as the reader's own work: they go at once.
        await entries
          .where('touched')
          .equals(1)
          .filter(({ pack }) => gone.has(pack))
          .delete();
        return goneEntries.size;
      }),
    countIn: async (ids) => {
      const found = await packs.bulkGet([...new Set(ids)]);
      const inBin = new Set(found.flatMap((pack) => (pack?.deletedAt ? [pack.id] : [])));
      const own = entries.where('touched').equals(1);
      let all = 0;
      for (const id of inBin) all += await entries.where('pack').equals(id).count();
      return { entries: await own.filter(({ pack }) => inBin.has(pack)).count(), all };
    },
    sweep: async () => {
      for (const { id } of await leaving()) {
        let isLast = false;
        while (!isLast) {
          isLast = await database.transaction('rw', [entries, erasedPacks], async () => {
            // One that was brought back from a backup meanwhile is no longer leaving.
            const erased = await erasedPacks.get(id);
            if (!erased?.isLeaving) return true;
            const part = await entries.where('pack').equals(id).limit(PART).primaryKeys();
            await deleteRows(entries, part);
            if (part.length === PART) return false;
            const { isLeaving: _, ...left } = erased;
            await erasedPacks.put(left);
            return true;
          });
        }
      }
    },
  };
}
