import type { ConceptKind } from './concept.ts';
import type { GlossaryEntry, ReviewState } from './entry.ts';
import { joinedKeys, keysOf, partsOfKey } from './entry-keys.ts';
import { type Side, wordingOf } from './entry-wording.ts';
import { STATUS_RANK, type TermStatus } from './status.ts';

/** What a table shows of an entry: light enough that 200,000 of them can be held, filtered and sorted. */
export interface EntryRow {
  readonly id: string;
  readonly pack: string;
  /** The wordings that name it, `''` where there is none. */
  readonly zh: string;
  readonly en: string;
  /** Status of the English wording, or of the Chinese one when there is none. */
  readonly status: TermStatus;
  readonly kind: ConceptKind | undefined;
  readonly subject: string;
  readonly source: string;
  /** Absent for what is not reviewed here: concepts of the bundled pack. */
  readonly review: ReviewState | undefined;
  readonly mark: boolean;
  readonly updatedAt: string;
  readonly isDeleted: boolean;
  /** Folded keys of all its wordings, to be searched in (`entry-keys.ts`). */
  readonly keys: string;
}

/** The row of an entry. */
export function entryRow(entry: GlossaryEntry): EntryRow {
  const [zh, en] = [wordingOf(entry, 'zh'), wordingOf(entry, 'en')];
  const keys = keysOf(entry).map(partsOfKey);
  const keysOfSide = (side: Side) => keys.filter((key) => key.side === side).map(({ folded }) => folded);
  return {
    id: entry.id,
    pack: entry.pack,
    zh: zh?.text ?? '',
    en: en?.text ?? '',
    status: (en ?? zh)?.status ?? 'proposed',
    kind: entry.kind,
    subject: entry.subject,
    source: en?.source || zh?.source || entry.source,
    review: entry.review,
    mark: entry.mark,
    updatedAt: entry.updatedAt,
    isDeleted: entry.deletedAt !== undefined,
    keys: joinedKeys(keysOfSide('zh'), keysOfSide('en')),
  };
}

/** Which rows are wanted; what is absent is any. */
export interface RowFilter {
  /** Ids of packs. */
  readonly packs?: readonly string[];
  readonly statuses?: readonly TermStatus[];
  readonly reviews?: readonly ReviewState[];
  readonly kinds?: readonly ConceptKind[];
  readonly subject?: string;
  /** A part of the source. */
  readonly source?: string;
  /** Words of either language, folded (`foldToKey`). */
  readonly words?: string;
  readonly mark?: boolean;
  /** Those in the bin instead of those that are not. */
  readonly isDeleted?: boolean;
}

/** By what rows are sorted. */
export interface RowOrder {
  readonly by:
    | 'zh'
    | 'en'
    | 'status'
    | 'kind'
    | 'subject'
    | 'pack'
    | 'review'
    | 'mark'
    | 'source'
    | 'updatedAt';
  readonly descending: boolean;
}

const allows = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  wanted === undefined || wanted.includes(value);

/** Whether a row is wanted. */
export function isWanted(row: EntryRow, filter: RowFilter): boolean {
  return (
    row.isDeleted === (filter.isDeleted ?? false) &&
    allows(filter.packs, row.pack) &&
    allows(filter.statuses, row.status) &&
    (filter.reviews === undefined || (row.review !== undefined && filter.reviews.includes(row.review))) &&
    (filter.kinds === undefined || (row.kind !== undefined && filter.kinds.includes(row.kind))) &&
    (filter.mark === undefined || row.mark === filter.mark) &&
    (filter.subject === undefined || row.subject === filter.subject) &&
    (filter.source === undefined || row.source.includes(filter.source)) &&
    (filter.words === undefined || row.keys.includes(filter.words))
  );
}

const REVIEW_RANK: Readonly<Record<ReviewState, number>> = { proposed: 0, reviewed: 1, approved: 2 };

/** What a row is sorted by: states by their rank, all else as it is written. */
function rankOf(row: EntryRow, by: RowOrder['by']): string | number {
  switch (by) {
    case 'status':
      return STATUS_RANK[row.status];
    case 'review':
      return row.review === undefined ? '' : REVIEW_RANK[row.review];
    case 'mark':
      return row.mark ? 0 : 1;
    default:
      return row[by] ?? '';
  }
}

/** Sorts two rows: in the order of the alphabets' code points, which needs no table of a language; empty comes last. */
export function compareRows(a: EntryRow, b: EntryRow, { by, descending }: RowOrder): number {
  const [left, right] = [rankOf(a, by), rankOf(b, by)];
  if (left === right) return a.id < b.id ? -1 : 1;
  if (left === '' || right === '') return left === '' ? 1 : -1;
  return left < right === descending ? 1 : -1;
}
