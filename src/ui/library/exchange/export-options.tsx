import type { ComponentChildren } from 'preact';
import type { BuildFacts } from '../../../interchange/format.ts';
import type { FormatChoice } from '../../../interchange/format-choices.ts';
import type { Texts } from '../../shared/texts.ts';

/** What the user chose of a file. Choices that its format does not know are kept for the next one. */
export interface ExportOptions
  extends Pick<BuildFacts, 'language' | 'layout' | 'direction' | 'currentOnly' | 'title'> {
  readonly perPage: boolean;
}

function Select<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}) {
  return (
    <label class="choice">
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value as Value)}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tick(props: { isOn: boolean; onChange: (isOn: boolean) => void; children: ComponentChildren }) {
  return (
    <label class="option">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.children}
    </label>
  );
}

/** The choices that make a difference for the format. */
export function FormatOptions(props: {
  choices: ReadonlySet<FormatChoice>;
  options: ExportOptions;
  onChange: (options: ExportOptions) => void;
  t: Texts;
}) {
  const { choices, options, onChange, t } = props;
  const set = (change: Partial<ExportOptions>) => onChange({ ...options, ...change });
  return (
    <div class="filters">
      {choices.has('layout') && (
        <Select
          label={t('export.layout')}
          value={options.layout}
          options={[
            ['concepts', t('export.layouts.concepts')],
            ['terms', t('export.layouts.terms')],
          ]}
          onChange={(layout) => set({ layout })}
        />
      )}
      {choices.has('direction') && (
        <Select
          label={t('export.direction')}
          value={options.direction}
          options={[
            ['zh-en', t('export.directions.zh-en')],
            ['en-zh', t('export.directions.en-zh')],
          ]}
          onChange={(direction) => set({ direction })}
        />
      )}
      {choices.has('language') && (
        <Select
          label={t('export.language')}
          value={options.language}
          options={[
            ['zh', t('export.languages.zh')],
            ['en', t('export.languages.en')],
          ]}
          onChange={(language) => set({ language })}
        />
      )}
      {choices.has('title') && (
        <label class="choice grow">
          <span>{t('export.fileTitle')}</span>
          <input value={options.title} onInput={(event) => set({ title: event.currentTarget.value })} />
        </label>
      )}
      {choices.has('perPage') && (
        <Tick isOn={options.perPage} onChange={(perPage) => set({ perPage })}>
          {t('export.perPage')}
        </Tick>
      )}
      {choices.has('currentOnly') && (
        <Tick isOn={options.currentOnly} onChange={(currentOnly) => set({ currentOnly })}>
          {t('export.currentOnly')}
        </Tick>
      )}
    </div>
  );
}
