import { useEffect, useState } from 'preact/hooks';
import type { FormatName } from '../../../interchange/format.ts';
import { choicesOf, formatMenu } from '../../../interchange/format-choices.ts';
import type { WriteOrder } from '../../../interchange/write-order.ts';
import { localDay } from '../../../text/local-day.ts';
import { grouped } from '../../shared/grouped.ts';
import { Dialog } from '../dialog.tsx';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import { type ExportOptions, FormatOptions } from './export-options.tsx';
import type { ExportPorts, ExportScope, ExportSubject, RecordWriter } from './export-ports.ts';
import { LossTable } from './loss-table.tsx';
import { useWritten } from './use-written.ts';

/** Name of the file: what, of which edition, saved when. */
function fileName({ kind, edition }: ExportSubject, ending: string, day: string): string {
  const safe = edition.replace(/[^\w.-]+/g, '-');
  return `policy-gloss-${kind}-edition-${safe}-saved-${day}.${ending}`;
}

/** A writer over the records of a scope; another scope gets another one. */
function useWriter(scope: ExportScope, ports: ExportPorts): RecordWriter | undefined {
  const [writer, setWriter] = useState<RecordWriter>();
  useEffect(() => {
    const opened = ports.openWriter(() => scope.parts());
    setWriter(opened);
    return () => opened.close();
  }, [scope.id]);
  return writer;
}

function ScopeChoice(props: {
  scopes: readonly ExportScope[];
  chosen: string;
  legend: string;
  onChoose: (id: string) => void;
}) {
  const { scopes, chosen, legend, onChoose } = props;
  return (
    <fieldset class="options">
      <legend>{legend}</legend>
      {scopes.map(({ id, label, count }) => (
        <label key={id} class="option">
          <input type="radio" name="scope" checked={id === chosen} onChange={() => onChoose(id)} />
          {label} ({grouped(count)})
        </label>
      ))}
    </fieldset>
  );
}

function orderOf(
  subject: ExportSubject,
  format: FormatName,
  options: ExportOptions,
  { agencyNames, now }: ExportPorts,
): WriteOrder {
  const { language, layout, direction, currentOnly, perPage, title } = options;
  const { kind, edition } = subject;
  const chosen = choicesOf(format, kind);
  return {
    format,
    perPage: perPage && chosen.has('perPage'),
    agencyNames: kind === 'highlights' ? agencyNames(language) : new Map(),
    facts: {
      kind,
      edition,
      exportedAt: now().toISOString(),
      title: title.trim() || subject.title,
      language,
      layout,
      direction,
      currentOnly: currentOnly && chosen.has('currentOnly'),
    },
  };
}

/**
 * Asks in which form records are to be saved or copied, and shows beforehand what the file will not hold: the file is
 * made while the user looks, and the table says what was found missing when it was read back.
 */
export function ExportDialog(props: { subject: ExportSubject; ports: ExportPorts; onClose: () => void }) {
  const { subject, ports, onClose } = props;
  const { t, language } = ports;
  const { kind } = subject;
  const scopes = subject.scopes.filter(({ count }) => count > 0);
  const formats = formatMenu[kind];
  const [scopeId, setScope] = useState(scopes[0]?.id ?? '');
  const [format, setFormat] = useState<FormatName>(formats[0] ?? 'json');
  const [options, setOptions] = useState<ExportOptions>({
    language: language === 'en' ? 'en' : 'zh',
    layout: 'concepts',
    direction: 'zh-en',
    currentOnly: false,
    perPage: false,
    title: subject.title,
  });
  const [copied, setCopied] = useState(false);
  const [failure, run] = useDeed();
  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const writer = useWriter(scope ?? { id: '', label: '', count: 0, parts: () => [] }, ports);
  const order = orderOf(subject, format, options, ports);
  const writing = useWritten(writer, order);

  const chooseFormat = (name: FormatName) => {
    setFormat(name);
    // OmegaT does not look at status: it would offer what one is advised against like any other.
    setOptions({ ...options, currentOnly: name === 'omegat' });
  };
  const save = () => {
    if (writing.state !== 'ready') return;
    const { ending, mediaType, content } = writing.written.file;
    const blob = new Blob([content as Uint8Array<ArrayBuffer>], { type: mediaType });
    ports.saveFile(fileName(subject, ending, localDay(ports.now())), mediaType, blob);
  };
  const copy = (rich: boolean) =>
    run(async () => {
      setCopied(false);
      const content = await writer?.copy(order);
      if (!content) return;
      await ports.copy(rich ? content : { plain: content.plain });
      setCopied(true);
    });
  return (
    <Dialog title={t(`export.title.${kind}`)} onClose={onClose}>
      <p class="hint">{t('export.edition', { edition: subject.edition })}</p>
      <ScopeChoice scopes={scopes} chosen={scope?.id ?? ''} legend={t('export.what')} onChoose={setScope} />
      <label class="choice">
        <span>{t('export.format')}</span>
        <select value={format} onChange={(event) => chooseFormat(event.currentTarget.value as FormatName)}>
          {formats.map((name) => (
            <option key={name} value={name}>
              {t(`formats.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <FormatOptions choices={choicesOf(format, kind)} options={options} onChange={setOptions} t={t} />
      <section class="holding" aria-live="polite" aria-busy={writing.state === 'working'}>
        {writing.state === 'working' && <p>{t('export.working')}</p>}
        {writing.state === 'failed' && <p class="failure">{t('mark.failed', { reason: writing.reason })}</p>}
        {writing.state === 'ready' && <LossTable losses={writing.written.losses} t={t} />}
      </section>
      <p class="actions">
        <button type="button" class="button main" disabled={writing.state !== 'ready'} onClick={save}>
          {t('export.save')}
        </button>
        <button type="button" class="button" onClick={() => void copy(true)}>
          {t('export.copyRich')}
        </button>
        <button type="button" class="button" onClick={() => void copy(false)}>
          {t('export.copyPlain')}
        </button>
        <button type="button" class="button quiet" onClick={onClose}>
          {t('export.close')}
        </button>
      </p>
      <p role="status">{copied && t('export.copied')}</p>
      <FailureLine failure={failure} t={t} />
    </Dialog>
  );
}
