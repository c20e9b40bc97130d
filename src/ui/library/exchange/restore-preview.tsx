import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportProblem } from '../../../interchange/exchange-reading.ts';
import { grouped } from '../../shared/grouped.ts';
import type { Texts } from '../../shared/texts.ts';
import type { Done } from '../done-line.tsx';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import type { LibraryPorts } from '../ports.ts';
import { hashOf } from '../route.ts';
import type { FilePreview, FileRestored, ListInFile, Restorer } from './restore-ports.ts';

function problemText(problem: ImportProblem, t: Texts): string {
  return t(`exchange.error.${problem.code}`, 'title' in problem || 'path' in problem ? { ...problem } : {});
}

/** What was done, in words. */
function resultText({ added, present, updated, imported, broughtBack }: FileRestored, t: Texts): string {
  return [
    // Of a file that holds nothing but lists there is nothing else to say.
    ...(added + present > 0 || imported === 0 ? [t('exchange.done', { added, present })] : []),
    ...(updated > 0 ? [t('backup.doneUpdated', { count: updated })] : []),
    ...(imported > 0 ? [t('backup.doneImported', { rows: grouped(imported) })] : []),
    ...(broughtBack > 0 ? [t('backup.doneBroughtBack', { count: broughtBack })] : []),
  ].join(' ');
}

function didSomething({ added, updated, imported, broughtBack }: FileRestored): boolean {
  return added + updated + imported + broughtBack > 0;
}

function ListLine({ list, ports: { t } }: { list: ListInFile; ports: LibraryPorts }) {
  const [all, missing] = [grouped(list.readable), grouped(list.new)];
  const title = list.title || t('desk.unnamedPack');
  return <li>{t('backup.listInFile', { title, entries: all, missing })}</li>;
}

/** Offers to bring back what was deleted here after the file was made. Nothing where there is none. */
function BringBack(props: {
  deleted: FilePreview['deleted'];
  isWanted: boolean;
  onChange: (isWanted: boolean) => void;
  t: Texts;
}) {
  const { deleted, isWanted, onChange, t } = props;
  const { highlights, entries, packs } = deleted;
  if (highlights + entries + packs === 0) return null;
  return (
    <div class="bring-back">
      <label class="option">
        <input
          type="checkbox"
          checked={isWanted}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{t('backup.bringBack', { highlights, entries, packs })}</span>
      </label>
      <p class="hint">
        {t('backup.inBin', { count: highlights + entries + packs })}{' '}
        <a href={hashOf('highlights', 'bin')}>{t('backup.toBin')}</a>
      </p>
    </div>
  );
}

/** What a file of ours would bring; written only when the reader says so, and then all of it or nothing. */
export function RestorePreview(props: {
  file: Blob;
  /** What the button says. */
  action: string;
  ports: LibraryPorts;
  onDone: (done: Done) => void;
  onCancel: () => void;
}) {
  const { file, action, ports, onDone, onCancel } = props;
  const { t } = ports;
  const [preview, setPreview] = useState<FilePreview>();
  const [bringsBack, setBringsBack] = useState(false);
  const [share, setShare] = useState<number>();
  const [failure, run] = useDeed();
  const restorer = useRef<Restorer>(undefined);
  useEffect(() => {
    const opened = ports.openRestorer(file);
    restorer.current = opened;
    let isCurrent = true;
    void run(async () => {
      const read = await opened.read().catch((error: unknown) => {
        if (isCurrent) throw error;
      });
      if (isCurrent) setPreview(read ?? undefined);
    });
    return () => {
      isCurrent = false;
      opened.close();
    };
  }, [file]);
  const restore = () =>
    run(async () => {
      setShare(0);
      try {
        const result = await restorer.current?.run(bringsBack, setShare);
        if (result)
          onDone({ text: resultText(result, t), ...(didSomething(result) && { deed: result.deed }) });
      } finally {
        setShare(undefined);
      }
    });
  if (!preview)
    return (
      <div class="preview" role="status">
        <p>{failure ? '' : t('library.loading')}</p>
        <FailureLine failure={failure} t={t} />
        <button type="button" class="button quiet" onClick={onCancel}>
          {t('exchange.cancel')}
        </button>
      </div>
    );
  const { new: missing, present, refused, lists, packs, deleted, problems } = preview;
  const holdsSomething = missing + present + packs + lists.length > 0;
  return (
    <div class="preview" role="status">
      {missing + present + refused > 0 && (
        <>
          <p>{t('exchange.preview', { count: missing + present + refused })}</p>
          <ul>
            <li>{t('exchange.new', { count: missing })}</li>
            <li>{t('exchange.present', { count: present })}</li>
            <li>{t('exchange.refused', { count: refused })}</li>
          </ul>
        </>
      )}
      {lists.length > 0 && (
        <>
          <p>{t('backup.listsInFile', { count: lists.length })}</p>
          <ul>
            {lists.map((list, index) => (
              <ListLine key={index} list={list} ports={ports} />
            ))}
          </ul>
        </>
      )}
      <BringBack deleted={deleted} isWanted={bringsBack} onChange={setBringsBack} t={t} />
      <ul class="problems">
        {problems.map((problem) => (
          <li key={problemText(problem, t)}>{problemText(problem, t)}</li>
        ))}
      </ul>
      {share !== undefined && (
        <label class="progress">
          <span>{t('intake.work.writing')}</span> <progress max={1} {...(share > 0 && { value: share })} />
        </label>
      )}
      <FailureLine failure={failure} t={t} />
      <p class="actions">
        <button
          type="button"
          class="button"
          disabled={!holdsSomething || share !== undefined}
          onClick={() => void restore()}
        >
          {action}
        </button>
        {share === undefined && (
          <button type="button" class="button quiet" onClick={onCancel}>
            {t('exchange.cancel')}
          </button>
        )}
      </p>
    </div>
  );
}
