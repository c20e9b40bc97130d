import type { CollectedEntry } from '../glossary/collected-entry.ts';
import type { TermLanguage } from '../glossary/language.ts';
import type { Highlight, HighlightChange, HighlightState } from '../highlights/highlight.ts';
import type { Card } from '../initiatives/card-model.ts';

/** A wording that was found, with the concepts it may stand for, likeliest first. */
export interface MatchedTerm {
  readonly concepts: readonly string[];
  readonly term: string;
  readonly lang: TermLanguage;
  /** Why the first of several concepts is the likeliest. */
  readonly reason?: string | undefined;
}

/** What a recogniser answers: triples start, end (UTF-16 units of the text), index into `matched`. */
export interface RecognisedText {
  readonly spans: readonly number[];
  readonly matched: readonly MatchedTerm[];
}

/** What the reader asks of the outside. Each may reject; the reader then does without. */
export interface ReaderPorts {
  /** `context`: title and headings of the page; `seen`: concepts found on it before. */
  recognise(text: string, context: string, seen: readonly string[]): Promise<RecognisedText>;
  /** Cards of concepts; `onDate` (`YYYY-MM-DD` or less) asks for the names of that day. */
  describe(concepts: readonly string[], onDate?: string): Promise<Card[]>;
  listHighlights(): Promise<Highlight[]>;
  saveHighlight(highlight: Highlight): Promise<Highlight>;
  changeHighlight(id: string, change: HighlightChange): Promise<Highlight>;
  removeHighlight(id: string): Promise<void>;
  restoreHighlight(id: string): Promise<void>;
  reportStates(states: { id: string; state: HighlightState }[]): Promise<void>;
  collect(entry: CollectedEntry): Promise<CollectedEntry>;
  /** No longer marks a wording; resolves when that is stored. */
  silence(id: string, term: string, scope: 'page' | 'site' | 'everywhere'): Promise<void>;
  unsilence(id: string): Promise<void>;
  openLibrary(hash: `#/${string}`): Promise<void>;
}
