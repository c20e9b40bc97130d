import { useState } from 'preact/hooks';
import { backupFileName } from '../../highlights/backup-file-name.ts';
import { type ImportPreview, readExchangeFile } from '../../interchange/exchange-file.ts';
import { localDay, localMinute } from '../../text/local-day.ts';
import { DeletedHere } from './deleted-here.tsx';
import { FailureLine } from './highlights/failure-line.tsx';
import { useDeed } from './highlights/use-deed.ts';
import type { LibraryPorts } from './ports.ts';

/** Backups: the list of them, one more now, each as a file, and each back into the store after a look at it. */
export function BackupSection({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const [failure, run] = useDeed();
  const [preview, setPreview] = useState<ImportPreview>();
  const [done, setDone] = useState('');
  const backups = [...ports.backups.value].sort((a, b) => (a.at < b.at ? 1 : -1));
  const here = new Set(
    [...(ports.highlights.value ?? []), ...(ports.entries.value ?? [])].map(({ id }) => id),
  );
  const save = (at: string) =>
    run(async () => {
      ports.saveFile(backupFileName(localDay(at)), 'application/json', await ports.readBackup(at));
      await ports.noteBackupFile();
    });
  const restore = (records: ImportPreview) =>
    run(async () => {
      const result = await ports.importRecords(records);
      setPreview(undefined);
      setDone(t('mark.restored', result));
    });
  const records = preview ? [...preview.highlights, ...preview.entries] : [];
  const present = records.filter(({ id }) => here.has(id)).length;
  return (
    <section aria-labelledby="backups">
      <h2 id="backups">{t('mark.backups')}</h2>
      <p>{t('mark.backupsHint')}</p>
      <button type="button" class="button" onClick={() => void run(() => ports.makeBackup())}>
        {t('mark.backupNow')}
      </button>
      {backups.length === 0 && <p class="empty">{t('mark.noBackups')}</p>}
      <ul class="backups">
        {backups.map(({ at, highlights, entries }) => (
          <li key={at}>
            <span>{t('mark.backupLine', { date: localMinute(at), highlights, entries })}</span>
            <button type="button" class="button quiet" onClick={() => void save(at)}>
              {t('mark.backupSave')}
            </button>
            <button
              type="button"
              class="button quiet"
              onClick={() => void run(async () => setPreview(readExchangeFile(await ports.readBackup(at))))}
            >
              {t('mark.backupShow')}
            </button>
          </li>
        ))}
      </ul>
      {preview && (
        <div class="preview" role="status">
          <p>{t('exchange.preview', { count: records.length + preview.problems.length })}</p>
          <ul>
            <li>{t('exchange.new', { count: records.length - present })}</li>
            <li>{t('exchange.present', { count: present })}</li>
            <li>{t('exchange.refused', { count: preview.problems.length })}</li>
          </ul>
          <DeletedHere records={records} ports={ports} />
          <p class="actions">
            <button
              type="button"
              class="button"
              disabled={records.length === 0}
              onClick={() => void restore(preview)}
            >
              {t('highlights.restore')}
            </button>
            <button type="button" class="button quiet" onClick={() => setPreview(undefined)}>
              {t('exchange.cancel')}
            </button>
          </p>
        </div>
      )}
      <p role="status">{done}</p>
      <FailureLine failure={failure} t={t} />
    </section>
  );
}
