import type { GlossaryEntry } from './entry.ts';
import { termKey } from './entry-keys.ts';

/** What is wrong with an entry that is being written. */
export type EntryProblemCode =
  /** No wording at all. */
  | 'noTerm'
  /** The same wording of one language twice; compared folded. */
  | 'sameTerm'
  /** Not a date as far as known: `2026`, `2026-05`, `2026-05-01`. */
  | 'notDate'
  /** The last date of a wording is before its first. */
  | 'endBeforeStart'
  /** A status that is claimed without a source. */
  | 'noSource'
  /** Reviewed or approved by nobody. */
  | 'noReviewer';

/** One thing that is wrong with an entry, or may be. */
export interface EntryProblem {
  readonly code: EntryProblemCode;
  /** Index of the wording; absent: the entry as a whole. */
  readonly term?: number;
  /** Whether it cannot be stored like that; else it is said and left to the one who writes. */
  readonly isError: boolean;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const isDate = (text: string): boolean => text === '' || DATE.test(text);

type Draft = Pick<GlossaryEntry, 'terms' | 'review' | 'reviewedBy' | 'reviewedOn'>;

function problemsOfTerm({ terms }: Draft, index: number): EntryProblem[] {
  const term = terms[index];
  if (!term) return [];
  const found: EntryProblem[] = [];
  const key = termKey(term);
  const others = terms.slice(0, index).filter(({ lang }) => lang === term.lang);
  const isTwice = others.some(({ text }) => text.trim() === term.text.trim());
  // Alike but not the same is how variants are written (臺 beside 台).
  if (others.some((other) => termKey(other) === key) && (isTwice || term.form !== 'variant'))
    found.push({ code: 'sameTerm', term: index, isError: isTwice });
  if (!isDate(term.from) || !isDate(term.to)) found.push({ code: 'notDate', term: index, isError: true });
  else if (term.from && term.to && term.to < term.from.slice(0, term.to.length))
    found.push({ code: 'endBeforeStart', term: index, isError: true });
  if (term.status !== 'proposed' && term.source.trim() === '')
    found.push({ code: 'noSource', term: index, isError: false });
  return found;
}

/** What is wrong with an entry; wordings that are empty are not looked at (they are not stored). */
export function problemsOf(draft: Draft): EntryProblem[] {
  const written = draft.terms.map(({ text }) => text.trim() !== '');
  if (!written.includes(true)) return [{ code: 'noTerm', isError: true }];
  const ofTerms = draft.terms.flatMap((_, index) => (written[index] ? problemsOfTerm(draft, index) : []));
  const isReviewed = draft.review !== 'proposed';
  return [
    ...ofTerms,
    ...(isDate(draft.reviewedOn) ? [] : [{ code: 'notDate', isError: true } as const]),
    ...(isReviewed && draft.reviewedBy.trim() === '' ? [{ code: 'noReviewer', isError: true } as const] : []),
  ];
}
