import { z } from 'zod';
import {
  type BackupFacts,
  type BackupTrouble,
  backupFactsSchema,
  backupTroubleSchema,
  type Counts,
  countsSchema,
  type FileFacts,
  isBackupDue,
  isSmaller,
  type Loss,
  lossSchema,
  outdatedBackups,
} from '../highlights/backup-schedule.ts';
import { withLists } from '../interchange/exchange-file.ts';
import { packText, unpackText } from '../interchange/packed-text.ts';
import type { KeyValueStore } from './key-value-store.ts';
import { copyPacks, dropOtherParts, listsOfCopies, listsOfPacks } from './pack-copies.ts';
import type { PackParts } from './pack-parts.ts';
import { NotThereError } from './store-failure.ts';
import { storedList, storedValue } from './stored-value.ts';

/** The mark outside the database: what it held when it was last written to. */
const canarySchema = countsSchema.extend({
  at: z.string(),
  /** Writes since the last backup. */
  writes: z.number().catch(0),
});
type Canary = Readonly<z.infer<typeof canarySchema>>;

/** Keys of the store. */
export const SAFEKEEPING_KEYS = {
  canary: 'canary',
  loss: 'loss',
  backups: 'backups',
  file: 'backup file',
} as const;

/** Key in the store that is not on the disk. */
export const TROUBLE_KEY = 'backup trouble';

const NONE: Counts = { highlights: 0, entries: 0, allEntries: 0 };

const backupKey = (at: string) => `backup ${at}`;

/** What safekeeping works with. */
export interface SafekeepingOptions {
  readonly store: KeyValueStore;
  /** A store in memory that lasts while the browser runs: when a disk is full, that can still be said. */
  readonly session: KeyValueStore;
  count(): Promise<Counts>;
  /** Everything but the entries of imported packs that the reader had no hand in, as the exchange file has it. */
  dump(): Promise<string>;
  /** The imported packs. */
  readonly packs: PackParts;
  /** ISO 8601 in UTC. */
  now(): string;
}

/** Watches over the database from outside and keeps copies of it. */
export interface Safekeeping {
  /** Compares the database with the mark; what is missing is noted, to be shown in the library. */
  check(): Promise<Loss | undefined>;
  /** Told after every write: brings the mark up to date and makes a backup when one is due. */
  wrote(): Promise<void>;
  /** Makes a backup now. */
  backUp(): Promise<BackupFacts>;
  /** What is there is as it should be: the mark is set to it. */
  accept(): Promise<void>;
  /** Runs `work`, which takes up to `most` records away because the reader wants it so. */
  erase<T>(most: Counts, work: () => Promise<T>): Promise<T>;
  /** Everything as it is now, as the exchange file has it. */
  dump(): Promise<string>;
  /** To be called now and then: checks, and makes up for a backup that is due. */
  keepUp(): Promise<void>;
}

/** The backups that are kept. */
export async function listBackups(store: KeyValueStore): Promise<readonly BackupFacts[]> {
  return storedList(backupFactsSchema, await store.read(SAFEKEEPING_KEYS.backups));
}

async function readCanary(store: KeyValueStore): Promise<Canary | undefined> {
  return storedValue(canarySchema, await store.read(SAFEKEEPING_KEYS.canary));
}

/** The loss that was noted and not yet answered. */
export async function readLoss(store: KeyValueStore): Promise<Loss | undefined> {
  return storedValue(lossSchema, await store.read(SAFEKEEPING_KEYS.loss));
}

/** The backup that could not be made: since when, and why as the browser says it. */
export async function readTrouble(session: KeyValueStore): Promise<BackupTrouble | undefined> {
  return storedValue(backupTroubleSchema, await session.read(TROUBLE_KEY));
}

/** What is known about the file that the reader wants saved now and then. */
export async function readFileFacts(store: KeyValueStore): Promise<FileFacts> {
  const saved = await store.read(SAFEKEEPING_KEYS.file);
  const canary = await readCanary(store);
  const records = canary ? canary.highlights + (canary.allEntries ?? canary.entries) : 0;
  return {
    ...(typeof saved === 'string' && { saved }),
    ...(canary && records > 0 && { written: canary.at }),
  };
}

/**
 * Remembers that a file was given out that holds everything as it was at `of`: an old backup does not stand in for what
 * was written since. Both times are ISO 8601 in UTC.
 */
export async function noteFileSaved(store: KeyValueStore, of: string, now: string): Promise<void> {
  const { saved } = await readFileFacts(store);
  // A time to come was noted before the clock was set back.
  if (saved === undefined || saved < of || saved > now) await store.write({ [SAFEKEEPING_KEYS.file]: of });
}

/** The text of a backup: an exchange file, with the imported packs. Throws when it is not there or damaged. */
export async function readBackup(store: KeyValueStore, at: string): Promise<string> {
  const stored = await store.read(backupKey(at));
  if (typeof stored !== 'string') throw new NotThereError(`no backup of ${at}`);
  const text = await unpackText(stored);
  const facts = (await listBackups(store)).find((backup) => backup.at === at);
  return withLists(text, await listsOfCopies(store, facts?.packs ?? []));
}

/** Safekeeping over a database and a second store. What it does is done one after the other. */
export function createSafekeeping({
  store,
  session,
  count,
  dump,
  packs,
  now,
}: SafekeepingOptions): Safekeeping {
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => {});
    return result;
  };

  const check = async (has: Counts): Promise<Loss | undefined> => {
    const [canary, noted] = [await readCanary(store), await readLoss(store)];
    const had = noted?.had ?? canary;
    if (!had || !isSmaller(has, had)) {
      if (noted) await store.remove([SAFEKEEPING_KEYS.loss]);
      return undefined;
    }
    const { highlights, entries, allEntries } = had;
    const loss: Loss = {
      had: { highlights, entries, ...(allEntries !== undefined && { allEntries }) },
      has,
      lastSeen: noted?.lastSeen ?? canary?.at ?? now(),
    };
    await store.write({ [SAFEKEEPING_KEYS.loss]: loss });
    return loss;
  };

  /** Remembers what went wrong: a backup that is not made must not go unseen. */
  const telling = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const trouble: BackupTrouble = {
        since: (await readTrouble(session))?.since ?? now(),
        reason: error instanceof Error ? error.message : String(error),
      };
      await session.write({ [TROUBLE_KEY]: trouble });
      throw error;
    }
  };

  /** The list with these facts in it, and without what may go. */
  const list = async (facts: BackupFacts, more: Readonly<Record<string, unknown>>) => {
    const all = [...(await listBackups(store)).filter(({ at }) => at !== facts.at), facts];
    const outdated = outdatedBackups(all);
    const kept = all.filter((backup) => !outdated.includes(backup));
    await store.write({ ...more, [SAFEKEEPING_KEYS.backups]: kept });
    // Only once the new list is written: a stop in between leaves a copy too many, not one too few.
    if (outdated.length > 0) await store.remove(outdated.map(({ at }) => backupKey(at)));
    return kept;
  };

  const pack = async (): Promise<BackupFacts> => {
    const [has, text, canary] = [await count(), await dump(), await readCanary(store)];
    const facts: BackupFacts = { at: now(), ...has };
    await list(facts, {
      [backupKey(facts.at)]: await packText(text),
      [SAFEKEEPING_KEYS.canary]: { ...(canary ?? { ...has, at: facts.at }), writes: 0 },
    });
    // The reader's own work comes first, and is safe should the packs find no room.
    const whole = { ...facts, packs: await copyPacks(store, packs) };
    const kept = await list(whole, {});
    await dropOtherParts(
      store,
      kept.flatMap((backup) => backup.packs ?? []),
    );
    return whole;
  };

  const backUp = async (): Promise<BackupFacts> => {
    const facts = await telling(pack);
    await session.remove([TROUBLE_KEY]);
    return facts;
  };

  const backUpIfDue = async (writes: number, has: Counts) => {
    const isDue = isBackupDue(await listBackups(store), { writes, has }, now());
    if (isDue || (await readTrouble(session))) await backUp();
  };

  const mark = async () => {
    // Once for each write: of a large pack counting takes its time.
    const has = await count();
    const loss = await check(has);
    const canary = await readCanary(store);
    const writes = (canary?.writes ?? 0) + 1;
    const all = Math.max(has.allEntries ?? has.entries, canary?.allEntries ?? 0);
    const next: Canary = {
      highlights: Math.max(has.highlights, canary?.highlights ?? 0),
      entries: Math.max(has.entries, canary?.entries ?? 0),
      allEntries: all,
      at: loss ? loss.lastSeen : now(),
      writes,
    };
    await store.write({ [SAFEKEEPING_KEYS.canary]: next });
    return { loss, writes, has };
  };

  const wrote = async () => {
    const { loss, writes, has } = await telling(mark);
    // A copy of a store that has lost something would only push out better ones.
    if (!loss) await backUpIfDue(writes, has);
  };

  /** Lowered before the records go: a stop in between leaves a mark too low, which the next write puts right. */
  const expectFewer = async ({ highlights, entries, allEntries = entries }: Counts) => {
    const [canary, noted] = [await readCanary(store), await readLoss(store)];
    const less = (counts: Counts): Counts => ({
      highlights: Math.max(0, counts.highlights - highlights),
      entries: Math.max(0, counts.entries - entries),
      ...(counts.allEntries !== undefined && { allEntries: Math.max(0, counts.allEntries - allEntries) }),
    });
    await store.write({
      ...(canary && { [SAFEKEEPING_KEYS.canary]: { ...canary, ...less(canary) } }),
      ...(noted && { [SAFEKEEPING_KEYS.loss]: { ...noted, had: { ...noted.had, ...less(noted.had) } } }),
    });
  };

  return {
    check: () => inTurn(async () => check(await count())),
    wrote: () => inTurn(wrote),
    backUp: () => inTurn(backUp),
    accept: () =>
      inTurn(async () => {
        await store.write({ [SAFEKEEPING_KEYS.canary]: { ...(await count()), at: now(), writes: 1 } });
        await store.remove([SAFEKEEPING_KEYS.loss]);
      }),
    erase: (most, work) =>
      inTurn(async () => {
        await expectFewer(most);
        return work();
      }),
    dump: async () => withLists(await dump(), await listsOfPacks(packs)),
    keepUp: () =>
      inTurn(async () => {
        const has = await count();
        if (await check(has)) return;
        const canary = await readCanary(store);
        // More than at the last write: somebody wrote and could not say so.
        if (isSmaller(canary ?? NONE, has)) await wrote();
        else await backUpIfDue(canary?.writes ?? 0, has);
      }),
  };
}
