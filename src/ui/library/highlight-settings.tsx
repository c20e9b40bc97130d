import { type HighlightColour, highlightColourSchema } from '../../highlights/highlight.ts';
import { Choice } from './fields.tsx';
import type { LibraryPorts } from './ports.ts';

/** Settings of highlights: what the colours mean, and how often a backup file is offered. */
export function HighlightSettings({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const settings = ports.settings.value;
  const rename = (colour: HighlightColour, name: string) =>
    void ports.changeSettings({ colourNames: { ...settings.colourNames, [colour]: name.trim() } });
  return (
    <>
      <section>
        <h2>{t('mark.colourNames')}</h2>
        <p>{t('mark.colourNamesHint')}</p>
        {highlightColourSchema.options.map((colour) => (
          <label class={`choice mark-${colour}`} key={colour}>
            <span>{t(`colour.${colour}`)}</span>
            <input
              maxLength={40}
              value={settings.colourNames[colour] ?? ''}
              onChange={(event) => rename(colour, event.currentTarget.value)}
            />
          </label>
        ))}
      </section>
      <Choice
        label={t('mark.backupFile')}
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
    </>
  );
}
