import { useEffect, useState } from 'preact/hooks';
import type { EntryStep } from '../../../glossary/entry-step.ts';
import { localMinute } from '../../../text/local-day.ts';
import { WordingChange } from '../../shared/wording-change.tsx';
import type { LibraryPorts } from '../ports.ts';
import { packName } from './pack-name.ts';
import { toldChanges } from './told-change.ts';

/** What was done to an entry, the newest first, with every field before and after. */
export function EntryHistory({ id, ports }: { id: string; ports: LibraryPorts }) {
  const { t, glossary } = ports;
  const [steps, setSteps] = useState<readonly EntryStep[]>();
  const change = glossary.changes.value;
  useEffect(() => {
    void glossary.history(id).then(setSteps);
  }, [id, change]);
  return (
    <section class="entry-history" aria-labelledby="entry-history">
      <h2 id="entry-history">{t('desk.history')}</h2>
      {steps?.length === 0 && <p class="empty">{t('desk.noHistory')}</p>}
      <ol>
        {steps?.map((step) => {
          const row = step.rows.find((one) => one.id === id);
          return (
            <li key={step.number}>
              <h3>
                {t(`desk.deed.${step.deed}`)}{' '}
                <small>
                  <time dateTime={step.at}>{localMinute(step.at)}</time>
                </small>
              </h3>
              <dl class="facts">
                {row &&
                  toldChanges(row, t, (pack) => packName(pack, ports)).map(({ field, before, after }) => (
                    <div key={field} class="fact">
                      <dt>{field}</dt>
                      <dd>
                        <WordingChange before={before} after={after} t={t} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
