import { signal } from '@preact/signals';
import { v4 as uuid } from 'uuid';
import type { BackupFacts, BackupTrouble, FileFacts, Loss } from '../../src/highlights/backup-schedule.ts';
import type { Step } from '../../src/highlights/step.ts';
import type { Client } from '../../src/messages/client.ts';
import { localStore, sessionStore } from '../../src/platform/local-store.ts';
import { unattendedFile } from '../../src/platform/unattended-file.ts';
import type { PolicyGlossDatabase } from '../../src/storage/database.ts';
import { createPageStore } from '../../src/storage/page-store.ts';
import {
  listBackups,
  noteFileSaved,
  readBackup,
  readFileFacts,
  readLoss,
  readTrouble,
  SAFEKEEPING_KEYS,
  TROUBLE_KEY,
} from '../../src/storage/safekeeping.ts';
import { watch } from '../../src/storage/watch.ts';
import type { HighlightPorts } from '../../src/ui/library/highlights/highlight-ports.ts';
import { saveBackupFile } from './backup-file.ts';

/** What the library needs of highlights and their safety, over messages, the database and the local store. */
export async function createHighlightPorts(
  request: Client,
  database: PolicyGlossDatabase,
): Promise<HighlightPorts> {
  const steps = signal({ canUndo: false, canRedo: false });
  const backups = signal<readonly BackupFacts[]>([]);
  const loss = signal<Loss | undefined>(undefined);
  const fileFacts = signal<FileFacts>({});
  const trouble = signal<BackupTrouble | undefined>(undefined);
  watch(
    () => database.steps.toArray(),
    (rows: Step[]) => {
      steps.value = {
        canUndo: rows.some(({ isUndone }) => !isUndone),
        canRedo: rows.some(({ isUndone }) => isUndone),
      };
    },
  );
  const readSafety = async () => {
    [backups.value, loss.value, fileFacts.value, trouble.value] = await Promise.all([
      listBackups(localStore),
      readLoss(localStore),
      readFileFacts(localStore),
      readTrouble(sessionStore),
    ]);
  };
  localStore.watch(Object.values(SAFEKEEPING_KEYS), () => void readSafety());
  sessionStore.watch([TROUBLE_KEY], () => void readSafety());
  await readSafety();
  return {
    editHighlights: (ids, edit) => request('highlights:edit', { ids, edit }),
    settleHighlights: (ids, how) => request('highlights:settle', { ids, how }),
    renameTag: (from, to) => request('tags:rename', { from, to }),
    mergeAddresses: (from, into) => request('highlights:merge-addresses', { from, into }),
    travel: (direction) => request('highlights:travel', { direction, request: uuid() }),
    steps,
    readPages: createPageStore(database).read,
    backups,
    loss,
    fileFacts,
    trouble,
    saveBackupFile: () => saveBackupFile(request),
    eraseHighlights: async (ids) => (await request('highlights:erase', { ids })).erased,
    allowUnattended: () => unattendedFile.ask(),
    forbidUnattended: () => unattendedFile.giveBack(),
    makeBackup: () => request('backup:make', null),
    readBackup: (at) => readBackup(localStore, at),
    noteBackupFile: (at) => noteFileSaved(localStore, at, new Date().toISOString()),
    acceptLoss: () => request('backup:accept-loss', null),
  };
}
