import type { ImportPreview, ImportProblem } from '../../../interchange/exchange-file.ts';
import type { Texts } from '../../shared/texts.ts';
import { DeletedHere } from '../deleted-here.tsx';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import type { LibraryPorts } from '../ports.ts';

/** Problems listed one by one; beyond these only their number is given. */
const MOST_PROBLEMS = 20;

function problemText(problem: ImportProblem, t: Texts): string {
  return t(`exchange.error.${problem.code}`, problem.code === 'record' ? { ...problem } : {});
}

/** What a backup file would bring; written only when the reader says so. */
export function BackupPreview(props: {
  preview: ImportPreview;
  ports: LibraryPorts;
  onDone: (text: string) => void;
  onCancel: () => void;
}) {
  const { preview, ports, onDone, onCancel } = props;
  const { t } = ports;
  const here = new Set(
    [...(ports.highlights.value ?? []), ...(ports.entries.value ?? [])].map(({ id }) => id),
  );
  const records = [...preview.highlights, ...preview.entries];
  const present = records.filter(({ id }) => here.has(id)).length;
  const refused = preview.problems.filter(({ code }) => code === 'record').length;
  const [failure, run] = useDeed();
  const take = () =>
    run(async () => {
      const result = await ports.importRecords(preview);
      onDone(t('exchange.done', result));
    });
  return (
    <div class="preview" role="status">
      {records.length + refused > 0 && (
        <>
          <p>{t('exchange.preview', { count: records.length + refused })}</p>
          <ul>
            <li>{t('exchange.new', { count: records.length - present })}</li>
            <li>{t('exchange.present', { count: present })}</li>
            <li>{t('exchange.refused', { count: refused })}</li>
          </ul>
          <DeletedHere records={records} ports={ports} />
        </>
      )}
      <ul class="problems">
        {preview.problems.slice(0, MOST_PROBLEMS).map((problem) => (
          <li key={problemText(problem, t)}>{problemText(problem, t)}</li>
        ))}
      </ul>
      <FailureLine failure={failure} t={t} />
      <p class="actions">
        <button type="button" class="button" disabled={records.length === 0} onClick={() => void take()}>
          {t('exchange.import')}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {t('exchange.cancel')}
        </button>
      </p>
    </div>
  );
}
