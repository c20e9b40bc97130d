import type { GlossaryEntry } from '../glossary/entry.ts';
import type { Highlight, HighlightChange, HighlightColour } from '../highlights/highlight.ts';
import type { Card } from '../initiatives/card-model.ts';
import type { Box } from './placement.ts';
import type { AlikeEntries } from './ports.ts';

/** What a card is shown for, and what can be done from it. */
export interface CardView {
  /** Cards of the concepts the wording may stand for, likeliest first; never empty. */
  readonly cards: readonly Card[];
  /** How many concepts beside these the wording may stand for: a card offers no more than it can show. */
  readonly more: number;
  /** The words as they stand on the page. */
  readonly surface: string;
  readonly surfaceLanguage: 'zh' | 'en';
  /** Where they stand. */
  readonly range: StaticRange | undefined;
  /** Line box of the term, CSS px of the viewport. */
  readonly anchor: Box;
  /** Opened by hand (key or tap): focus goes into the card and returns on close. */
  readonly focus: boolean;
  follow(id: string): Promise<Card | undefined>;
  collect(card: Card): Promise<void>;
  /** Keeps the words on the page as a highlight. */
  highlight(): Promise<void>;
  /** No longer marks this wording on the page, its site or anywhere. */
  silence(scope: 'page' | 'site' | 'everywhere'): Promise<void>;
  openLibrary(card: Card): void;
  /** Lists all that the wording may stand for in the library. */
  openMeanings(): void;
  /** Opens an entry of the reader's own in the library. */
  openEntry(id: string): void;
  pin(pinned: boolean): void;
  close(): void;
}

/** Names that the reader gave to colours, for what they mean. */
export type ColourNames = { readonly [C in HighlightColour]?: string | undefined };

/** The button beside a selection. */
export interface SelectionView {
  readonly anchor: Box;
  readonly colourNames: ColourNames;
  /** Highlights of this page that were not found: the selection may be where one stands now. */
  readonly lost: readonly Highlight[];
  /** A highlight that the selection overlaps and may replace the words of. */
  readonly touched: Highlight | undefined;
  keep(colour: HighlightColour): void;
  /** Puts a highlight onto the selected words. */
  putOnto(id: string): void;
  /** Opens the editor of an entry with the selected words. */
  collect(): void;
}

/** An end of a highlight, and the way it goes by one word. */
export type Edge = 'start' | 'end';

/** The small editor of a highlight on the page. */
export interface HighlightView {
  readonly highlight: Highlight;
  /**
   * Calls `onChange` with the highlight whenever it is another, by whichever hand; with undefined when it is gone. The
   * answer ends it.
   */
  watch(onChange: (highlight: Highlight | undefined) => void): () => void;
  readonly anchor: Box;
  readonly colourNames: ColourNames;
  /** Resolves when it is stored; rejects when it could not be, and the reader was told. */
  change(change: HighlightChange): Promise<void>;
  /** Moves an end by a word; resolves to the quote as it is then. */
  adjust(edge: Edge, direction: 'wider' | 'narrower'): Promise<string>;
  settle(how: 'accept' | 'record'): Promise<void>;
  listTags(): Promise<string[]>;
  remove(): Promise<void>;
  openLibrary(): void;
  close(): void;
}

/** The editor of an entry of the reader's own glossary. */
export interface EntryView {
  /** The entry as it is stored, or a draft of a new one. */
  readonly entry: GlossaryEntry;
  /** Text of the page around it: it may set the words beside those of the other language. */
  readonly around: string;
  readonly anchor: Box;
  /** Entries of all glossaries that share a term with these words. */
  alike(zh: string, en: string): Promise<AlikeEntries>;
  /** Stores it and closes the editor; rejects when it could not be stored, and the reader was told. */
  save(entry: GlossaryEntry): Promise<void>;
  /** Stores what was written when the editor goes away without being saved, and tells the reader. */
  keep(entry: GlossaryEntry): void;
  openLibrary(): void;
  close(): void;
}

/** One wording of the page in the list of its terms. */
export interface ListedWording {
  readonly text: string;
  readonly language: 'zh' | 'en';
  /** How often it stands on the page. */
  readonly count: number;
}

/** The list of the terms of the page. Terms are named by their place in `terms`. */
export interface TermListView {
  readonly terms: readonly ListedWording[];
  /** The equivalents of all terms in their order, empty where none is recorded; they may come later. */
  equivalents(): Promise<readonly string[]>;
  /** Closes the list and goes on reading from the term; again, from where it stands next. */
  goTo(index: number): void;
  /** Opens the card of the term where it stands first. */
  open(index: number): void;
  close(): void;
}

/** A short notice, with a way to undo or to try again where there is one. Keys are of the interface texts. */
export interface NoticeView {
  readonly text:
    | 'notice.kept'
    | 'notice.removed'
    | 'notice.collected'
    | 'notice.silenced'
    | 'mark.nothingAlike'
    | 'mark.moved'
    | 'notice.failed'
    | 'notice.noCard'
    | 'mark.storeFailed'
    | 'notice.nothingSelected'
    | 'notice.noTerms'
    | 'notice.selecting'
    | 'notice.selected'
    | 'notice.selectingLeft'
    | 'beside.atArticle'
    | 'beside.atSection'
    | 'beside.noPlace'
    | 'notice.unread';
  /** What is filled into the text. */
  readonly values?: Readonly<Record<string, string>>;
  undo?(): void;
  retry?(): void;
  /** Opens the editor of what was just stored. */
  edit?(): void;
}

/** Our one element on the page, whatever it shows. */
export interface Surface {
  /** Said when the surface will probably be needed soon. */
  prepare(): void;
  showCard(view: CardView): void;
  showHighlight(view: HighlightView): void;
  showTerms(view: TermListView): void;
  showEntry(view: EntryView): void;
  showSelection(view: SelectionView): void;
  showNotice(view: NoticeView): void;
  /** Hides card and editor. */
  hide(): void;
  hideSelection(): void;
  /** Box of the open card or editor, CSS px of the viewport. */
  box(): Box | undefined;
  /** Whether an event on the page began in our element. */
  owns(event: Pick<Event, 'target'>): boolean;
  /** A key pressed in our element: what is shown may answer it. */
  key(event: KeyboardEvent): void;
  /** Focus into the open card. */
  focus(): void;
}

/** What a surface is made with. */
export interface SurfaceSettings {
  readonly language: 'zh-TW' | 'en';
  readonly theme: 'auto' | 'light' | 'dark';
  /** Width of the card, CSS px. */
  readonly cardWidth: number;
  /** Size of its text, per cent. */
  readonly textSize: number;
  readonly signal: AbortSignal;
}

/** Makes the surface of a page. */
export type SurfaceMaker = (settings: SurfaceSettings) => Surface;
