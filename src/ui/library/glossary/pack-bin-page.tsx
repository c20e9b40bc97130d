import { useState } from 'preact/hooks';
import type { PackRecord } from '../../../glossary/pack-record.ts';
import { localDay } from '../../../text/local-day.ts';
import { grouped } from '../../shared/grouped.ts';
import { EmptyBin } from '../empty-bin.tsx';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import type { LibraryPorts } from '../ports.ts';
import { hashOf } from '../route.ts';

function RemovedPack(props: { pack: PackRecord; ports: LibraryPorts; onRestore: () => void }) {
  const { pack, ports, onRestore } = props;
  const { t } = ports;
  const name = pack.title || t('desk.unnamedPack');
  const facts = [
    t('backup.packEntries', { count: pack.count, entries: grouped(pack.count) }),
    ...(pack.edition ? [t('backup.packEdition', { edition: pack.edition })] : []),
    ...(pack.deletedAt ? [t('backup.deletedOn', { date: localDay(pack.deletedAt) })] : []),
  ];
  return (
    <li class="pack" data-pack={pack.id}>
      <div class="pack-head">
        <h2>{name}</h2>
      </div>
      <p class="meta">{facts.join(' · ')}</p>
      <p class="actions">
        <button
          type="button"
          class="button"
          aria-label={t('backup.restoreOne', { quote: name })}
          onClick={onRestore}
        >
          {t('highlights.restore')}
        </button>
      </p>
    </li>
  );
}

/** Removed glossaries, the last removed first: back they come one by one, or go for good all together. */
export function PackBinPage({ ports }: { ports: LibraryPorts }) {
  const { t, glossary } = ports;
  const [failure, run] = useDeed();
  const [done, setDone] = useState('');
  const packs = glossary.removedPacks.value;
  if (!packs) return <p role="status">{t('library.loading')}</p>;
  const restore = async ({ id, title }: PackRecord) => {
    const name = title || t('desk.unnamedPack');
    if (await run(() => glossary.restorePack(id))) setDone(t('backup.packRestored', { name }));
  };
  const erase = async () => {
    const isDone = await run(async () => {
      setDone(t('backup.emptying'));
      const count = await glossary.erasePacks(packs.map(({ id }) => id));
      setDone(t('backup.packsEmptied', { count, entries: grouped(count) }));
    });
    if (!isDone) setDone('');
  };
  const rows = packs.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p>
        <a href={hashOf('packs')}>{t('backup.packBinBack')}</a>
      </p>
      <h1>{t('backup.packBin')}</h1>
      <p>{t('backup.packBinHint')}</p>
      {packs.length === 0 ? (
        <p class="empty">{t('backup.binNone')}</p>
      ) : (
        <div class="row-of-tools">
          <p class="count">{t('backup.packBinResults', { count: packs.length })}</p>
          <EmptyBin
            question={t('backup.packsEmptyAsk', {
              count: packs.length,
              entries: grouped(rows),
            })}
            onEmpty={() => void erase()}
            t={t}
          />
        </div>
      )}
      <p role="status">{done}</p>
      <FailureLine failure={failure} t={t} />
      <ul class="pack-list">
        {packs.map((pack) => (
          <RemovedPack key={pack.id} pack={pack} ports={ports} onRestore={() => void restore(pack)} />
        ))}
      </ul>
    </>
  );
}
