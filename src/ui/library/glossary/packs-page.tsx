import type { HTMLAttributes } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { BUNDLED_PACK, MY_PACK } from '../../../glossary/pack-ids.ts';
import { isStandingPack, type PackRecord } from '../../../glossary/pack-record.ts';
import { localDay } from '../../../text/local-day.ts';
import { grouped } from '../../shared/grouped.ts';
import { Icon } from '../../shared/icon.tsx';
import { ExportButton } from '../exchange/export-button.tsx';
import type { ExportSubject } from '../exchange/export-ports.ts';
import { bundledSubject, ownSubject, packSubject } from '../exchange/export-subjects.ts';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import type { LibraryPorts } from '../ports.ts';
import { hashOf } from '../route.ts';
import { packName } from './pack-name.ts';
import { movedTo } from './pack-order.ts';
import { WHOLE_TABLE, writeTableQuery } from './table-query.ts';

/** Numbers and facts of a pack as the reader sees them. */
function factsOf(pack: PackRecord, ports: LibraryPorts): [string, string][] {
  const { t, graph } = ports;
  const bundled = pack.id === BUNDLED_PACK ? graph.pack : undefined;
  const { origin } = pack;
  const count = bundled ? bundled.concepts.length : pack.count;
  return [
    [t('desk.entryCount'), grouped(count)],
    [t('packs.edition'), bundled?.edition ?? pack.edition],
    [t('packs.licence'), bundled?.licence ?? pack.licence],
    [t('packs.sources'), bundled ? grouped(bundled.sources.length) : ''],
    [
      t('desk.origin'),
      origin
        ? t('desk.originFile', {
            file: origin.file,
            format: origin.format,
            date: localDay(origin.importedAt),
          })
        : '',
    ],
    [t('packs.hash'), bundled?.hash ?? pack.hash],
  ];
}

/** The editions that the pack held before, each with where it came from. */
function EarlierEditions({ pack, ports }: { pack: PackRecord; ports: LibraryPorts }) {
  const { t } = ports;
  const { earlier = [] } = pack;
  if (earlier.length === 0) return null;
  return (
    <details class="earlier">
      <summary>{t('backup.earlierEditions', { count: earlier.length })}</summary>
      <ul>
        {earlier.map(({ edition, origin, hash, until }) => (
          <li key={until}>
            {t('backup.earlierEdition', {
              edition: edition || t('backup.noEdition'),
              date: localDay(until),
            })}
            {origin && ` · ${origin.file}`}
            {hash && <small> {hash}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function subjectOf(pack: PackRecord, ports: LibraryPorts): ExportSubject {
  if (pack.id === BUNDLED_PACK) return bundledSubject(ports);
  if (pack.id !== MY_PACK) return packSubject(pack);
  const entries = ports.entries.value ?? [];
  return ownSubject(
    entries.filter(({ deletedAt }) => !deletedAt),
    ports,
  );
}

function PackItem(props: {
  pack: PackRecord;
  place: number;
  most: number;
  ports: LibraryPorts;
  onMove: (place: number) => void;
  onRemove: () => void;
  isDragged: boolean;
  drag: Pick<HTMLAttributes<HTMLLIElement>, 'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd'>;
}) {
  const { pack, place, most, ports, onMove, onRemove, isDragged, drag } = props;
  const { t, glossary } = ports;
  const [failure, run] = useDeed();
  const name = packName(pack.id, ports);
  const isStanding = isStandingPack(pack.id);
  const entries = hashOf('glossary', '', writeTableQuery({ ...WHOLE_TABLE, pack: pack.id }));
  return (
    <li class={`pack${isDragged ? ' dragged' : ''}`} draggable {...drag} data-pack={pack.id}>
      <div class="pack-head">
        <span class="grip" aria-hidden="true">
          <Icon name="grip" />
        </span>
        <h2>
          <span class="silent">{t('desk.placeOfPack', { place: place + 1 })} </span>
          {name}
        </h2>
        <button
          type="button"
          class="icon"
          aria-label={t('desk.packUp', { name })}
          disabled={place === 0}
          onClick={() => onMove(place - 1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('desk.packDown', { name })}
          disabled={place === most}
          onClick={() => onMove(place + 1)}
        >
          <Icon name="down" />
        </button>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={pack.enabled}
          onChange={(event) => {
            const enabled = event.currentTarget.checked;
            void run(() => glossary.changePack(pack.id, { enabled }));
          }}
        />
        <span>{t('desk.packEnabled')}</span>
      </label>
      <dl class="facts">
        {factsOf(pack, ports)
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} class="fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <EarlierEditions pack={pack} ports={ports} />
      <p class="actions">
        <a class="button quiet" href={entries}>
          {t('desk.showEntries')}
        </a>
        <ExportButton label={t('desk.exportPack')} subject={() => subjectOf(pack, ports)} ports={ports} />
        {!isStanding && (
          <button type="button" class="button quiet" onClick={onRemove}>
            {t('desk.removePack')}
          </button>
        )}
      </p>
      <FailureLine failure={failure} t={t} />
    </li>
  );
}

/** Time between two looks at an index that is being built, ms. */
const LOOK = 500;

/** How many terms pages are read for; while a new index is built, how much of it. */
function IndexLine({ ports }: { ports: LibraryPorts }) {
  const { t, glossary } = ports;
  const [state, setState] = useState<Awaited<ReturnType<typeof glossary.indexState>>>();
  const change = glossary.changes.value;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isThere = true;
    const look = async () => {
      const found = await glossary.indexState();
      if (!isThere) return;
      setState(found);
      timer = setTimeout(() => void look(), found.progress === undefined ? LOOK * 10 : LOOK);
    };
    void look();
    return () => {
      isThere = false;
      clearTimeout(timer);
    };
  }, [change]);
  if (!state) return null;
  return (
    <p class="hint">
      {t('desk.recognised', { terms: grouped(state.terms) })}
      {state.progress !== undefined && (
        <label class="index-progress">
          {t('desk.indexBuilt')} <progress value={state.progress} />
        </label>
      )}
    </p>
  );
}

/** The glossaries in use, in the order in which their words are offered; taken by hand or by buttons. */
export function PacksPage({ ports }: { ports: LibraryPorts }) {
  const { t, glossary } = ports;
  const [failure, run] = useDeed();
  const [removed, setRemoved] = useState<PackRecord>();
  const [dragged, setDragged] = useState('');
  const [told, setTold] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const packs = glossary.packs.value;
  if (!packs) return <p role="status">{t('library.loading')}</p>;
  const inBin = glossary.removedPacks.value?.length ?? 0;
  const ids = packs.map(({ id }) => id);
  const move = async (id: string, place: number) => {
    const isDone = await run(() => glossary.orderPacks(movedTo(ids, id, place)));
    if (isDone) setTold(t('desk.packMoved', { name: packName(id, ports), place: place + 1 }));
  };
  const remove = async (pack: PackRecord) => {
    if (await run(() => glossary.removePack(pack.id))) setRemoved(pack);
  };
  const undo = async () => {
    if (removed && (await run(() => glossary.restorePack(removed.id)))) setRemoved(undefined);
  };
  return (
    <div class="packs">
      <h1>{t('library.packs')}</h1>
      <p class="hint">{t('desk.packsHint')}</p>
      <IndexLine ports={ports} />
      {inBin > 0 && (
        <p>
          <a href={hashOf('packs', 'bin')}>{t('backup.packBinCount', { count: inBin })}</a>
        </p>
      )}
      <FailureLine failure={failure} t={t} />
      <p class="undo" role="status">
        {removed ? (
          <>
            {t('desk.packRemoved', { name: removed.title })}{' '}
            <button type="button" class="link" onClick={() => void undo()}>
              {t('library.undo')}
            </button>
          </>
        ) : (
          told
        )}
      </p>
      <ol ref={list} class="pack-list">
        {packs.map((pack, place) => (
          <PackItem
            key={pack.id}
            pack={pack}
            place={place}
            most={packs.length - 1}
            ports={ports}
            onMove={(to) => void move(pack.id, to)}
            onRemove={() => void remove(pack)}
            isDragged={dragged === pack.id}
            drag={{
              onDragStart: (event) => {
                event.dataTransfer?.setData('text/plain', pack.id);
                setDragged(pack.id);
              },
              onDragOver: (event) => dragged && event.preventDefault(),
              onDrop: (event) => {
                event.preventDefault();
                if (dragged && dragged !== pack.id) void move(dragged, place);
                setDragged('');
              },
              onDragEnd: () => setDragged(''),
            }}
          />
        ))}
      </ol>
    </div>
  );
}
