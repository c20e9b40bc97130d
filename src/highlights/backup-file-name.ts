/** Name of a backup as a file. `day` is when it was made, ISO 8601 `YYYY-MM-DD`, local time of the reader. */
export function backupFileName(day: string): string {
  return `policy-gloss-backup-${day}.json`;
}
