import commonAbbreviations from '../../assets/text/common-abbreviations.json' with { type: 'json' };
import { foldToKey } from '../text/fold.ts';
import { TERM_FLAG } from './image-layout.ts';
import { namesCountry } from './jurisdiction-cues.ts';
import type { MatchTerm } from './match-term.ts';

/** What a hit of a term must still satisfy beside its flags. Absent: nothing to ask. Stored in the image as JSON. */
export interface TermRules {
  /** Letters must stand exactly so. */
  exact?: string;
  /** Keys, one of which must stand near. */
  near?: string[];
  /** Terms of the same concept that stand for a key of `near` when they are in the text (or have been seen on the page). */
  instead?: number[];
  /** Keys that must not stand directly before or after. */
  notAfter?: string[];
  notBefore?: string[];
  /** Terms of the same concept, one of which must stand in the text (or have been seen on the page). */
  full?: number[];
  /** A key of `near` is the name of its own country: where the text is about that, it need not stand near. */
  home?: true;
  /** Not marked in a text about another country: by the country named nearest, or by those the text names at all. */
  abroad?: 'near' | 'page';
}

const COMMON = new Set(commonAbbreviations.words);
const CAPITALS = /^[A-Z][A-Z0-9&.+-]*[A-Z0-9+]$/;
/** What also numbers sections: III. */
const NUMERAL = /^[IVX]+$/;
const ONE_CAPITALISED_WORD = /^[A-Z][!-~]*$/;

function hasLetters(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) | 0x20;
    if (code >= 0x61 && code <= 0x7a) return true;
  }
  return false;
}

/** Whether letter case counts: asked for, or an abbreviation, or a single word all in capitals. */
function needsExactCase(term: MatchTerm): boolean {
  if (term.advice?.case) return term.advice.case === 'exact';
  return term.form === 'abbreviation' || CAPITALS.test(term.text);
}

/**
 * Whether a longer form on the page does as well as a cue nearby: an abbreviation that was written out once
 * (Personal Data Protection Commission (PDPC)) means the same further down.
 */
function isVouchedByLongerForm({ text, form, advice }: MatchTerm): boolean {
  if (form !== 'abbreviation' || NUMERAL.test(text)) return false;
  return advice?.mark === 'context' && advice.near.length > 0;
}

/**
 * Whether only a longer form on the page vouches for the term: it is advised so (`context` without cues), it is an
 * abbreviation that is a common word too, or a short form of one character (部).
 */
function needsLongerForm({ text, form, advice }: MatchTerm): boolean {
  if (advice?.mark === 'context' && advice.near.length === 0) return true;
  if (form === 'short' || form === 'abbreviation') if (foldToKey(text).length === 1) return true;
  return CAPITALS.test(text) && COMMON.has(text);
}

function keys(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map(foldToKey).filter((key) => key.length > 0);
}

/** Whether nothing at all is asked about hits of a term, as with most of a long list. */
export function isFree(term: MatchTerm): boolean {
  return !term.advice && term.jurisdiction === 'INT' && term.text.length > 1 && !hasLetters(term.text);
}

/** What must be asked about the letters of a term: a flag, or its exact form where they are not all capitals. */
function caseRule(term: MatchTerm): { flag: number; exact?: string } {
  if (!hasLetters(term.text)) return { flag: 0 };
  if (needsExactCase(term))
    return CAPITALS.test(term.text) ? { flag: TERM_FLAG.capitals } : { flag: 0, exact: term.text };
  const capital = ONE_CAPITALISED_WORD.test(term.text) && term.advice?.case !== 'free';
  return { flag: capital ? TERM_FLAG.capital : 0 };
}

/** The flags of a term (`TERM_FLAG`), and its rules if it has any. `fullForms` finds the numbers of the terms that vouch for it. */
export function rulesOf(
  term: MatchTerm,
  fullForms: () => readonly number[],
): { flags: number; rules: TermRules | null } {
  const { advice } = term;
  const { flag, exact } = caseRule(term);
  const rules: TermRules = {};
  if (advice?.mark === 'context' && advice.near.length > 0) {
    rules.near = keys(advice.near);
    if (advice.near.some((cue) => namesCountry(cue, term.jurisdiction))) rules.home = true;
  }
  if (advice && advice.notAfter.length > 0) rules.notAfter = keys(advice.notAfter);
  if (advice && advice.notBefore.length > 0) rules.notBefore = keys(advice.notBefore);
  if (exact !== undefined) rules.exact = exact;
  if (advice?.abroad) rules.abroad = advice.abroad;
  if (needsLongerForm(term)) rules.full = [...fullForms()];
  else if (isVouchedByLongerForm(term)) rules.instead = [...fullForms()];
  const some = Object.keys(rules).length > 0;
  const flags =
    flag |
    (advice?.mark === 'never' ? TERM_FLAG.never : 0) |
    (some ? TERM_FLAG.rules : 0) |
    (term.jurisdiction === 'INT' ? 0 : TERM_FLAG.country);
  return { flags, rules: some ? rules : null };
}
