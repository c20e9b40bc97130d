/** A cell of a table, both counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** How large the table is, and how many rows one page of it is. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

const between = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/**
 * The cell that a key leads to, after the keyboard pattern of grids (ARIA Authoring Practices): arrows by one, Home and
 * End within the row, with Ctrl to the first and the last row, Page Up and Page Down by a page. `undefined` for keys that
 * do not move.
 */
export function cellAfter(
  { row, column }: Cell,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { rows, columns, page }: GridSize,
): Cell | undefined {
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: between(nextRow, rows - 1),
    column: between(nextColumn, columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return ctrlKey ? to(0, column) : to(row, 0);
    case 'End':
      return ctrlKey ? to(rows - 1, column) : to(row, columns - 1);
    default:
      return undefined;
  }
}
