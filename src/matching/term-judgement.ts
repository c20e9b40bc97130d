import { TERM_FLAG } from './image-layout.ts';
import type { MatchTerm } from './match-term.ts';
import { isFree, rulesOf, type TermRules } from './term-rules.ts';

/** What is asked about hits of terms, as it goes into the image. */
export interface Judgement {
  /** By term (`TERM_FLAG`); empty when no term has any. */
  flags: Uint8Array;
  rules: Map<number, TermRules>;
  /** By term, index into `codes`; empty when all are `INT`. */
  jurisdictions: Uint8Array;
  codes: string[];
  ranks: Int32Array;
}

/** Nothing to ask: for exact matching. */
export const NO_JUDGEMENT: Judgement = {
  flags: new Uint8Array(0),
  rules: new Map(),
  jurisdictions: new Uint8Array(0),
  codes: [],
  ranks: new Int32Array(0),
};

/** By concept, the numbers of its terms that are longer than an abbreviation; worked out at first use. */
function longerForms(terms: readonly MatchTerm[]): (concept: string) => readonly number[] {
  let byConcept: Map<string, number[]> | undefined;
  return (concept) => {
    if (!byConcept) {
      byConcept = new Map();
      for (const [number, term] of terms.entries()) {
        if (term.form === 'abbreviation') continue;
        const known = byConcept.get(term.concept);
        if (known) known.push(number);
        else byConcept.set(term.concept, [number]);
      }
    }
    return byConcept.get(concept) ?? [];
  };
}

function ranksOf(terms: readonly MatchTerm[]): Int32Array {
  const first = terms[0]?.rank ?? 0;
  if (terms.every((term) => term.rank === first)) return Int32Array.of(first);
  return Int32Array.from(terms, (term) => term.rank);
}

/** Whether one form of a concept on the page vouches for another: it is another, and a short form vouches for none but abbreviations. */
function vouches(terms: readonly MatchTerm[], other: number, number: number): boolean {
  return other !== number && (terms[number]?.form !== 'short' || terms[other]?.form !== 'short');
}

/** Works out what is asked about hits of each term. */
export function judgementOf(terms: readonly MatchTerm[]): Judgement {
  const rules = new Map<number, TermRules>();
  const longer = longerForms(terms);
  const codes = ['INT'];
  let flags = new Uint8Array(0);
  let jurisdictions = new Uint8Array(0);
  for (let number = 0; number < terms.length; number++) {
    const term = terms[number];
    if (!term || isFree(term)) continue;
    const found = rulesOf(term, () => longer(term.concept).filter((other) => vouches(terms, other, number)));
    if (found.rules) rules.set(number, found.rules);
    if (found.flags === 0) continue;
    if (flags.length === 0) flags = new Uint8Array(terms.length);
    flags[number] = found.flags;
    if ((found.flags & TERM_FLAG.country) === 0) continue;
    if (jurisdictions.length === 0) jurisdictions = new Uint8Array(terms.length);
    let code = codes.indexOf(term.jurisdiction);
    if (code < 0) code = codes.push(term.jurisdiction) - 1;
    jurisdictions[number] = code;
  }
  return { flags, rules, jurisdictions, codes, ranks: ranksOf(terms) };
}
