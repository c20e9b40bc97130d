import { delimiters } from '../../../interchange/decode/delimiter-signs.ts';
import { type Encoding, encodings } from '../../../interchange/decode/encoding-names.ts';
import type { ImportSummary } from '../../../interchange/import-summary.ts';
import type { Texts } from '../../shared/texts.ts';
import { Choice } from '../fields.tsx';
import type { ImportReading } from './import-ports.ts';

interface Props {
  readonly summary: ImportSummary;
  readonly reading: ImportReading;
  readonly onChange: (reading: ImportReading) => void;
  readonly t: Texts;
}

/** A row number as typed, or `null` for none. */
function rowOf(text: string): number | null | undefined {
  if (text === '') return undefined;
  const row = Number(text);
  return row > 0 && Number.isInteger(row) ? row : null;
}

/** What the file was taken for; what may be wrong of it can be changed. */
export function Recognised({ summary, reading, onChange, t }: Props) {
  const { format, encoding, delimiter, sheet, sheets, headerRow } = summary;
  const set = (change: Partial<ImportReading>) => onChange({ ...reading, ...change });
  const isTable = summary.columns.length > 0;
  return (
    <section aria-labelledby="intake-recognised">
      <h3 id="intake-recognised">{t('intake.recognised')}</h3>
      <p>{format ? t(`formats.${format}`) : t('intake.unknown')}</p>
      <div class="filters">
        {encoding && (
          <Choice
            label={t('intake.encoding')}
            value={encoding}
            options={encodings.map((value) => ({ value, label: t(`intake.encodings.${value}`) }))}
            onChange={(value) => set({ encoding: value as Encoding, columns: undefined })}
          />
        )}
        {delimiter && (
          <Choice
            label={t('intake.delimiter')}
            value={delimiter}
            options={delimiters.map((value) => ({
              value,
              label: t(`intake.delimiters.${value === '\t' ? 'tab' : value}`),
            }))}
            onChange={(value) => set({ delimiter: value, columns: undefined })}
          />
        )}
        {sheets.length > 1 && sheets.some((name) => name === sheet) && (
          <Choice
            label={t('intake.sheet')}
            value={sheet ?? ''}
            options={sheets.map((name) => ({ value: name, label: name }))}
            onChange={(name) => set({ sheet: name, columns: undefined, headerRow: undefined })}
          />
        )}
        {isTable && (
          <label class="choice">
            <span>{t('intake.headerRow')}</span>
            <input
              type="number"
              min={0}
              max={100}
              value={headerRow ?? 0}
              onChange={(event) => set({ headerRow: rowOf(event.currentTarget.value), columns: undefined })}
            />
          </label>
        )}
      </div>
      {summary.notices.length > 0 && (
        <ul class="notices">
          {summary.notices.map(({ code, blanks }) => (
            <li key={code}>{t(`imports.warning.${code}`, blanks)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
