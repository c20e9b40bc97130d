// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed one by one cannot be those of a table element
// biome-ignore-all lint/a11y/useFocusableInteractive: as in the pattern of grids, the cells have the focus
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EntryRow, RowOrder } from '../../../glossary/entry-row.ts';
import type { LibraryPorts } from '../ports.ts';
import { useVirtualRows } from '../virtual/use-virtual-rows.ts';
import { CELLS, GridRow } from './grid-row.tsx';
import { COLUMNS, isOwn, rowHref } from './row-cells.tsx';
import { RowForm } from './row-form.tsx';
import { useGridFocus } from './use-grid-focus.ts';

/** Height of a row before one is measured, CSS px. */
const ESTIMATE = 56;
const OVERSCAN = 8;

/** Index of the row that a cell says it is in. */
const rowOfCell = (cell: Element | null): number =>
  Number.parseInt(cell?.getAttribute('data-cell') ?? '', 10);

interface TableProps {
  readonly ids: readonly string[];
  /** Is another when rows may have changed. */
  readonly version: number;
  readonly order: RowOrder;
  readonly onOrder: (order: RowOrder) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, isChosen: boolean) => void;
  /** Row to begin at, if it is among them. */
  readonly first?: string | undefined;
  /** Told which row is left for its page. */
  readonly onOpen: (id: string) => void;
  readonly ports: LibraryPorts;
}

function Head({ order, onOrder, ports: { t } }: Pick<TableProps, 'order' | 'onOrder' | 'ports'>) {
  return (
    <div class="grid-head" role="row" aria-rowindex={1}>
      <span role="columnheader" aria-colindex={1} class="cell-choose">
        <span class="silent">{t('desk.choose')}</span>
      </span>
      {COLUMNS.map(({ id, label }, index) => {
        const isSorted = order.by === id;
        const way = order.descending ? 'descending' : 'ascending';
        return (
          <span
            key={id}
            role="columnheader"
            aria-colindex={index + 2}
            aria-sort={isSorted ? way : 'none'}
            class={`cell-${id}`}
          >
            <button
              type="button"
              class="sort"
              onClick={() => onOrder({ by: id, descending: isSorted && !order.descending })}
            >
              {t(label)}
              <span aria-hidden="true">{isSorted ? (order.descending ? ' ▼' : ' ▲') : ''}</span>
            </button>
          </span>
        );
      })}
      <span role="columnheader" aria-colindex={CELLS} class="cell-edit">
        <span class="silent">{t('desk.editInPlace')}</span>
      </span>
    </div>
  );
}

/**
 * The entries of all packs as a table of any length: only rows near the window are in the document, their number and
 * place are told. One tab stop; arrows, Home, End, Page Up and Page Down move, Enter opens, F2 edits in place, the space
 * bar chooses.
 */
export function EntryTable(props: TableProps) {
  const { ids, order, onOrder, chosen, onChoose, onOpen, ports } = props;
  const { t, glossary } = ports;
  const [height, setHeight] = useState(ESTIMATE);
  const [covered, setCovered] = useState(0);
  const [editing, setEditing] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const start = useMemo(() => Math.max(0, props.first ? ids.indexOf(props.first) : 0), []);
  const showRow = useRef<(row: number) => void>(() => {});
  const focus = useGridFocus(
    grid,
    { rows: ids.length, columns: CELLS, rowHeight: height },
    (row) => showRow.current(row),
    start,
  );
  const keyOf = useMemo(() => (index: number) => ids[index] ?? index, [ids]);
  const { container, items, total, topOf, show } = useVirtualRows<HTMLDivElement>({
    count: ids.length,
    keyOf,
    height,
    overscan: OVERSCAN,
    covered,
    kept: focus.active.row,
  });
  showRow.current = (row) => show(row, 'auto');
  useLayoutEffect(() => {
    if (start > 0) focus.goTo({ row: start, column: 1 });
    if (start > 0) show(start, 'center');
  }, []);
  // All rows are of one height, which depends on the size of the text and the width of the window.
  useLayoutEffect(() => {
    const row = container.current?.querySelector<HTMLElement>('[role=row]');
    if (row && Math.abs(row.offsetHeight - height) > 0.5) setHeight(row.offsetHeight);
    setCovered(head.current?.offsetHeight ?? 0);
  });

  const open = (row: EntryRow) => {
    onOpen(row.id);
    location.hash = rowHref(row);
  };
  const endEditing = () => {
    setEditing('');
    focus.goTo(focus.active);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== '' || !(event.target as HTMLElement).matches('[data-cell]')) return;
    if (focus.onKeyDown(event)) return;
    const row = glossary.table.row(ids[focus.active.row] ?? '');
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') open(row);
    else if (event.key === 'F2' && isOwn(row)) setEditing(row.id);
    else if (event.key === ' ' && isOwn(row)) onChoose(row.id, !chosen.has(row.id));
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="entry-grid"
      role="grid"
      ref={grid}
      aria-label={t('desk.table')}
      aria-rowcount={ids.length + 1}
      aria-colcount={CELLS}
      aria-multiselectable="true"
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const target = event.target as HTMLElement;
        if (target.closest('a')) onOpen(ids[rowOfCell(target.closest('[data-cell]'))] ?? '');
      }}
      onFocusIn={(event: FocusEvent) => {
        const [row, column] = ((event.target as HTMLElement).dataset.cell ?? '').split('.').map(Number);
        if (row !== undefined && column !== undefined) focus.setActive({ row, column });
      }}
    >
      <div role="rowgroup" class="grid-top" ref={head}>
        <Head order={order} onOrder={onOrder} ports={ports} />
      </div>
      <div role="rowgroup" class="grid-rows" ref={container} style={{ height: `${total}px` }}>
        {items.map((item) => {
          const row = glossary.table.row(ids[item.index] ?? '');
          if (!row) return null;
          const { index } = item;
          if (editing === row.id)
            return (
              <div
                key={item.key}
                role="row"
                class="grid-row editing"
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${topOf(item)}px)` }}
              >
                <div
                  role="gridcell"
                  aria-colspan={CELLS}
                  data-cell={`${index}.${focus.active.column}`}
                  tabIndex={-1}
                >
                  <RowForm id={row.id} ports={ports} onEnd={endEditing} />
                </div>
              </div>
            );
          return (
            <GridRow
              key={item.key}
              row={row}
              index={index}
              top={topOf(item)}
              stop={index === focus.active.row ? focus.active.column : undefined}
              isChosen={chosen.has(row.id)}
              packs={glossary.packs.value}
              onChoose={onChoose}
              onEdit={setEditing}
              ports={ports}
            />
          );
        })}
      </div>
    </div>
  );
}
