import type { EntryTerm, GlossaryEntry } from './entry.ts';

/** A term with nothing said but its words, or with what `facts` say. */
export function plainWording(
  lang: EntryTerm['lang'],
  text: string,
  facts: Partial<Omit<EntryTerm, 'lang' | 'text'>> = {},
): EntryTerm {
  return {
    lang,
    text,
    form: 'full',
    status: 'proposed',
    source: '',
    usage: '',
    partOfSpeech: '',
    region: '',
    from: '',
    to: '',
    ...facts,
  };
}

/** What an entry must at least say, and what else is known of it. */
export type EntryFacts = Pick<GlossaryEntry, 'id' | 'pack' | 'terms' | 'createdAt' | 'updatedAt'> &
  Partial<GlossaryEntry>;

/** An entry with all that is not said left empty. */
export function entryWith(facts: EntryFacts): GlossaryEntry {
  return {
    subject: '',
    definition: { zh: '', en: '' },
    note: { zh: '', en: '' },
    source: '',
    review: 'proposed',
    reviewedBy: '',
    reviewedOn: '',
    mark: true,
    contexts: [],
    other: [],
    ...facts,
  };
}
