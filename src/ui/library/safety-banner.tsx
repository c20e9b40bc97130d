import { isFileDue, newestOf } from '../../highlights/backup-schedule.ts';
import { FailureLine } from './highlights/failure-line.tsx';
import { useDeed } from './highlights/use-deed.ts';
import type { LibraryPorts } from './ports.ts';
import { hashOf } from './route.ts';

/** Says above every section that records are missing, with the way to the newest backup; or that a file is due. */
export function SafetyBanner({ ports }: { ports: LibraryPorts }) {
  const { t, language, now } = ports;
  const [failure, run] = useDeed();
  const loss = ports.loss.value;
  const backup = newestOf(ports.backups.value);
  const day = (time: string) => new Date(time).toLocaleDateString(language);
  if (loss) {
    const { had, has, lastSeen } = loss;
    const isEmpty = has.highlights === 0 && has.entries === 0;
    const missing = {
      highlights: isEmpty ? had.highlights : Math.max(0, had.highlights - has.highlights),
      entries: isEmpty ? had.entries : Math.max(0, had.entries - has.entries),
      date: day(lastSeen),
    };
    return (
      <section class="safety alarm" role="alert">
        <p>{t(isEmpty ? 'mark.lossVanished' : 'mark.lossShrunk', missing)}</p>
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
  const isDue = isFileDue(ports.settings.value.backupFile, ports.lastBackupFile.value, now().toISOString());
  if (!isDue || !backup) return null;
  return (
    <section class="safety">
      <p class="actions">
        {t('mark.backups')}
        <a class="button" href={hashOf('exchange')}>
          {t('mark.backupSave')}
        </a>
      </p>
    </section>
  );
}
