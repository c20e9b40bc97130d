import { useState } from 'preact/hooks';
import {
  type ImportPreview,
  type ImportProblem,
  MOST_BYTES,
  readExchangeFile,
} from '../../interchange/exchange-file.ts';
import type { Texts } from '../shared/texts.ts';
import { BackupSection } from './backup-section.tsx';
import { ExportButton } from './exchange/export-button.tsx';
import { bundledSubject, highlightSubject, ownSubject } from './exchange/export-subjects.ts';
import type { LibraryPorts } from './ports.ts';

/** Problems listed one by one; beyond these only their number is given. */
const MOST_PROBLEMS = 20;

function problemText(problem: ImportProblem, t: Texts): string {
  return t(`exchange.error.${problem.code}`, problem.code === 'record' ? { ...problem } : {});
}

function Preview(props: {
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
  const take = async () => {
    const result = await ports.importRecords(preview);
    onDone(t('exchange.done', result));
  };
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
        </>
      )}
      <ul class="problems">
        {preview.problems.slice(0, MOST_PROBLEMS).map((problem) => (
          <li key={problemText(problem, t)}>{problemText(problem, t)}</li>
        ))}
      </ul>
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

/** Everything out, and back in: the file is validated and previewed before anything is written. */
export function ExchangePage({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const [preview, setPreview] = useState<ImportPreview>();
  const [done, setDone] = useState('');
  const highlights = (ports.highlights.value ?? []).filter(({ deletedAt }) => !deletedAt);
  const entries = (ports.entries.value ?? []).filter(({ deletedAt }) => !deletedAt);
  const choose = async (file: File | undefined) => {
    setDone('');
    if (!file) return;
    const tooLarge: ImportPreview = {
      highlights: [],
      entries: [],
      pages: [],
      problems: [{ code: 'too-large' }],
    };
    setPreview(file.size > MOST_BYTES ? tooLarge : readExchangeFile(await file.text()));
  };
  const finish = (text: string) => {
    setPreview(undefined);
    setDone(text);
  };
  return (
    <>
      <h1>{t('library.exchange')}</h1>
      <section>
        <h2>{t('exchange.exportTitle')}</h2>
        <p class="hint">{t('export.hint')}</p>
        <p class="actions">
          {highlights.length > 0 && (
            <ExportButton
              label={t('export.open.highlights')}
              subject={() => highlightSubject({ all: highlights }, ports)}
              ports={ports}
            />
          )}
          {entries.length > 0 && (
            <ExportButton
              label={t('export.open.mine')}
              subject={() => ownSubject(entries, ports)}
              ports={ports}
            />
          )}
          <ExportButton
            label={t('export.open.bundled')}
            subject={() => bundledSubject(ports)}
            ports={ports}
          />
        </p>
      </section>
      <section>
        <h2>{t('exchange.importTitle')}</h2>
        <label class="file">
          <span>{t('exchange.choose')}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              void choose(input.files?.[0]).then(() => {
                // The same file may be chosen again.
                input.value = '';
              });
            }}
          />
        </label>
        {preview && (
          <Preview preview={preview} ports={ports} onDone={finish} onCancel={() => setPreview(undefined)} />
        )}
        <p role="status">{done}</p>
      </section>
      <BackupSection ports={ports} />
    </>
  );
}
