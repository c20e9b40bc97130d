import { allLines } from './text-width.ts';

/** A paragraph of a cell. */
interface Block {
  readonly text: string;
  readonly kind: 'head' | 'plain' | 'second';
}

interface Cell {
  readonly column: number;
  /** Rows that it stands in. */
  readonly rows: number;
  readonly blocks: readonly Block[];
}

/** Measures, CSS px. */
const WIDTHS = [132, 420, 420];
const PADDING = 10;
const SIDE = 20;
const SIZES = { head: 17, plain: 14, second: 12.5 } as const;
const WEIGHTS = { head: 700, plain: 400, second: 400 } as const;
const LEADING = 1.5;
const CREDIT = 36;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a cell says, by paragraph; text that stands in none is one. */
function blocksOf(cell: HTMLTableCellElement): Block[] {
  const isHead = cell.scope === 'col';
  const paragraphs = isHead ? [...cell.children] : [...cell.querySelectorAll('p')];
  const parts: readonly Element[] = paragraphs.length > 0 ? paragraphs : [cell];
  return parts.flatMap((part) => {
    const said = tidy(part.textContent ?? '');
    // As the style sheet of the page has it.
    const text = cell.scope ? said.charAt(0).toLocaleUpperCase() + said.slice(1) : said;
    const kind = part.matches('.second, .cite') || cell.scope.startsWith('row') ? 'second' : 'plain';
    return text === '' ? [] : [{ text, kind: isHead && kind === 'plain' ? 'head' : kind }];
  });
}

/** The table as it stands on the page. Only its first column has cells of several rows. */
function cellsOf(table: HTMLTableElement): Cell[][] {
  return [...table.rows].map((row) => {
    const cells = [...row.cells];
    const before = WIDTHS.length - cells.length;
    return cells.map((cell, at) => ({
      column: before + at,
      rows: cell.rowSpan,
      blocks: blocksOf(cell),
    }));
  });
}

interface Line {
  readonly text: string;
  readonly kind: Block['kind'];
  /** Middle of the line below the top of its cell, CSS px. */
  readonly y: number;
}

function linesOf({ blocks, column }: Cell): { lines: Line[]; height: number } {
  const lines: Line[] = [];
  let height = PADDING;
  for (const { text, kind } of blocks) {
    const size = SIZES[kind];
    for (const line of allLines(text, size, WIDTHS[column]! - 2 * PADDING, WEIGHTS[kind])) {
      lines.push({ text: line, kind, y: height + (size * LEADING) / 2 });
      height += size * LEADING;
    }
  }
  return { lines, height: height + PADDING };
}

/** A table of two things side by side as a drawing: for files, not for the screen. */
export function TablePicture(props: { table: HTMLTableElement; title: string; credit: string }) {
  const { table, title, credit } = props;
  const rows = cellsOf(table).map((cells) => cells.map((cell) => ({ ...cell, ...linesOf(cell) })));
  const heights = rows.map((cells) =>
    Math.max(...cells.map(({ rows: spanned, height }) => (spanned > 1 ? 0 : height))),
  );
  const tops = heights.map((_, at) => SIDE + heights.slice(0, at).reduce((sum, one) => sum + one, 0));
  const left = (column: number) => SIDE + WIDTHS.slice(0, column).reduce((sum, one) => sum + one, 0);
  const bottom = SIDE + heights.reduce((sum, one) => sum + one, 0);
  const width = left(WIDTHS.length) + SIDE;
  const height = Math.ceil(bottom + CREDIT);
  return (
    <svg class="picture as-drawn" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{title}</title>
      {rows.flatMap((cells, row) =>
        cells.map(({ column, rows: spanned, lines }) => (
          <g key={`${row} ${column}`}>
            <rect
              class="cell"
              x={left(column)}
              y={tops[row]}
              width={WIDTHS[column]}
              height={heights.slice(row, row + spanned).reduce((sum, one) => sum + one, 0)}
            />
            {lines.map(({ text, kind, y }) => (
              <text key={y} class={kind} x={left(column) + PADDING} y={tops[row]! + y}>
                {text}
              </text>
            ))}
          </g>
        )),
      )}
      <text class="credit" x={SIDE} y={bottom + CREDIT / 2}>
        {credit}
      </text>
    </svg>
  );
}
