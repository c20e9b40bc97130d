import type { ImportSummary } from '../../../interchange/import-summary.ts';
import { type ColumnField, columnFields, fieldWord } from '../../../interchange/tables/headings.ts';
import { usualSplitting } from '../../../interchange/tables/split-terms.ts';
import type { InterfaceLanguage, Texts } from '../../shared/texts.ts';
import type { ImportReading } from './import-ports.ts';

interface Props {
  readonly summary: ImportSummary;
  readonly reading: ImportReading;
  readonly onChange: (reading: ImportReading) => void;
  readonly t: Texts;
  readonly language: InterfaceLanguage;
}

/** Signs that may part several terms in a cell. */
const SIGNS = [...usualSplitting.signs, ';', '、', '/'];

/** Which column holds what. */
function Columns({ summary, reading, onChange, t, language }: Props) {
  const own = language === 'en' ? 'en' : 'zh';
  const options = columnFields.filter((field) => field !== 'ignored');
  const choose = (at: number, value: string) => {
    const columns = summary.columns.map(({ field }, index) =>
      index === at ? ((value || 'ignored') as ColumnField) : (field ?? undefined),
    );
    // Where no columns were known, nothing is known of headings either.
    const headerRow = summary.refusal ? reading.headerRow : summary.headerRow;
    onChange({ ...reading, columns, headerRow });
  };
  return (
    <div class="scroll">
      <table class="columns">
        <thead>
          <tr>
            <th scope="col">{t('intake.column')}</th>
            <th scope="col">{t('intake.heading')}</th>
            <th scope="col">{t('intake.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {summary.columns.map(({ column, heading, field }, at) => (
            <tr key={column}>
              <td class="number">{column}</td>
              <td>{heading}</td>
              <td>
                <select
                  aria-label={t('intake.columnHolds', { column, heading })}
                  value={field === 'ignored' ? '' : (field ?? '')}
                  onChange={(event) => choose(at, event.currentTarget.value)}
                >
                  <option value="">{t('intake.notTaken')}</option>
                  {options.map((name) => (
                    <option key={name} value={name}>
                      {fieldWord(name, own)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How cells with several terms are taken apart. */
function Splitting({ reading, onChange, t }: Props) {
  const signs = reading.splitAt ?? usualSplitting.signs;
  const braces = reading.braces ?? usualSplitting.braces;
  const toggle = (sign: string, isOn: boolean) =>
    onChange({ ...reading, splitAt: SIGNS.filter((one) => (one === sign ? isOn : signs.includes(one))) });
  return (
    <fieldset class="options">
      <legend>{t('intake.splitting')}</legend>
      {SIGNS.map((sign) => (
        <label key={sign} class="option">
          <input
            type="checkbox"
            checked={signs.includes(sign)}
            onChange={(event) => toggle(sign, event.currentTarget.checked)}
          />
          {sign === '\n' ? t('intake.lineBreak') : sign}
        </label>
      ))}
      <label class="option">
        <input
          type="checkbox"
          checked={braces}
          onChange={(event) => onChange({ ...reading, braces: event.currentTarget.checked })}
        />
        {t('intake.braces')}
      </label>
    </fieldset>
  );
}

/** Columns and cells of a table; other files say themselves what is what. */
export function ColumnChoices(props: Props) {
  const { summary, t } = props;
  if (summary.columns.length === 0) return null;
  return (
    <section aria-labelledby="intake-columns">
      <h3 id="intake-columns">{t('intake.columns')}</h3>
      <Columns {...props} />
      <Splitting {...props} />
    </section>
  );
}
