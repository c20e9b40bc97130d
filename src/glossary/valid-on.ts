import type { Concept } from './concept.ts';
import type { TermLanguage } from './language.ts';
import { termsIn } from './preferred-term.ts';
import { STATUS_RANK, type TermStatus } from './status.ts';
import type { Term } from './term.ts';

/** How a day lies to a stretch of time; what is not known counts as within. */
export type Standing = 'before' | 'within' | 'after';

/**
 * How `date` lies to the time from `start` to `end`, both included. Partial dates are compared as far as both are
 * known, so that a page of 2022 lies within what ended in July 2022.
 */
export function standingOn(
  time: { start?: string | undefined; end?: string | undefined },
  date: string,
): Standing {
  const compare = (bound: string) => {
    const length = Math.min(bound.length, date.length);
    const [a, b] = [date.slice(0, length), bound.slice(0, length)];
    return a < b ? -1 : a > b ? 1 : 0;
  };
  if (time.start && compare(time.start) < 0) return 'before';
  if (time.end && compare(time.end) > 0) return 'after';
  return 'within';
}

/** The status of a wording on a day: one that was given up later was official then. Undefined when it was not in use. */
export function statusOn(term: Term, date: string): TermStatus | undefined {
  const standing = standingOn({ start: term.from, end: term.to }, date);
  if (standing === 'before') return undefined;
  if (standing === 'after') return 'superseded';
  return term.status === 'superseded' && term.to ? 'official' : term.status;
}

/** A wording with the status it had on a day. */
export interface TermOn {
  readonly term: Term;
  readonly status: TermStatus;
}

/** Places in the order of offering for a day; the statuses of the terms in use then lie between the first two. */
const RENAMED_SINCE = -1;
const GIVEN_UP_BEFORE = 10;
const NOT_YET_IN_USE = 20;

function rankOn(term: Term, date: string): number {
  const status = statusOn(term, date);
  if (status === undefined) return NOT_YET_IN_USE;
  if (status === 'superseded') return GIVEN_UP_BEFORE;
  // What was replaced later was the name of its time, even where the start of the present one is not known.
  return term.status === 'superseded' ? RENAMED_SINCE : STATUS_RANK[status];
}

/**
 * Terms of a concept in one language as they stood on a day, best first: those in use then, then those given up before,
 * then those that came later (with the status they have now).
 */
export function termsOn(concept: Concept, lang: TermLanguage, date: string): TermOn[] {
  return termsIn(concept, lang)
    .sort((a, b) => rankOn(a, date) - rankOn(b, date))
    .map((term) => ({ term, status: statusOn(term, date) ?? term.status }));
}
