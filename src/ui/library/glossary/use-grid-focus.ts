import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Cell, cellAfter } from './grid-keys.ts';

/** Rows that Page Up and Page Down go by when nothing can be measured. */
const SOME_ROWS = 10;

/**
 * One tab stop for all cells of a table of which only some rows are in the document; keys move it. `show` brings a row
 * into view. Cells carry `data-cell` = `row.column`, hidden ones are passed over.
 */
export function useGridFocus(
  grid: RefObject<HTMLElement | null>,
  size: { readonly rows: number; readonly columns: number; readonly rowHeight: number },
  show: (row: number) => void,
  first: number,
) {
  const [active, setActive] = useState<Cell>({ row: first, column: 1 });
  const wantsFocus = useRef(false);
  const row = Math.max(0, Math.min(active.row, size.rows - 1));
  const cellAt = (cell: Cell) =>
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}.${cell.column}"]`);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = cellAt(active);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
  });
  const isHidden = (column: number) => cellAt({ row, column })?.offsetParent === null;
  const goTo = (cell: Cell) => {
    wantsFocus.current = true;
    setActive(cell);
    if (cell.row !== active.row) show(cell.row);
  };
  /** The next cell that is not hidden, on the way that the key goes. */
  const seen = (cell: Cell): Cell => {
    const way = cell.column < active.column ? -1 : 1;
    let { column } = cell;
    while (column > 0 && column < size.columns - 1 && isHidden(column)) column += way;
    while (column > 0 && isHidden(column)) column--;
    return { row: cell.row, column };
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.altKey || event.metaKey) return false;
    const page = Math.max(1, Math.floor(innerHeight / (size.rowHeight || innerHeight / SOME_ROWS)) - 2);
    const next = cellAfter({ row, column: active.column }, event, { ...size, page });
    if (!next) return false;
    event.preventDefault();
    goTo(seen(next));
    return true;
  };
  return { active: { row, column: active.column }, setActive, goTo, onKeyDown };
}
