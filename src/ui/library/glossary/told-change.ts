import type { GlossaryEntry } from '../../../glossary/entry.ts';
import type { EntryStepRow } from '../../../glossary/entry-step.ts';
import type { Texts } from '../../shared/texts.ts';

/** A field before and after a deed, in words. */
export interface ToldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

type Field = EntryStepRow['fields'][number];

function told(field: Field, side: Partial<GlossaryEntry>, t: Texts): string {
  switch (field) {
    case 'terms':
      return (side.terms ?? [])
        .map((term) => {
          const facts = [
            t(`form.${term.form}`),
            t(`status.${term.status}`),
            term.source,
            term.usage,
            term.region,
          ];
          return `${term.text} (${[...facts, term.from, term.to].filter(Boolean).join(', ')})`;
        })
        .join('\n');
    case 'definition':
    case 'note':
      return [side[field]?.zh, side[field]?.en].filter(Boolean).join('\n');
    case 'contexts':
      return (side.contexts ?? []).map(({ sentence, address }) => `${sentence} ${address}`.trim()).join('\n');
    case 'other':
      return (side.other ?? []).map(({ name, value }) => `${name}: ${value}`).join('\n');
    case 'kind':
      return side.kind ? t(`kind.${side.kind}`) : '';
    case 'review':
      return side.review ? t(`desk.state.${side.review}`) : '';
    case 'mark':
      return side.mark === undefined ? '' : t(side.mark ? 'desk.marked' : 'desk.unmarked');
    case 'deletedAt':
      return side.deletedAt ? t('highlights.bin') : t('desk.inUse');
    default:
      return String(side[field] ?? '');
  }
}

const NAMES: Readonly<Partial<Record<Field, string>>> = {
  terms: 'glossary.terms',
  definition: 'glossary.definition',
  note: 'glossary.note',
  contexts: 'desk.contexts',
  other: 'desk.otherFacts',
  kind: 'library.kind',
  subject: 'library.subject',
  source: 'initiatives.source',
  review: 'desk.review',
  reviewedBy: 'desk.reviewedBy',
  reviewedOn: 'desk.reviewedOn',
  mark: 'desk.marking',
  pack: 'desk.pack',
  deletedAt: 'desk.place',
};

/** What a deed did to an entry, field by field, always in the same order. Fields without a name for the reader are left out. */
export function toldChanges(
  { fields, before, after }: EntryStepRow,
  t: Texts,
  nameOfPack: (id: string) => string,
): ToldChange[] {
  return (Object.keys(NAMES) as Field[])
    .filter((field) => fields.includes(field))
    .map((field) => ({
      field: t(NAMES[field] ?? field),
      before: field === 'pack' ? nameOfPack(before.pack ?? '') : told(field, before, t),
      after: field === 'pack' ? nameOfPack(after.pack ?? '') : told(field, after, t),
    }));
}
