import commonAbbreviations from '../../assets/text/common-abbreviations.json' with { type: 'json' };
import { foldToKey } from '../text/fold.ts';
import type { MatchTerm } from './match-term.ts';

/** What a hit of a term must still satisfy. Absent: nothing to ask. Stored in the image as JSON. */
export interface TermRules {
  /** Never marked; it is in the image only as a homonym. */
  never?: true;
  /** The wording, where its exact form matters (homonyms). */
  text?: string;
  /** Letters must stand exactly so. */
  exact?: string;
  /** The first letter must be a capital. */
  capital?: true;
  /** Keys, one of which must stand near. */
  near?: string[];
  /** Keys that must not stand directly before or after. */
  notAfter?: string[];
  notBefore?: string[];
  /** Terms of the same concept, one of which must stand in the text (or have been seen on the page). */
  full?: number[];
}

const COMMON = new Set(commonAbbreviations.words);
const CAPITALS = /^[A-Z][A-Z0-9&.+-]*[A-Z0-9+]$/;
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

/** Whether the term is so short or so common a word that only its full form on the page vouches for it. */
export function needsFullForm(term: MatchTerm): boolean {
  return COMMON.has(term.text.toUpperCase()) && CAPITALS.test(term.text);
}

function keys(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map(foldToKey).filter((key) => key.length > 0);
}

/** The rules of a term, or null when it has none. `fullForms`: numbers of the full forms of its concept. */
export function rulesOf(
  term: MatchTerm,
  fullForms: (concept: string) => readonly number[],
): TermRules | null {
  const { advice } = term;
  const letters = hasLetters(term.text);
  if (!advice && !letters) return null;
  const rules: TermRules = {};
  if (advice?.mark === 'never') rules.never = true;
  if (advice?.mark === 'context') rules.near = keys(advice.near);
  if (advice && advice.notAfter.length > 0) rules.notAfter = keys(advice.notAfter);
  if (advice && advice.notBefore.length > 0) rules.notBefore = keys(advice.notBefore);
  if (letters && needsExactCase(term)) rules.exact = term.text;
  else if (letters && ONE_CAPITALISED_WORD.test(term.text) && advice?.case !== 'free') rules.capital = true;
  if (letters && needsFullForm(term)) rules.full = [...fullForms(term.concept)];
  return Object.keys(rules).length > 0 ? rules : null;
}
