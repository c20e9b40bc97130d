import type { MatchAdvice, TermForm } from '../glossary/term.ts';

/** A wording as the recogniser needs it. Its number is its index in the list that is compiled. */
export interface MatchTerm {
  text: string;
  /** BCP 47: `zh-Hant`, `zh-Hans`, `en`. */
  lang: string;
  form: TermForm;
  /** Concept id. */
  concept: string;
  /** ISO 3166-1 alpha-2, `EU`, or `INT`, which no country's name suppresses. */
  jurisdiction: string;
  /** Lower is preferred: pack priority, then status. */
  rank: number;
  advice?: MatchAdvice;
  /** Made by a converter, written by nobody. */
  generated?: true;
}
