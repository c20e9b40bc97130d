/** What is known of a backup without opening it. */
export interface BackupFacts {
  /** When it was made, ISO 8601 in UTC; names it. */
  readonly at: string;
  readonly highlights: number;
  readonly entries: number;
}

/** A backup that could not be made. */
export interface BackupTrouble {
  /** Since when none can be made, ISO 8601 in UTC. */
  readonly since: string;
  /** As the browser says it; for the curious. */
  readonly reason: string;
}

/** What is known about the backup file. Times are ISO 8601 in UTC. */
export interface FileFacts {
  /** When everything was last saved as a file. */
  readonly saved?: string;
  /** When a record was last written, if there are records. */
  readonly written?: string;
}

/** How many records there are. The numbers grow, but when the reader empties the bin, which safekeeping is told of. */
export interface Counts {
  readonly highlights: number;
  readonly entries: number;
}

/** Records that were there and are no longer. */
export interface Loss {
  readonly had: Counts;
  readonly has: Counts;
  /** When they were last there, ISO 8601 in UTC. */
  readonly lastSeen: string;
}

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
 * since (more of it the more there is: a backup takes time). `now` is ISO 8601 in UTC.
 */
export function isBackupDue(
  backups: readonly BackupFacts[],
  { writes, records }: { readonly writes: number; readonly records: number },
  now: string,
): boolean {
  if (writes === 0 || records === 0) return false;
  const last = newestOf(backups);
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
  // A clock that was set back must not keep files from being saved.
  return written > saved && (age >= (schedule === 'weekly' ? 7 : 30) * DAY || age < 0);
}
