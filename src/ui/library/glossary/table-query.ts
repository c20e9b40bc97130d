import { type ConceptKind, conceptKindSchema } from '../../../glossary/concept.ts';
import { type ReviewState, reviewStateSchema } from '../../../glossary/entry.ts';
import type { RowFilter, RowOrder } from '../../../glossary/entry-row.ts';
import { type TermStatus, termStatusSchema } from '../../../glossary/status.ts';

/** What the table of the glossary shows, as it stands in the address: a reload keeps it. Empty is any. */
export interface TableQuery {
  readonly words: string;
  readonly pack: string;
  readonly status: TermStatus | '';
  readonly review: ReviewState | '';
  readonly kind: ConceptKind | '';
  readonly subject: string;
  /** A part of the source. */
  readonly source: string;
  /** Only entries that are not marked on pages. */
  readonly unmarked: boolean;
  /** Entries in the bin instead of the others. */
  readonly bin: boolean;
  readonly by: RowOrder['by'];
  readonly descending: boolean;
}

/** Columns that the table can be sorted by. */
const SORTED = [
  'zh',
  'en',
  'status',
  'kind',
  'subject',
  'pack',
  'review',
  'mark',
  'source',
  'updatedAt',
] as const satisfies readonly RowOrder['by'][];

/** All entries, the last changed first. */
export const WHOLE_TABLE: TableQuery = {
  words: '',
  pack: '',
  status: '',
  review: '',
  kind: '',
  subject: '',
  source: '',
  unmarked: false,
  bin: false,
  by: 'updatedAt',
  descending: true,
};

const oneOf = <T extends string>(options: readonly T[], value: string | null): T | '' =>
  options.find((option) => option === value) ?? '';

/** The query of an address; what is not understood is left out. */
export function readTableQuery(query: string): TableQuery {
  const found = new URLSearchParams(query);
  const [by, way] = (found.get('sort') ?? '').split(' ');
  const column = SORTED.find((known) => known === by);
  return {
    words: found.get('q') ?? '',
    pack: found.get('pack') ?? '',
    status: oneOf(termStatusSchema.options, found.get('status')),
    review: oneOf(reviewStateSchema.options, found.get('review')),
    kind: oneOf(conceptKindSchema.options, found.get('kind')),
    subject: found.get('subject') ?? '',
    source: found.get('source') ?? '',
    unmarked: found.get('marked') === 'no',
    bin: found.get('in') === 'bin',
    by: column ?? WHOLE_TABLE.by,
    descending: column ? way === 'down' : WHOLE_TABLE.descending,
  };
}

/** The query as it stands in the address, without what is as usual. */
export function writeTableQuery(query: TableQuery): string {
  const { words, pack, status, review, kind, subject, source, unmarked, bin, by, descending } = query;
  const isUsual = by === WHOLE_TABLE.by && descending === WHOLE_TABLE.descending;
  const said = {
    q: words,
    pack,
    status,
    review,
    kind,
    subject,
    source,
    marked: unmarked ? 'no' : '',
    in: bin ? 'bin' : '',
    sort: isUsual ? '' : `${by}${descending ? ' down' : ''}`,
  };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')).toString();
}

/** Whether anything but the order is asked for. */
export function isNarrowed(query: TableQuery): boolean {
  const { by: _, descending: __, ...asked } = query;
  return Object.values(asked).some((value) => value !== '' && value !== false);
}

/** The same for the list of rows. `fold` makes search keys. */
export function filterOf(query: TableQuery, fold: (text: string) => string): RowFilter {
  const words = fold(query.words.normalize('NFC'));
  return {
    ...(words && { words }),
    ...(query.pack && { packs: [query.pack] }),
    ...(query.status && { statuses: [query.status] }),
    ...(query.review && { reviews: [query.review] }),
    ...(query.kind && { kinds: [query.kind] }),
    ...(query.subject && { subject: query.subject }),
    ...(query.source && { source: query.source }),
    ...(query.unmarked && { mark: false }),
    isDeleted: query.bin,
  };
}
