import { useMemo } from 'preact/hooks';
import { Choice } from './fields.tsx';
import { HighlightSettings } from './highlight-settings.tsx';
import { FailureLine } from './highlights/failure-line.tsx';
import { useDeed } from './highlights/use-deed.ts';
import { Sample } from './live-sample.tsx';
import type { LibraryPorts } from './ports.ts';
import { ReadingSettings } from './reading-settings.tsx';

/** The wordings that are not marked, with a way to have them marked again. */
function Silences({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const silences = ports.silences.value;
  return (
    <section>
      <h2>{t('settings.silences')}</h2>
      {silences.length === 0 && <p>{t('settings.silencesNone')}</p>}
      <ul class="concepts">
        {silences.map(({ id, term, scope, where }) => (
          <li key={id}>
            {term}{' '}
            <small>
              {scope === 'everywhere'
                ? t('settings.silencedEverywhere')
                : t('settings.silencedOn', { where })}
            </small>{' '}
            <button type="button" class="button quiet" onClick={() => void ports.unsilence(id)}>
              {t('settings.unsilence')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The name that reviews of entries get, before the first of them or after a change of hands. */
function Reviewer({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  return (
    <section>
      <h2>{t('desk.review')}</h2>
      <label class="choice">
        <span>{t('desk.reviewer')}</span>
        <input
          value={ports.settings.value.reviewer}
          maxLength={200}
          autocomplete="name"
          onChange={(event) => void ports.changeSettings({ reviewer: event.currentTarget.value.trim() })}
        />
      </label>
      <p class="hint">{t('desk.reviewerHint')}</p>
    </section>
  );
}

/** What the reader can set; every change takes effect at once, on open pages too. */
export function SettingsPage({ ports: given }: { ports: LibraryPorts }) {
  const { t } = given;
  const [failure, run] = useDeed();
  // What could not be stored is told; the fields then show what is.
  const ports = useMemo(
    (): LibraryPorts => ({
      ...given,
      changeSettings: (change) => run(() => given.changeSettings(change)),
      unsilence: async (id) => void (await run(() => given.unsilence(id))),
      unmute: async (host) => void (await run(() => given.unmute(host))),
    }),
    [given],
  );
  const settings = ports.settings.value;
  const set = (change: Partial<typeof settings>) => void ports.changeSettings(change);
  return (
    <>
      <h1>{t('library.settings')}</h1>
      <div class="told">
        <FailureLine failure={failure} t={t} />
      </div>
      <Sample ports={ports} />
      <div class="settings">
        <Choice
          label={t('settings.language')}
          value={settings.language}
          options={[
            { value: 'auto', label: t('settings.languageAuto') },
            { value: 'zh-TW', label: '中文（臺灣）' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => set({ language: language as typeof settings.language })}
        />
        <Choice
          label={t('settings.theme')}
          value={settings.theme}
          options={[
            { value: 'auto', label: t('settings.themeAuto') },
            { value: 'light', label: t('settings.themeLight') },
            { value: 'dark', label: t('settings.themeDark') },
          ]}
          onChange={(theme) => set({ theme: theme as typeof settings.theme })}
        />
        <Choice
          label={t('settings.markStyle')}
          value={settings.markStyle}
          options={[
            { value: 'dotted', label: t('settings.markDotted') },
            { value: 'solid', label: t('settings.markSolid') },
            { value: 'background', label: t('settings.markBackground') },
            { value: 'none', label: t('settings.markNone') },
          ]}
          onChange={(markStyle) => set({ markStyle: markStyle as typeof settings.markStyle })}
        />
        <Choice
          label={t('settings.occurrences')}
          value={settings.occurrences}
          options={[
            { value: 'every', label: t('settings.occurrencesEvery') },
            { value: 'first', label: t('settings.occurrencesFirst') },
          ]}
          onChange={(occurrences) => set({ occurrences: occurrences as typeof settings.occurrences })}
        />
        <label class="choice">
          <span>{t('settings.openDelay')}</span>
          <input
            type="range"
            min={0}
            max={1000}
            step={50}
            value={settings.openDelay}
            aria-valuetext={t('settings.milliseconds', { count: settings.openDelay })}
            onChange={(event) => set({ openDelay: Number(event.currentTarget.value) })}
          />
          <output>{t('settings.milliseconds', { count: settings.openDelay })}</output>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={settings.selectionButton}
            onChange={(event) => set({ selectionButton: event.currentTarget.checked })}
          />
          <span>{t('settings.selectionButton')}</span>
        </label>
        <ReadingSettings ports={ports} />
        <HighlightSettings ports={ports} />
        <Reviewer ports={ports} />
        <section>
          <h2>{t('settings.mutedHosts')}</h2>
          {settings.mutedHosts.length === 0 && <p>{t('settings.mutedNone')}</p>}
          <ul class="concepts">
            {settings.mutedHosts.map((host) => (
              <li key={host}>
                {host}{' '}
                <button type="button" class="button quiet" onClick={() => void ports.unmute(host)}>
                  {t('settings.unmute')}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <Silences ports={ports} />
        <p>
          <a href="#/news">{t('news.title')}</a>
        </p>
        <p class="privacy">{t('settings.privacy')}</p>
      </div>
    </>
  );
}
