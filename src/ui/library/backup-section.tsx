import { useState } from 'preact/hooks';
import { backupFileName } from '../../highlights/backup-file-name.ts';
import type { BackupFacts } from '../../highlights/backup-schedule.ts';
import { localDay, localMinute } from '../../text/local-day.ts';
import { grouped } from '../shared/grouped.ts';
import { type Done, DoneLine } from './done-line.tsx';
import { RestorePreview } from './exchange/restore-preview.tsx';
import { FailureLine } from './highlights/failure-line.tsx';
import { useDeed } from './highlights/use-deed.ts';
import type { LibraryPorts } from './ports.ts';

/** What a backup holds. */
function lineOf({ at, highlights, entries, packs = [] }: BackupFacts, { t }: LibraryPorts): string {
  const date = localMinute(at);
  const line = t('mark.backupLine', { date, highlights, entries });
  if (packs.length === 0) return line;
  const rows = grouped(packs.reduce((sum, pack) => sum + pack.entries, 0));
  return `${line}${t('backup.linePacks', { packs: packs.length, rows })}`;
}

/** Backups: the list of them, one more now, each as a file, and each back into the store after a look at it. */
export function BackupSection({ ports, onRestored }: { ports: LibraryPorts; onRestored: () => void }) {
  const { t } = ports;
  const [failure, run] = useDeed();
  const [shown, setShown] = useState<Blob>();
  const [done, setDone] = useState<Done>();
  const backups = [...ports.backups.value].sort((a, b) => (a.at < b.at ? 1 : -1));
  const save = (at: string) =>
    run(async () => {
      ports.saveFile(backupFileName(localDay(at)), 'application/json', await ports.readBackup(at));
      await ports.noteBackupFile(at);
    });
  const show = (at: string) =>
    run(async () => {
      setDone(undefined);
      setShown(new Blob([await ports.readBackup(at)]));
    });
  return (
    <section aria-labelledby="backups">
      <h2 id="backups">{t('mark.backups')}</h2>
      <p>{t('mark.backupsHint')}</p>
      <button type="button" class="button" onClick={() => void run(() => ports.makeBackup())}>
        {t('mark.backupNow')}
      </button>
      {backups.length === 0 && <p class="empty">{t('mark.noBackups')}</p>}
      <ul class="backups">
        {backups.map((backup) => (
          <li key={backup.at}>
            <span>{lineOf(backup, ports)}</span>
            <button type="button" class="button quiet" onClick={() => void save(backup.at)}>
              {t('mark.backupSave')}
            </button>
            <button type="button" class="button quiet" onClick={() => void show(backup.at)}>
              {t('mark.backupShow')}
            </button>
          </li>
        ))}
      </ul>
      {shown && (
        <RestorePreview
          file={shown}
          action={t('highlights.restore')}
          ports={ports}
          onDone={(result) => {
            setShown(undefined);
            setDone(result);
            onRestored();
          }}
          onCancel={() => setShown(undefined)}
        />
      )}
      <DoneLine done={done} ports={ports} onUndone={onRestored} />
      <FailureLine failure={failure} t={t} />
    </section>
  );
}
