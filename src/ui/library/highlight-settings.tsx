import { useState } from 'preact/hooks';
import { type HighlightColour, highlightColourSchema } from '../../highlights/highlight.ts';
import { Choice } from './fields.tsx';
import type { LibraryPorts } from './ports.ts';

/** Whether the backup file is saved without a press. The browser is asked when the reader wants it, not before. */
function Unattended({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const [denied, setDenied] = useState(false);
  const change = async (wanted: boolean) => {
    const allowed = wanted && (await ports.allowUnattended());
    setDenied(wanted && !allowed);
    await ports.changeSettings({ backupUnattended: allowed });
    if (!wanted) await ports.forbidUnattended();
  };
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={ports.settings.value.backupUnattended}
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        <span>{t('backup.unattended')}</span>
      </label>
      <p>{t('backup.unattendedHint')}</p>
      <p role="status">{denied ? t('backup.unattendedDenied') : ''}</p>
    </>
  );
}

/** Settings of highlights: what the colours mean, and how often a backup file is offered. */
export function HighlightSettings({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const settings = ports.settings.value;
  const rename = (colour: HighlightColour, name: string) =>
    void ports.changeSettings({ colourNames: { ...settings.colourNames, [colour]: name.trim() } });
  return (
    <>
      <section>
        <h2>{t('marks.colourNames')}</h2>
        <p>{t('marks.colourNamesHint')}</p>
        {highlightColourSchema.options.map((colour) => (
          <label class={`choice mark-${colour}`} key={colour}>
            <span>
              <i class="swatch" /> {t(`colour.${colour}`)}
            </span>
            <input
              maxLength={40}
              value={settings.colourNames[colour] ?? ''}
              onChange={(event) => rename(colour, event.currentTarget.value)}
            />
          </label>
        ))}
      </section>
      <section>
        <h2>{t('mark.backups')}</h2>
        <Choice
          label={t('backup.schedule')}
          value={settings.backupFile}
          options={[
            { value: 'never', label: t('mark.never') },
            { value: 'weekly', label: t('mark.weekly') },
            { value: 'monthly', label: t('mark.monthly') },
          ]}
          onChange={(backupFile) =>
            void ports.changeSettings({ backupFile: backupFile as typeof settings.backupFile })
          }
        />
        <p>{t('backup.scheduleHint')}</p>
        {settings.backupFile !== 'never' && <Unattended ports={ports} />}
      </section>
    </>
  );
}
