import type { ComponentChildren } from 'preact';
import type { EntryRow, RowOrder } from '../../../glossary/entry-row.ts';
import { BUNDLED_PACK } from '../../../glossary/pack-ids.ts';
import { conceptHref } from '../concept-link.tsx';
import type { LibraryPorts } from '../ports.ts';
import { entryHref } from './entry-address.ts';
import { packName } from './pack-name.ts';

/** Columns of the table after the one for choosing, in their order. */
export const COLUMNS = [
  { id: 'zh', label: 'glossary.chinese' },
  { id: 'en', label: 'glossary.english' },
  { id: 'status', label: 'library.status' },
  { id: 'kind', label: 'library.kind' },
  { id: 'subject', label: 'library.subject' },
  { id: 'pack', label: 'desk.pack' },
  { id: 'review', label: 'desk.review' },
  { id: 'mark', label: 'desk.marking' },
] as const satisfies readonly { id: RowOrder['by']; label: string }[];

/** Whether an entry can be changed here. */
export const isOwn = ({ pack }: Pick<EntryRow, 'pack'>): boolean => pack !== BUNDLED_PACK;

/** Where a row leads: the editor, or the page of a concept of the bundled pack. */
export function rowHref(row: EntryRow): string {
  return isOwn(row) ? entryHref(row.id) : conceptHref({ id: row.id, kind: row.kind ?? 'concept' });
}

/** What stands in the cell of a column. */
export function cellOf(
  row: EntryRow,
  column: (typeof COLUMNS)[number]['id'],
  ports: LibraryPorts,
): ComponentChildren {
  const { t } = ports;
  switch (column) {
    case 'zh':
    case 'en':
      return (
        <a href={rowHref(row)} tabIndex={-1} lang={column === 'zh' ? 'zh-Hant' : 'en'}>
          {row[column] || '—'}
        </a>
      );
    case 'status':
      return <span class={`status status-${row.status}`}>{t(`status.${row.status}`)}</span>;
    case 'kind':
      return row.kind ? t(`kind.${row.kind}`) : '';
    case 'subject':
      return row.subject;
    case 'pack':
      return packName(row.pack, ports);
    case 'review':
      return row.review ? t(`desk.state.${row.review}`) : '';
    case 'mark':
      return row.mark ? t('desk.marked') : t('desk.unmarked');
  }
}
