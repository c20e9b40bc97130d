// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed one by one cannot be those of a table element
// biome-ignore-all lint/a11y/useFocusableInteractive: as in the pattern of grids, the cells have the focus
import { Component } from 'preact';
import type { EntryRow } from '../../../glossary/entry-row.ts';
import { Icon } from '../../shared/icon.tsx';
import type { LibraryPorts } from '../ports.ts';
import { COLUMNS, cellOf, isOwn } from './row-cells.tsx';

/** Number of cells in a row: the one for choosing, the columns, the one for editing. */
export const CELLS = COLUMNS.length + 2;

interface GridRowProps {
  readonly row: EntryRow;
  readonly index: number;
  /** Distance from the top of all rows, CSS px. */
  readonly top: number;
  /** Column of the one cell that is a tab stop, if it is in this row. */
  readonly stop: number | undefined;
  readonly isChosen: boolean;
  /** Is another when names of packs are others. */
  readonly packs: unknown;
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly onEdit: (id: string) => void;
  readonly ports: LibraryPorts;
}

/** What a row shows changes with these alone; the rest is the same for all rows. */
const WATCHED = ['row', 'index', 'top', 'stop', 'isChosen', 'packs'] as const;

/** One row of the table. While the table is scrolled, rows that stay are not drawn again. */
export class GridRow extends Component<GridRowProps> {
  override shouldComponentUpdate(next: GridRowProps): boolean {
    return WATCHED.some((name) => this.props[name] !== next[name]);
  }

  #cell(column: number) {
    const { index, stop } = this.props;
    return {
      role: 'gridcell' as const,
      'aria-colindex': column + 1,
      'data-cell': `${index}.${column}`,
      tabIndex: stop === column ? 0 : -1,
    };
  }

  override render({ row, index, top, isChosen, onChoose, onEdit, ports }: GridRowProps) {
    const { t } = ports;
    const name = row.zh || row.en;
    return (
      <div
        role="row"
        class={`grid-row${row.mark ? '' : ' unmarked'}`}
        aria-rowindex={index + 2}
        aria-selected={isOwn(row) ? isChosen : undefined}
        style={{ transform: `translateY(${top}px)` }}
        onDblClick={() => isOwn(row) && onEdit(row.id)}
      >
        <div {...this.#cell(0)} class="cell-choose">
          {isOwn(row) ? (
            <input
              type="checkbox"
              tabIndex={-1}
              checked={isChosen}
              aria-label={t('desk.chooseEntry', { name })}
              onChange={(event) => onChoose(row.id, event.currentTarget.checked)}
            />
          ) : (
            <span class="silent">{t('desk.readOnly')}</span>
          )}
        </div>
        {COLUMNS.map(({ id }, column) => (
          <div {...this.#cell(column + 1)} key={id} class={`cell-${id}`}>
            <div class="clamp">{cellOf(row, id, ports)}</div>
          </div>
        ))}
        <div {...this.#cell(CELLS - 1)} class="cell-edit">
          {isOwn(row) && (
            <button
              type="button"
              class="icon"
              tabIndex={-1}
              aria-label={t('desk.editEntry', { name })}
              title={t('desk.editInPlace')}
              onClick={() => onEdit(row.id)}
            >
              <Icon name="edit" />
            </button>
          )}
        </div>
      </div>
    );
  }
}
