import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';

/** A search field with its label. */
export function SearchField({
  value,
  onChange,
  t,
}: {
  value: string;
  onChange: (value: string) => void;
  t: Texts;
}) {
  return (
    <label class="search">
      <span class="silent">{t('library.search')}</span>
      <Icon name="search" />
      <input
        type="search"
        value={value}
        placeholder={t('library.searchPlaceholder')}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

/** A choice among named values, with its label; the empty value stands for all. */
export function Choice(props: {
  label: string;
  all?: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const { label, all, value, options, onChange } = props;
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
