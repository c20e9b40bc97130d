import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { PackRecord } from '../../../glossary/pack-record.ts';
import type { ReportWords } from '../../../interchange/import-summary.ts';
import type { RowCode } from '../../../interchange/notices.ts';
import { WHOLE_TABLE, writeTableQuery } from '../glossary/table-query.ts';
import { FailureLine } from '../highlights/failure-line.tsx';
import type { LibraryPorts } from '../ports.ts';
import { hashOf } from '../route.ts';
import { ColumnChoices } from './import-columns.tsx';
import type { ImportReading, ImportTarget } from './import-ports.ts';
import { Counts, FirstEntries, LeftOut } from './import-preview.tsx';
import { Recognised } from './import-recognised.tsx';
import { TargetChoice } from './import-target.tsx';
import { type ImportState, useImport } from './use-import.ts';

const rowCodes: readonly RowCode[] = [
  'no-chinese',
  'no-english',
  'term-too-long',
  'text-too-long',
  'cell-too-long',
  'formula',
  'same',
  'record',
  'note',
  'no-term',
];

/** What is under way, and how far it has come. */
function Progress({
  state,
  share,
  ports,
  onCancel,
}: {
  state: ImportState;
  share: ReadonlySignal<number>;
  ports: LibraryPorts;
  onCancel: () => void;
}) {
  const { t } = ports;
  const { work } = state;
  if (!work) return null;
  return (
    <div class="progress">
      <label>
        <span>{t(`intake.work.${work}`)}</span>
        <progress max={1} {...(share.value > 0 && { value: share.value })} />
      </label>
      <button type="button" class="button quiet" onClick={onCancel}>
        {t('exchange.cancel')}
      </button>
    </div>
  );
}

function wordsOfReport(file: File, state: ImportState, { t }: LibraryPorts): ReportWords {
  const { summary, done } = state;
  return {
    title: t('intake.reportTitle', { name: file.name }),
    row: t('intake.cells.row'),
    reason: t('intake.cells.reason'),
    text: t('intake.cells.text'),
    reasons: Object.fromEntries(
      rowCodes.map((code) => [code, t(`imports.row.${code}`)]),
    ) as ReportWords['reasons'],
    lines: [
      ...(summary?.notices.map(({ code, blanks }) => t(`imports.warning.${code}`, blanks)) ?? []),
      ...(done
        ? (['new', 'changed', 'same', 'skipped'] as const).map((name) =>
            t(`intake.counts.${name}`, { count: done[name] }),
          )
        : []),
    ],
  };
}

/** A list of terms on its way in: what was recognised, how it is taken, what it would do; nothing is written before. */
export function ImportWizard(props: {
  file: File;
  ports: LibraryPorts;
  /** The packs are others now: after an import, and after it was undone. */
  onImported: () => void;
  onClose: () => void;
}) {
  const { file, ports, onImported, onClose } = props;
  const { t, language } = ports;
  const [reading, setReading] = useState<ImportReading>({});
  const [packs, setPacks] = useState<readonly PackRecord[]>([]);
  const [newPack] = useState(ports.newId);
  const [undone, setUndone] = useState<'done' | 'overtaken' | 'gone'>();
  const [target, setTarget] = useState<ImportTarget>(() => ({
    pack: { id: newPack, title: file.name.replace(/\.[^.]+$/, ''), edition: '', licence: '' },
    duplicates: 'skip',
    batch: ports.newId(),
    now: ports.now().toISOString(),
    file: file.name,
  }));
  const { state, share, run, report } = useImport(file, reading, target, ports);
  const { summary, counts, done, work, failure = '' } = state;
  useEffect(() => {
    void ports.listPacks().then(setPacks);
  }, []);

  const saveReport = async (as: 'csv' | 'html') => {
    const content = await report(as, wordsOfReport(file, state, ports));
    if (content !== undefined)
      ports.saveFile(`policy-gloss-import-report.${as}`, as === 'csv' ? 'text/csv' : 'text/html', content);
  };
  const undo = async () => {
    setUndone(await ports.undoDeed(target.batch));
    onImported();
  };
  const isSimplified = summary?.notices.some(({ code }) => code === 'simplified');
  const reports =
    summary &&
    summary.problems > 0 &&
    (['csv', 'html'] as const).map((as) => (
      <button key={as} type="button" class="button quiet" onClick={() => void saveReport(as)}>
        {t(`intake.report.${as}`)}
      </button>
    ));
  if (done && summary)
    return (
      <div class="intake">
        <p role="status">
          {undone === 'done' ? t('intake.undone') : t('intake.done', { name: file.name })}
          {undone === 'overtaken' && ` ${t('backup.undoOvertaken')}`}
          {undone === 'gone' && ` ${t('backup.undoGone')}`}
        </p>
        <Counts counts={done} leftOut={summary.problems} t={t} />
        <p class="actions">
          {undone !== 'done' && (
            <a
              class="button"
              href={hashOf('glossary', '', writeTableQuery({ ...WHOLE_TABLE, pack: target.pack.id }))}
            >
              {t('desk.showEntries')}
            </a>
          )}
          {!undone && done.new + done.changed > 0 && (
            <button type="button" class="button quiet" onClick={() => void undo()}>
              {t('library.undo')}
            </button>
          )}
          {reports}
          <button type="button" class="button quiet" onClick={onClose}>
            {t('export.close')}
          </button>
        </p>
      </div>
    );
  return (
    <div class="intake" aria-busy={work !== undefined}>
      <p class="file-name">{file.name}</p>
      {summary?.refusal && (
        <p class="failure" role="alert">
          {t(`imports.refusal.${summary.refusal.code}`, summary.refusal.blanks)}
        </p>
      )}
      {summary && (!summary.refusal || summary.columns.length > 0) && (
        <>
          <Recognised summary={summary} reading={reading} onChange={setReading} t={t} />
          <ColumnChoices
            summary={summary}
            reading={reading}
            onChange={setReading}
            t={t}
            language={language}
          />
          {(isSimplified || reading.convert) && (
            <label class="option">
              <input
                type="checkbox"
                checked={reading.convert !== undefined}
                onChange={(event) => {
                  const convert = language === 'en' ? ('en' as const) : ('zh' as const);
                  setReading({ ...reading, convert: event.currentTarget.checked ? convert : undefined });
                }}
              />
              {t('intake.convert')}
            </label>
          )}
          <FirstEntries summary={summary} t={t} />
          <LeftOut summary={summary} t={t} />
          {reports && <p class="actions">{reports}</p>}
        </>
      )}
      {summary && !summary.refusal && (
        <TargetChoice target={target} newPack={newPack} packs={packs} onChange={setTarget} t={t} />
      )}
      <div class="intake-bar">
        {summary && !summary.refusal && counts && <Counts counts={counts} leftOut={summary.problems} t={t} />}
        <Progress state={state} share={share} ports={ports} onCancel={onClose} />
        <FailureLine failure={failure} t={t} />
        <p class="actions">
          {summary && !summary.refusal && (
            <button
              type="button"
              class="button main"
              disabled={!counts || work !== undefined || counts.new + counts.changed === 0}
              onClick={() => void run().then(onImported)}
            >
              {t('intake.import', { count: counts ? counts.new + counts.changed : summary.entries })}
            </button>
          )}
          {!work && (
            <button type="button" class="button quiet" onClick={onClose}>
              {t('exchange.cancel')}
            </button>
          )}
        </p>
      </div>
    </div>
  );
}
