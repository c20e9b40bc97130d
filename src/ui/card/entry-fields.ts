import type { EntryTerm, GlossaryEntry } from '../../glossary/entry.ts';
import type { Side } from '../../glossary/entry-wording.ts';
import { plainWording } from '../../glossary/new-entry.ts';

/** What the editor on the card holds: the first wording of each side, and the rest of the entry in plain texts. */
export interface EntryFields {
  readonly zh: string;
  readonly en: string;
  readonly status: EntryTerm['status'];
  readonly form: EntryTerm['form'];
  readonly subject: string;
  readonly definition: string;
  readonly note: string;
}

const isOn = (term: EntryTerm, side: Side): boolean => (term.lang === 'en') === (side === 'en');

/** The fields of an entry; definition and note are those of `side`. */
export function fieldsOf(entry: GlossaryEntry, side: Side): EntryFields {
  const [zh, en] = (['zh', 'en'] as const).map((one) => entry.terms.find((term) => isOn(term, one)));
  return {
    zh: zh?.text ?? '',
    en: en?.text ?? '',
    status: en?.status ?? zh?.status ?? 'proposed',
    form: en?.form ?? zh?.form ?? 'full',
    subject: entry.subject,
    definition: entry.definition[side],
    note: entry.note[side],
  };
}

type Facts = Pick<EntryFields, 'status' | 'form'>;

/** The terms with the first of a side as it was written; an emptied one is taken away, a new one added. */
function withWritten(
  terms: readonly EntryTerm[],
  side: Side,
  text: string,
  { facts, changed }: { facts: Facts; changed: Partial<Facts> },
): readonly EntryTerm[] {
  const at = terms.findIndex((term) => isOn(term, side));
  const written = text.trim();
  if (at < 0)
    return written ? [...terms, plainWording(side === 'en' ? 'en' : 'zh-Hant', written, facts)] : terms;
  if (!written) return terms.filter((_, index) => index !== at);
  return terms.map((term, index) => (index === at ? { ...term, ...changed, text: written } : term));
}

/**
 * The entry as it was written; definition and note go to `side`, those of the other stay. Status and form are of both
 * wordings when they were chosen; else each wording keeps its own. `now` is ISO 8601 in UTC.
 */
export function entryFrom(entry: GlossaryEntry, fields: EntryFields, side: Side, now: string): GlossaryEntry {
  const before = fieldsOf(entry, side);
  const facts = { status: fields.status, form: fields.form };
  const changed = {
    ...(fields.status !== before.status && { status: fields.status }),
    ...(fields.form !== before.form && { form: fields.form }),
  };
  const withChinese = withWritten(entry.terms, 'zh', fields.zh, { facts, changed });
  const terms = withWritten(withChinese, 'en', fields.en, { facts, changed });
  return {
    ...entry,
    terms: [...terms],
    subject: fields.subject.trim(),
    definition: { ...entry.definition, [side]: fields.definition.trim() },
    note: { ...entry.note, [side]: fields.note.trim() },
    updatedAt: now,
  };
}
