/** Name of a backup as a file. `at` is when it was made, ISO 8601 in UTC. */
export function backupFileName(at: string): string {
  return `policy-gloss-backup-${at.slice(0, 10)}.json`;
}
