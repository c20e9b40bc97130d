/** A row of a table as it stood in the file. */
export interface TableRow {
  /** Its number in the file, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Columns (from 0) whose cell holds a formula; absent when none does. */
  readonly formulas?: readonly number[];
}

/** Cells joined into one; both ends inclusive, rows by index into `rows`, columns from 0. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One sheet of a workbook, or the whole of a delimited file. */
export interface Table {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly TableRow[];
}

/** Rows at the top in which a merged title may stand. */
const HEAD_ROWS = 15;

/**
 * Rows with the text of merged cells in all their cells: down the rows always, across columns only in the head of the
 * table and only where the merge is narrower than the table, because a title or a note spans it.
 */
export function spreadMerged(rows: readonly TableRow[], merges: readonly MergedCells[]): TableRow[] {
  if (merges.length === 0) return [...rows];
  const grid = rows.map(({ cells }) => [...cells]);
  let width = 0;
  for (const { cells } of rows) width = Math.max(width, cells.length);
  for (const { top, bottom, left, right } of merges) {
    const across = top < HEAD_ROWS && right - left + 1 < width;
    if (right > left && right - left + 1 >= width) continue;
    const text = grid[top]?.[left] ?? '';
    for (let row = top; row <= Math.min(bottom, grid.length - 1); row++) {
      const cells = grid[row];
      for (let column = left; cells && column <= (across ? Math.min(right, width - 1) : left); column++) {
        while (cells.length <= column) cells.push('');
        if (!cells[column]) cells[column] = text;
      }
    }
  }
  return rows.map((row, at) => ({ ...row, cells: grid[at] ?? row.cells }));
}
