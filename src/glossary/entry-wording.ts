import type { EntryTerm, GlossaryEntry } from './entry.ts';
import { plainWording } from './new-entry.ts';
import { STATUS_RANK } from './status.ts';
import { FORM_RANK } from './term.ts';

/** A side of a glossary: Chinese of either script, or English. */
export type Side = 'zh' | 'en';

/** Terms of one side, best first: better status, Traditional before Simplified, fuller form, then the order given. */
export function wordingsOf({ terms }: Pick<GlossaryEntry, 'terms'>, side: Side): EntryTerm[] {
  return terms
    .filter(({ lang }) => (lang === 'en') === (side === 'en'))
    .sort(
      (a, b) =>
        STATUS_RANK[a.status] - STATUS_RANK[b.status] ||
        Number(a.lang === 'zh-Hans') - Number(b.lang === 'zh-Hans') ||
        FORM_RANK[a.form] - FORM_RANK[b.form],
    );
}

/** The wording to name an entry by on one side; `undefined` when it has none there. */
export function wordingOf(entry: Pick<GlossaryEntry, 'terms'>, side: Side): EntryTerm | undefined {
  return wordingsOf(entry, side)[0];
}

/** The entry with the first wording of one side replaced (taken away when empty); its other facts stay. */
export function withWording<E extends Pick<GlossaryEntry, 'terms'>>(entry: E, side: Side, text: string): E {
  const best = wordingOf(entry, side);
  const written = text.trim();
  if (!best) {
    if (written === '') return entry;
    const added = plainWording(side === 'en' ? 'en' : 'zh-Hant', written);
    return { ...entry, terms: side === 'en' ? [...entry.terms, added] : [added, ...entry.terms] };
  }
  const terms =
    written === ''
      ? entry.terms.filter((term) => term !== best)
      : entry.terms.map((term) => (term === best ? { ...term, text: written } : term));
  return terms.length > 0 ? { ...entry, terms } : entry;
}
