import type { TermStatus } from '../glossary/status.ts';
import type { TermForm } from '../glossary/term.ts';

/** A wording as a check needs it. */
export interface BaseTerm {
  readonly lang: string;
  readonly text: string;
  readonly form: TermForm;
  readonly status: TermStatus;
}

/** The glossaries that a text is checked against. */
export interface TermBase {
  /** Wordings of a concept in all languages, best first; none for an unknown id. */
  termsOf(concept: string): readonly BaseTerm[];
}
