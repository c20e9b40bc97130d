import type { GlossaryEntry } from '../glossary/entry.ts';
import type { TermLanguage } from '../glossary/language.ts';
import type { TermStatus } from '../glossary/status.ts';
import type { Highlight, HighlightChange, Reanchoring, StateReport } from '../highlights/highlight.ts';
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

/** A page state as anchoring encodes it. */
export type EncodedPage = Uint8Array<ArrayBuffer>;

/** An entry or concept that shares a term with another. */
export interface AlikeEntry {
  readonly id: string;
  readonly packTitle: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly status: TermStatus;
}

/** Entries that share a term, by the side on which they do. */
export interface AlikeEntries {
  readonly sameZh: readonly AlikeEntry[];
  readonly sameEn: readonly AlikeEntry[];
}

/** What the reader asks of the outside. Each may reject; the reader then does without. */
export interface ReaderPorts {
  /** `context`: title and headings of the page; `seen`: concepts found on it before. */
  recognise(text: string, context: string, seen: readonly string[]): Promise<RecognisedText>;
  /** Cards of concepts; `onDate` (`YYYY-MM-DD` or less) asks for the names of that day. */
  describe(concepts: readonly string[], onDate?: string): Promise<Card[]>;
  listHighlights(): Promise<Highlight[]>;
  /** Versions of pages that highlights were made on. */
  readPages(hashes: readonly string[]): Promise<{ hash: string; state: EncodedPage }[]>;
  saveHighlight(highlight: Highlight, page?: EncodedPage): Promise<Highlight>;
  changeHighlight(id: string, change: HighlightChange): Promise<Highlight>;
  reanchorHighlight(id: string, to: Reanchoring, page?: EncodedPage): Promise<Highlight>;
  settleHighlight(id: string, how: 'accept' | 'record'): Promise<void>;
  removeHighlight(id: string): Promise<void>;
  restoreHighlight(id: string): Promise<void>;
  reportStates(states: readonly StateReport[], page?: EncodedPage): Promise<void>;
  /** Tags in use. */
  listTags(): Promise<string[]>;
  /** Puts a term into the reader's own glossary; collected again, only its new context is added. */
  collect(entry: GlossaryEntry): Promise<GlossaryEntry>;
  /** Stores an entry as it was written in the editor. */
  putEntry(entry: GlossaryEntry): Promise<GlossaryEntry>;
  /** Puts an entry into the bin. */
  removeEntry(id: string): Promise<void>;
  /** Entries of all glossaries that share a Chinese or an English term with these words. */
  alike(zh: string, en: string): Promise<AlikeEntries>;
  /** No longer marks a wording; resolves when that is stored. */
  silence(id: string, term: string, scope: 'page' | 'site' | 'everywhere'): Promise<void>;
  unsilence(id: string): Promise<void>;
  openLibrary(hash: `#/${string}`): Promise<void>;
}
