import type { Settings } from '../../settings/settings.ts';
import { Choice } from './fields.tsx';
import type { LibraryPorts } from './ports.ts';

function Slider(props: {
  label: string;
  value: number;
  range: readonly [least: number, most: number, step: number];
  shown: (value: number) => string;
  onChange: (value: number) => void;
}) {
  const { label, value, range, shown, onChange } = props;
  return (
    <label class="choice">
      <span>{label}</span>
      <input
        type="range"
        min={range[0]}
        max={range[1]}
        step={range[2]}
        value={value}
        aria-valuetext={shown(value)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <output>{shown(value)}</output>
    </label>
  );
}

/** How terms are marked and cards open, with a sample to try it on, and the keys. */
export function ReadingSettings({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const settings = ports.settings.value;
  const set = (change: Partial<Settings>) => void ports.changeSettings(change);
  return (
    <>
      <Choice
        label={t('reading.trigger')}
        value={settings.trigger}
        options={[
          { value: 'rest', label: t('reading.triggerRest') },
          { value: 'alt', label: t('reading.triggerAlt') },
          { value: 'shift', label: t('reading.triggerShift') },
        ]}
        onChange={(trigger) => set({ trigger: trigger as Settings['trigger'] })}
      />
      <Slider
        label={t('reading.cardWidth')}
        value={settings.cardWidth}
        range={[280, 640, 8]}
        shown={(count) => t('reading.pixels', { count })}
        onChange={(cardWidth) => set({ cardWidth })}
      />
      <Slider
        label={t('reading.textSize')}
        value={settings.textSize}
        range={[80, 200, 10]}
        shown={(count) => t('reading.percent', { count })}
        onChange={(textSize) => set({ textSize })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={settings.printMarks}
          onChange={(event) => set({ printMarks: event.currentTarget.checked })}
        />
        {t('reading.printMarks')}
      </label>
      <section>
        <h2>{t('reading.keys')}</h2>
        <dl class="keys">
          {ports.commands?.map(({ name, shortcut }) => (
            <div key={name}>
              <dt>{t(`reading.command.${name}`)}</dt>
              <dd>{shortcut ? <kbd>{shortcut}</kbd> : t('reading.noKey')}</dd>
            </div>
          ))}
        </dl>
        {ports.changeKeys ? (
          <button type="button" class="button quiet" onClick={ports.changeKeys}>
            {t('reading.changeKeys')}
          </button>
        ) : (
          <p>{t('reading.changeKeysFirefox')}</p>
        )}
      </section>
      {ports.openIntroduction && (
        <p>
          <button type="button" class="button quiet" onClick={ports.openIntroduction}>
            {t('reading.introduction')}
          </button>
        </p>
      )}
    </>
  );
}
