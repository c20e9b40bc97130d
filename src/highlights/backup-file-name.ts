import { localDay } from '../text/local-day.ts';

/** Name of a backup as a file, with the day where the reader is. `at` is when it was made, ISO 8601 in UTC. */
export function backupFileName(at: string): string {
  return `policy-gloss-backup-${localDay(at)}.json`;
}
