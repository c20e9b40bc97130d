import { useMemo, useState } from 'preact/hooks';
import type { Highlight } from '../../../highlights/highlight.ts';
import { localDay } from '../../../text/local-day.ts';
import { EmptyBin } from '../empty-bin.tsx';
import type { LibraryPorts } from '../ports.ts';
import { hashOf } from '../route.ts';
import { FailureLine } from './failure-line.tsx';
import { useDeed } from './use-deed.ts';
import { VirtualList } from './virtual-list.tsx';

/** Characters of a quote that name its button. */
const SHORT = 30;

function DeletedCard(props: { highlight: Highlight; ports: LibraryPorts; onRestore: () => void }) {
  const { highlight, ports, onRestore } = props;
  const { t } = ports;
  const { document, deletedAt, quote } = highlight;
  const short = [...quote].slice(0, SHORT).join('');
  return (
    <div class={`highlight mark-${highlight.colour}`}>
      <blockquote cite={document.url ?? document.address}>{quote}</blockquote>
      {highlight.note && <p class="note">{highlight.note}</p>}
      <p class="meta">
        {document.title || document.address}
        {deletedAt && ` · ${t('backup.deletedOn', { date: localDay(deletedAt) })}`}
      </p>
      <p class="actions">
        <button
          type="button"
          class="button"
          aria-label={t('backup.restoreOne', { quote: short })}
          onClick={onRestore}
        >
          {t('highlights.restore')}
        </button>
      </p>
    </div>
  );
}

/** Deleted highlights, the last deleted first: back they come one by one, or go for good all together. */
export function BinPage({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const [failure, run] = useDeed();
  const [done, setDone] = useState('');
  const all = ports.highlights.value;
  const deleted = useMemo(
    () =>
      all
        ?.filter(({ deletedAt }) => deletedAt !== undefined)
        .sort((a, b) => ((a.deletedAt ?? '') < (b.deletedAt ?? '') ? 1 : -1)),
    [all],
  );
  if (!deleted) return <p role="status">{t('library.loading')}</p>;
  const restore = async (ids: string[]) => {
    if (await run(() => ports.restoreHighlights(ids))) setDone(t('backup.restored', { count: ids.length }));
  };
  const erase = (ids: string[]) =>
    run(async () => setDone(t('backup.emptied', { count: await ports.eraseHighlights(ids) })));
  return (
    <>
      <p>
        <a href={hashOf('highlights')}>{t('backup.binBack')}</a>
      </p>
      <h1>{t('backup.bin')}</h1>
      <p>
        {t('backup.binHint')} <a href={hashOf('packs', 'bin')}>{t('backup.packBin')}</a>
      </p>
      {deleted.length === 0 ? (
        <p class="empty">{t('backup.binNone')}</p>
      ) : (
        <div class="row-of-tools">
          <p class="count">{t('backup.binResults', { count: deleted.length })}</p>
          <EmptyBin
            question={t('backup.emptyAsk', { count: deleted.length })}
            onEmpty={() => void erase(deleted.map(({ id }) => id))}
            t={t}
          />
        </div>
      )}
      <p role="status">{done}</p>
      <FailureLine failure={failure} t={t} />
      {deleted.length > 0 && (
        <VirtualList rows={deleted} keyOf={({ id }) => id} className="highlights virtual">
          {(highlight) => (
            <DeletedCard highlight={highlight} ports={ports} onRestore={() => void restore([highlight.id])} />
          )}
        </VirtualList>
      )}
    </>
  );
}
