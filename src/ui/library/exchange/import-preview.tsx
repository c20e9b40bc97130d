import type { ImportSummary } from '../../../interchange/import-summary.ts';
import { type ExchangeEntry, termsOfSide } from '../../../interchange/records/exchange-entry.ts';
import type { Texts } from '../../shared/texts.ts';
import type { ImportCounts } from './import-ports.ts';

function Terms({ entry, side, t }: { entry: ExchangeEntry; side: 'zh' | 'en'; t: Texts }) {
  return (
    <ul>
      {termsOfSide(entry, side).map(({ text, lang, status }, at) => (
        <li key={`${at} ${text}`}>
          <span lang={lang}>{text}</span>{' '}
          {status !== 'proposed' && <small>{t(`packStatus.${status}`)}</small>}
        </li>
      ))}
    </ul>
  );
}

/** The first entries as they will be stored. */
export function FirstEntries({ summary, t }: { summary: ImportSummary; t: Texts }) {
  if (summary.first.length === 0) return null;
  return (
    <section aria-labelledby="intake-first">
      <h3 id="intake-first">{t('intake.first', { count: summary.first.length, of: summary.entries })}</h3>
      <div class="scroll">
        <table class="first">
          <thead>
            <tr>
              {(['row', 'chinese', 'english', 'subject', 'definition'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`intake.cells.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {summary.first.map(({ entry, row }) => (
              <tr key={row}>
                <td class="number">{row}</td>
                <td>
                  <Terms entry={entry} side="zh" t={t} />
                </td>
                <td>
                  <Terms entry={entry} side="en" t={t} />
                </td>
                <td>{entry.subject}</td>
                <td>{entry.definition.zh || entry.definition.en}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Numbers of what an import will do, or did, and of rows that are not taken. */
export function Counts({ counts, leftOut, t }: { counts: ImportCounts; leftOut: number; t: Texts }) {
  return (
    <ul class="counts">
      {(['new', 'changed', 'same', 'skipped'] as const).map((name) => (
        <li key={name}>{t(`intake.counts.${name}`, { count: counts[name] })}</li>
      ))}
      <li>{t('intake.counts.leftOut', { count: leftOut })}</li>
    </ul>
  );
}

/** The first rows that are not taken, each with the reason. */
export function LeftOut({ summary, t }: { summary: ImportSummary; t: Texts }) {
  const { problems, firstProblems } = summary;
  if (problems === 0) return null;
  return (
    <details>
      <summary>{t('intake.leftOut', { count: problems })}</summary>
      <ul class="problems">
        {firstProblems.map(({ row, code, text }, at) => (
          <li key={`${at} ${row}`}>
            {t('imports.rowProblem', { row, text, reason: t(`imports.row.${code}`) })}
          </li>
        ))}
      </ul>
      {problems > firstProblems.length && <p class="hint">{t('intake.restInReport')}</p>}
    </details>
  );
}
