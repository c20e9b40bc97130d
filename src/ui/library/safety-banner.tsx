import { isFileDue, missingOf, newestOf } from '../../highlights/backup-schedule.ts';
import { localDay } from '../../text/local-day.ts';
import { grouped } from '../shared/grouped.ts';
import { FailureLine } from './highlights/failure-line.tsx';
import { useDeed } from './highlights/use-deed.ts';
import type { LibraryPorts } from './ports.ts';
import { hashOf } from './route.ts';

/**
 * Says above every section what the reader must know of the safety of records: that some are missing, with the way to the
 * newest backup; that no backup can be made; or that a file is due.
 */
export function SafetyBanner({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const [failure, run] = useDeed();
  const loss = ports.loss.value;
  const backup = newestOf(ports.backups.value);
  if (loss) {
    const { had, has, lastSeen } = loss;
    const isEmpty = has.highlights === 0 && (has.allEntries ?? has.entries) === 0;
    const { imported, ...own } = missingOf({ had, has });
    const missing = { ...own, date: localDay(lastSeen) };
    return (
      <section class="safety alarm" role="alert">
        {own.highlights + own.entries > 0 ? (
          <>
            <p>{t(isEmpty ? 'mark.lossVanished' : 'mark.lossShrunk', missing)}</p>
            {imported > 0 && <p>{t('backup.lossImported', { rows: grouped(imported) })}</p>}
          </>
        ) : (
          <p>{t('backup.lossImportedOnly', { rows: grouped(imported), date: missing.date })}</p>
        )}
        {!backup && <p>{t('mark.lossNoBackup')}</p>}
        <p class="actions">
          <a class="button" href={hashOf('exchange')}>
            {t('mark.lossRestore')}
          </a>
          <button type="button" class="button quiet" onClick={() => void run(() => ports.acceptLoss())}>
            {t('mark.lossDismiss')}
          </button>
        </p>
        <FailureLine failure={failure} t={t} />
      </section>
    );
  }
  if (ports.trouble.value) return <TroubleBanner ports={ports} since={localDay(ports.trouble.value.since)} />;
  return <FileBanner ports={ports} />;
}

/** Says that no backup can be made, with both ways out. */
function TroubleBanner({ ports, since }: { ports: LibraryPorts; since: string }) {
  const { t } = ports;
  const [failure, run] = useDeed();
  return (
    <section class="safety alarm" role="alert">
      <p>{t('backup.trouble', { date: since })}</p>
      <p>{t('backup.troubleNext')}</p>
      <p class="actions">
        <button type="button" class="button" onClick={() => void run(() => ports.makeBackup())}>
          {t('backup.tryAgain')}
        </button>
        <button type="button" class="button quiet" onClick={() => void run(() => ports.saveBackupFile())}>
          {t('backup.saveNow')}
        </button>
      </p>
      <FailureLine failure={failure} t={t} />
    </section>
  );
}

/** Says that the backup file is due, and saves it at a press. */
function FileBanner({ ports }: { ports: LibraryPorts }) {
  const { t, now } = ports;
  const [failure, run] = useDeed();
  const facts = ports.fileFacts.value;
  if (!isFileDue(ports.settings.value.backupFile, facts, now().toISOString())) return null;
  return (
    <section class="safety" aria-label={t('mark.backups')}>
      <p class="actions">
        {facts.saved ? t('backup.due', { date: localDay(facts.saved) }) : t('backup.dueFirst')}{' '}
        <button type="button" class="button" onClick={() => void run(() => ports.saveBackupFile())}>
          {t('backup.saveNow')}
        </button>
      </p>
      <FailureLine failure={failure} t={t} />
    </section>
  );
}
