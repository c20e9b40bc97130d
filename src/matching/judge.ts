import { foldToKey } from '../text/fold.ts';
import { isAbout, isAbroad, type TextOfCountry } from './abroad.ts';
import type { TermIndex } from './image.ts';
import { TERM_FLAG } from './image-layout.ts';
import {
  flagsOf,
  hasJurisdictions,
  homonymsOf,
  homonymText,
  jurisdictionOf,
  rulesFor,
} from './image-rules.ts';
import { adjacentCue, isJoined } from './jurisdiction-cues.ts';
import { isCapitalLetter } from './letter-case.ts';
import { blockAround, exactlyWritten, rankCandidates } from './rank-candidates.ts';
import { followsOneOf, keyHolds, precedesOneOf } from './surroundings.ts';
import type { TermRules } from './term-rules.ts';

/** What is known beyond the text. */
export interface RecogniseOptions {
  /** Whose page it is: decides between homonyms when the text does not. */
  jurisdiction?: string;
  /** Title and headings that the text stands under: cues in them count for all of it. */
  context?: string;
  /** Terms found earlier on the same page, by number: they vouch for abbreviations. */
  seen?: ReadonlySet<number>;
  /** Terms not to be marked here, by number. */
  excluded?: ReadonlySet<number>;
}

/** What judging one text needs: the text, and what was worked out about it so far. */
export interface Facts {
  readonly index: TermIndex;
  readonly text: string;
  readonly options: RecogniseOptions;
  /** Terms found in this text, found out when first asked for. */
  found(): ReadonlySet<number>;
  /** The last block whose key was made. */
  block: { start: number; end: number; key: string };
  contextKey: string | undefined;
  /** What says which country the text is about. */
  readonly about: TextOfCountry;
  /** The last hit with a country beside it, marked or not. */
  owned: { end: number; jurisdiction: string } | undefined;
}

/** A block shorter than this (a heading, a cell, an item) is read together with its neighbours, in UTF-16 units. */
const SHORT_BLOCK = 60;
/** How far the neighbours of a short block are read. */
const NEIGHBOURHOOD = 200;

/** The block around an offset, or a short one with what stands beside it, as a key. */
function blockKey(facts: Facts, offset: number): string {
  if (offset >= facts.block.start && offset < facts.block.end) return facts.block.key;
  const { text } = facts;
  const block = blockAround(text, offset);
  const short = block.end - block.start < SHORT_BLOCK;
  const from = short ? Math.max(0, block.start - NEIGHBOURHOOD) : block.start;
  const to = short ? block.end + NEIGHBOURHOOD : block.end;
  facts.block = { ...block, key: foldToKey(text.slice(from, to)) };
  return facts.block.key;
}

function hasCue(facts: Facts, start: number, near: readonly string[]): boolean {
  const key = blockKey(facts, start);
  if (near.some((cue) => keyHolds(key, cue))) return true;
  facts.contextKey ??= foldToKey(facts.options.context ?? '');
  const context = facts.contextKey;
  return context.length > 0 && near.some((cue) => keyHolds(context, cue));
}

function isSeen(facts: Facts, terms: readonly number[]): boolean {
  return (
    terms.some((term) => facts.options.seen?.has(term) ?? false) ||
    terms.some((term) => facts.found().has(term))
  );
}

/** Letters as the term has them; what follows them (a plural ending) in small letters. */
function hasExactCase(surface: string, exact: string): boolean {
  if (surface.startsWith(exact)) return !/[A-Z]/.test(surface.slice(exact.length));
  let at = 0;
  for (const letter of exact.matchAll(/\p{L}/gu)) {
    while (at < surface.length && !/\p{L}/u.test(surface.charAt(at))) at++;
    if (surface.charAt(at) !== letter[0]) {
      const [a, b] = [surface.charAt(at).normalize('NFKC'), letter[0].normalize('NFKC')];
      if (a !== b && (a.toLowerCase() !== a || b.toLowerCase() !== b || foldToKey(a) !== foldToKey(b)))
        return false;
    }
    at++;
  }
  return /^[^A-Z]*$/.test(surface.slice(at));
}

/** Whether a cue stands near, or what does as well. */
function standsInContext(facts: Facts, term: number, rules: TermRules, start: number): boolean {
  if (!rules.near || hasCue(facts, start, rules.near)) return true;
  if (rules.instead && isSeen(facts, rules.instead)) return true;
  return rules.home === true && isAbout(facts.about, jurisdictionOf(facts.index, term));
}

function obeys(facts: Facts, term: number, rules: TermRules, start: number, end: number): boolean {
  const { text } = facts;
  if (rules.exact !== undefined && !hasExactCase(text.slice(start, end), rules.exact)) return false;
  if (rules.notAfter && followsOneOf(text, start, rules.notAfter)) return false;
  if (rules.notBefore && precedesOneOf(text, end, rules.notBefore)) return false;
  if (!standsInContext(facts, term, rules, start)) return false;
  return !rules.full || isSeen(facts, rules.full);
}

/** Whether letters stand as the flags of a homonym ask, which has some. A term without homonyms was asked by the scanner. */
function fitsLetters(facts: Facts, term: number, flags: number, start: number, end: number): boolean {
  if ((flags & TERM_FLAG.capitals) === 0) return isCapitalLetter(facts.text.charCodeAt(start));
  const text = homonymText(facts.index, term);
  return text === undefined || hasExactCase(facts.text.slice(start, end), text);
}

/** Whether one term fits a hit. `beside`: the jurisdiction of the country named beside it. */
function fits(facts: Facts, term: number, start: number, end: number, beside: string | undefined): boolean {
  const { index } = facts;
  if (facts.options.excluded?.has(term)) return false;
  if (beside !== undefined) {
    const own = jurisdictionOf(index, term);
    if (own !== 'INT' && own !== beside) return false;
  }
  const flags = flagsOf(index, term);
  if ((flags & TERM_FLAG.never) !== 0) return false;
  if (
    (flags & (TERM_FLAG.capital | TERM_FLAG.capitals)) !== 0 &&
    !fitsLetters(facts, term, flags, start, end)
  )
    return false;
  const rules = (flags & TERM_FLAG.rules) === 0 ? null : rulesFor(index, term);
  if (rules === null) return true;
  if (!obeys(facts, term, rules, start, end)) return false;
  if (rules.abroad === undefined || beside !== undefined) return true;
  return !isAbroad(facts.about, jurisdictionOf(index, term), rules.abroad, start, end);
}

/** Jurisdiction of the country named beside a hit, or beside the name that it is joined to. */
function countryBeside(facts: Facts, start: number, end: number): string | undefined {
  const { text, owned } = facts;
  const joined = owned && isJoined(text, owned.end, start) ? owned.jurisdiction : undefined;
  const jurisdiction = adjacentCue(text, start, end)?.jurisdiction ?? joined;
  if (jurisdiction !== undefined) facts.owned = { end, jurisdiction };
  return jurisdiction;
}

/** The term to report for a hit, or -1 when it is not to be marked. `leads`: what the tries report for its key (`leadOf`). */
export function judgeHit(facts: Facts, start: number, end: number, leads: readonly number[]): number {
  const { text, index, options } = facts;
  const countries = hasJurisdictions(index);
  const beside = countries ? countryBeside(facts, start, end) : undefined;
  const fitting = homonymsOf(index, leads).filter((member) => fits(facts, member, start, end, beside));
  if (fitting.length < 2) return fitting[0] ?? -1;
  if (!countries) return exactlyWritten(index, fitting, text.slice(start, end));
  return rankCandidates(index, fitting, text, start, end, options.jurisdiction)[0]?.term ?? -1;
}
