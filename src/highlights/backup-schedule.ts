import { z } from 'zod';

/** How many records there are. The numbers grow, but when the reader empties the bin, which safekeeping is told of. */
export const countsSchema = z.object({
  highlights: z.number(),
  /** Entries that are the reader's own work. */
  entries: z.number(),
  /** Entries of all packs; absent in counts of earlier versions. An entry that the reader changes becomes own work. */
  allEntries: z.number().optional(),
});
export type Counts = Readonly<z.infer<typeof countsSchema>>;

/** Copy of an imported pack: its entries but those that the reader had a hand in, which every backup holds itself. */
export const packCopySchema = z.object({
  id: z.string(),
  title: z.string(),
  entries: z.number(),
  /** Names of its parts, which backups share. */
  parts: z.array(z.string()),
});
export type PackCopy = Readonly<z.infer<typeof packCopySchema>>;

/** What is known of a backup without opening it. */
export const backupFactsSchema = countsSchema.extend({
  /** When it was made, ISO 8601 in UTC; names it. */
  at: z.string(),
  /** Imported packs; absent until they are copied, and in backups of earlier versions. */
  packs: z.array(packCopySchema).optional().catch(undefined),
});
export type BackupFacts = Readonly<z.infer<typeof backupFactsSchema>>;

/** A backup that could not be made. */
export const backupTroubleSchema = z.object({
  /** Since when none can be made, ISO 8601 in UTC. */
  since: z.string(),
  /** As the browser says it; for the curious. */
  reason: z.string(),
});
export type BackupTrouble = Readonly<z.infer<typeof backupTroubleSchema>>;

/** What is known about the backup file. Times are ISO 8601 in UTC. */
export interface FileFacts {
  /** Of when the newest file is: it holds everything as it was then. */
  readonly saved?: string;
  /** When a record was last written, if there are records. */
  readonly written?: string;
}

/** Entries of imported packs that the reader had no hand in. */
export function importedOf({ entries, allEntries = entries }: Counts): number {
  return Math.max(0, allEntries - entries);
}

/** Whether some records of `had` are missing. */
export function isSmaller(has: Counts, had: Counts): boolean {
  return (
    has.highlights < had.highlights ||
    has.entries < had.entries ||
    (has.allEntries ?? has.entries) < (had.allEntries ?? had.entries)
  );
}

/** What is missing, by kind. */
export function missingOf({ had, has }: Pick<Loss, 'had' | 'has'>): {
  readonly highlights: number;
  readonly entries: number;
  readonly imported: number;
} {
  const entries = Math.max(0, had.entries - has.entries);
  const all = (had.allEntries ?? had.entries) - (has.allEntries ?? has.entries);
  return {
    highlights: Math.max(0, had.highlights - has.highlights),
    entries,
    imported: Math.max(0, all - entries),
  };
}

/** Records that were there and are no longer. */
export const lossSchema = z.object({
  had: countsSchema,
  has: countsSchema,
  /** When they were last there, ISO 8601 in UTC. */
  lastSeen: z.string(),
});
export type Loss = Readonly<z.infer<typeof lossSchema>>;

const DAY = 24 * 60 * 60 * 1000;

/** Writes since the last backup from which a new one is due before the day is over. */
const MANY_WRITES = 25;

/** Periods of which the newest backup each is kept: their length in days, and how many of them. */
const KEPT = [
  { days: 1, count: 7 },
  { days: 7, count: 4 },
  { days: 30, count: 12 },
] as const;

/**
 * Whether a backup is due: something was written, and there is none yet, or the last is a day old, or much was written
 * since (more of it the more there is: a backup takes time), or a list was imported that it does not hold: that is copied
 * at once. `now` is ISO 8601 in UTC.
 */
export function isBackupDue(
  backups: readonly BackupFacts[],
  { writes, has }: { readonly writes: number; readonly has: Counts },
  now: string,
): boolean {
  const last = newestOf(backups);
  if (importedOf(has) > (last?.packs ? importedOf(last) : 0)) return true;
  const records = has.highlights + has.entries;
  if (writes === 0 || records + importedOf(has) === 0) return false;
  if (!last) return true;
  const age = Date.parse(now) - Date.parse(last.at);
  // A clock that was set back must not keep backups from being made.
  return age >= DAY || age < 0 || writes >= Math.max(MANY_WRITES, records / 20);
}

/** The newest backup. */
export function newestOf(backups: readonly BackupFacts[]): BackupFacts | undefined {
  return backups.reduce<BackupFacts | undefined>(
    (best, backup) => (!best || backup.at > best.at ? backup : best),
    undefined,
  );
}

/**
 * The backups that may go: all but the newest of each of the last seven days, four weeks and twelve months in which there
 * is one, and the one that holds most: should records vanish unseen, the last copy of them is not rotated out.
 */
export function outdatedBackups(backups: readonly BackupFacts[]): BackupFacts[] {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : -1));
  const kept = new Set<BackupFacts>();
  for (const { days, count } of KEPT) {
    const periods = new Set<number>();
    for (const backup of newestFirst) {
      const period = Math.floor(Date.parse(backup.at) / (days * DAY));
      if (periods.has(period)) continue;
      if (periods.size === count) break;
      periods.add(period);
      kept.add(backup);
    }
  }
  const fullest = newestFirst.reduce<BackupFacts | undefined>(
    (best, backup) =>
      !best || backup.highlights + backup.entries > best.highlights + best.entries ? backup : best,
    undefined,
  );
  if (fullest) kept.add(fullest);
  return newestFirst.filter((backup) => !kept.has(backup));
}

/**
 * Whether a backup file is due by the schedule that the reader set: something was written since the last one, and that is
 * old enough. `now` is ISO 8601 in UTC.
 */
export function isFileDue(
  schedule: 'never' | 'weekly' | 'monthly',
  { saved, written }: FileFacts,
  now: string,
): boolean {
  if (schedule === 'never' || written === undefined) return false;
  if (saved === undefined) return true;
  const age = Date.parse(now) - Date.parse(saved);
  // A clock that was set back must not keep files from being saved: what is newer than a time to come nobody knows.
  if (age < 0) return true;
  return written > saved && age >= (schedule === 'weekly' ? 7 : 30) * DAY;
}
