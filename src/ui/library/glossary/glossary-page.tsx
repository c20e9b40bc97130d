import { useCallback, useMemo, useState } from 'preact/hooks';
import { type Done, DoneLine } from '../done-line.tsx';
import { ExportButton } from '../exchange/export-button.tsx';
import type { LibraryPorts } from '../ports.ts';
import { hashOf } from '../route.ts';
import { Steps } from '../steps.tsx';
import { BulkEdit } from './bulk-edit.tsx';
import { EntryTable } from './entry-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { isOwn } from './row-cells.tsx';
import { leaveTable, rowLeft } from './table-place.ts';
import { isNarrowed, readTableQuery, type TableQuery, writeTableQuery } from './table-query.ts';
import { tableSubject } from './table-subject.ts';
import { useRows } from './use-rows.ts';

/** Rows chosen between two chances for the page to answer its user. */
const SLICE = 20_000;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The glossaries: every entry of every pack in one table, to be found, changed and put in order. */
export function GlossaryPage({ query: written, ports }: { query: string; ports: LibraryPorts }) {
  const { t, glossary } = ports;
  const query = readTableQuery(written);
  const { ids, reading, version } = useRows(query, ports);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done>();
  const [merging, setMerging] = useState(false);
  const [isUnfolded, setUnfolded] = useState(false);
  const [first] = useState(() => rowLeft(written));
  const change = (next: TableQuery) => {
    // What is written letter by letter is one place in the history of the browser.
    history.replaceState(history.state, '', hashOf('glossary', '', writeTableQuery(next)));
    dispatchEvent(new HashChangeEvent('hashchange'));
  };
  // The same function always: rows are not drawn again for it.
  const choose = useCallback((id: string, isChosen: boolean) => {
    setChosen((before) => {
      const next = new Set(before);
      if (isChosen) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const selected = useMemo(
    () => (chosen.size === 0 || !ids ? [] : ids.filter((id) => chosen.has(id))),
    [ids, chosen],
  );
  const chooseAll = async () => {
    const all = new Set<string>();
    for (let at = 0; ids && at < ids.length; at += SLICE) {
      for (const id of ids.slice(at, at + SLICE)) {
        const row = glossary.table.row(id);
        if (row && isOwn(row)) all.add(id);
      }
      await nextTask();
    }
    setChosen(all);
  };
  const isEmpty = ports.entries.value?.every(({ deletedAt }) => deletedAt) ?? false;
  return (
    <div class={isUnfolded ? 'desk unfolded' : 'desk'}>
      <h1>{t('library.glossary')}</h1>
      {isEmpty && (
        <p class="empty">
          {t('glossary.emptyMine')} <a href="#/guide">{t('app.guide')}</a>
        </p>
      )}
      <FilterBar
        query={query}
        version={version}
        isUnfolded={isUnfolded}
        onFold={setUnfolded}
        onChange={change}
        ports={ports}
      />
      <div class="row-of-tools">
        <p class="count" role="status">
          {ids === undefined || reading !== undefined
            ? t('desk.reading', { count: reading ?? 0 })
            : ids.length > 0
              ? t('library.results', { count: ids.length })
              : t('library.noResults')}
        </p>
        <a class="button" href={hashOf('glossary', 'new')}>
          {t('desk.newEntry')}
        </a>
        <div class="foldable">
          <Steps {...glossary.steps.value} travel={glossary.travel} t={t} />
          <a class="button quiet" href={hashOf('glossary', 'conflicts')}>
            {t('desk.conflicts')}
          </a>
          {ids !== undefined && ids.length > 0 && (
            <>
              <button type="button" class="button quiet" onClick={() => void chooseAll()}>
                {t('marks.selectAll')}
              </button>
              <ExportButton
                label={t('export.open.shown')}
                subject={() => tableSubject({ selected, shown: ids }, ports)}
                ports={ports}
              />
            </>
          )}
        </div>
      </div>
      {selected.length > 0 && (
        <BulkEdit
          ids={selected}
          isBin={query.bin}
          ports={ports}
          onClear={() => setChosen(new Set())}
          onDone={setDone}
          onMerge={() => setMerging(true)}
        />
      )}
      <DoneLine done={done} ports={ports} />
      {merging && (
        <MergeDialog
          ids={selected}
          ports={ports}
          onEnd={(merged) => {
            setMerging(false);
            if (!merged) return;
            setDone(merged);
            setChosen(new Set());
          }}
        />
      )}
      {ids !== undefined && ids.length > 0 && (
        <EntryTable
          ids={ids}
          version={version}
          order={{ by: query.by, descending: query.descending }}
          onOrder={(order) => change({ ...query, ...order })}
          chosen={chosen}
          onChoose={choose}
          first={first}
          onOpen={(id) => leaveTable(written, id)}
          ports={ports}
        />
      )}
      {ids?.length === 0 && isNarrowed(query) && <p class="empty">{t('desk.noneHint')}</p>}
    </div>
  );
}
