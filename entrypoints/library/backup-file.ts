import { backupFileName } from '../../src/highlights/backup-file-name.ts';
import { newestOf } from '../../src/highlights/backup-schedule.ts';
import type { Client } from '../../src/messages/client.ts';
import { localStore } from '../../src/platform/local-store.ts';
import { saveFile } from '../../src/platform/save-file.ts';
import { listBackups, noteFileSaved, readBackup } from '../../src/storage/safekeeping.ts';
import { localDay } from '../../src/text/local-day.ts';

/** A backup made now. A message carries 64 MB at most, the store any size; but the store may be full. */
async function everything(request: Client): Promise<string> {
  try {
    await request('backup:make', null);
    const newest = newestOf(await listBackups(localStore));
    if (newest) return await readBackup(localStore, newest.at);
  } catch {
    // The reader has been told of it; what matters now is the file.
  }
  return (await request('backup:dump', null)).text;
}

/** Offers everything as a file, whether or not it can be kept as a backup too. */
export async function saveBackupFile(request: Client): Promise<void> {
  const now = new Date().toISOString();
  saveFile(backupFileName(localDay(now)), 'application/json', await everything(request));
  await noteFileSaved(localStore, now, now).catch(() => {});
}
