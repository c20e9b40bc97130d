import { joinedKeys } from '../../../glossary/entry-keys.ts';
import type { EntryRow } from '../../../glossary/entry-row.ts';
import { BUNDLED_PACK } from '../../../glossary/pack-ids.ts';
import { preferredTerm } from '../../../glossary/preferred-term.ts';
import type { Graph } from '../../../initiatives/graph.ts';

/** The concepts of the bundled pack as rows of the table, read-only. `fold` makes search keys. */
export function conceptRows(
  { pack, source }: Graph,
  language: 'zh-Hant' | 'en',
  fold: (text: string) => string,
): EntryRow[] {
  const subjects = new Map(pack.subjects.map(({ id, label }) => [id, label[language]]));
  return pack.concepts.map((concept): EntryRow => {
    const english = preferredTerm(concept, 'en');
    const keysIn = (isEnglish: boolean) => {
      const terms = concept.terms.filter(({ lang }) => (lang === 'en') === isEnglish);
      return [...new Set(terms.map(({ text }) => fold(text)))].filter(Boolean);
    };
    const cited = source(english.source?.id ?? '');
    return {
      id: concept.id,
      pack: BUNDLED_PACK,
      zh: preferredTerm(concept, 'zh-Hant').text,
      en: english.text,
      status: english.status,
      kind: concept.kind,
      subject: subjects.get(concept.subject) ?? concept.subject,
      source: cited?.body[language] ?? '',
      review: undefined,
      mark: true,
      updatedAt: '',
      isDeleted: false,
      keys: joinedKeys(keysIn(false), keysIn(true)),
    };
  });
}
