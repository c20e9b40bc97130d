import type { Anchoring } from '../anchoring/anchoring.ts';
import type { HighlightColour } from '../highlights/highlight.ts';
import { type CardActions, type CardSubject, cardActions } from './card-actions.ts';
import { Collecting } from './collecting.ts';
import { DatedPage } from './dated-page.ts';
import { HighlightDesk } from './highlight-desk.ts';
import { KeptHighlights } from './kept-highlights.ts';
import { KeySelection } from './key-selection.ts';
import { type PageSummary, summarise } from './page-summary.ts';
import type { PageTerms } from './page-terms.ts';
import type { ReaderPorts } from './ports.ts';
import { printMarks } from './printed-marks.ts';
import { silenceTerm } from './silencing.ts';
import type { ColourNames, Surface } from './surface.ts';
import type { CardTools, TermCards } from './term-cards.ts';
import { rangeOf } from './term-hit.ts';
import type { TermPainter } from './term-painter.ts';
import { TermWalk } from './term-walk.ts';

/** What the tools work with; all is handed in. */
export interface PageToolsOptions {
  readonly ports: ReaderPorts;
  readonly surface: Surface;
  /** What finds highlights again; its code comes with the first need of it. */
  readonly anchoring: () => Promise<Anchoring>;
  readonly root: HTMLElement;
  /** Address of the document and of the page as it was opened, title, and whose it is. */
  readonly page: { address: string; url: string; title: string; agency?: string };
  readonly settings: {
    readonly selectionButton: boolean;
    readonly colourNames: ColourNames;
    readonly printMarks: boolean;
  };
  readonly terms: PageTerms;
  readonly painter: TermPainter;
  readonly cards: TermCards;
  readonly signal: AbortSignal;
}

/** What a page says of itself and of the glossary, with the highlights on it. */
export interface PageFindings extends PageSummary {
  readonly highlights: number;
  /** Ids of the page's highlights in page order, the lost ones last. */
  readonly order: readonly string[];
}

/** Makes the tools of a page. */
export type PageToolsMaker = (options: PageToolsOptions) => PageTools;

/**
 * What can be done with a page beside reading it: keeping and editing highlights, collecting, going from term to term,
 * saying what is on it. Most pages need nothing of it, so it comes as a script of its own.
 */
export class PageTools implements CardTools {
  readonly #options: PageToolsOptions;
  readonly kept: KeptHighlights;
  readonly desk: HighlightDesk;
  readonly collecting: Collecting;
  readonly selecting: KeySelection;
  readonly walk: TermWalk;
  readonly dated = new DatedPage();
  #counted: { readonly version: number; readonly summary: Promise<PageSummary> } | undefined;

  constructor(options: PageToolsOptions) {
    const { ports, surface, anchoring, root, terms, signal, settings } = options;
    this.#options = options;
    this.kept = new KeptHighlights(ports, anchoring, root, signal);
    this.desk = new HighlightDesk(
      { ...options, pageDate: () => this.dated.date(), collectSelection: () => this.collect() },
      this.kept,
      terms,
    );
    this.collecting = new Collecting(options);
    this.selecting = new KeySelection({
      root,
      say: (notice) => surface.showNotice(notice),
      keep: (range) => void this.desk.keep(range, 'yellow'),
    });
    this.walk = new TermWalk({ ...options, closeAll: () => this.#closeAll() });
    if (settings.printMarks) printMarks(terms, this.kept, signal);
  }

  /** Whether the editor of a highlight or of an entry is open. */
  get isEditing(): boolean {
    return this.desk.isEditing || this.collecting.isEditing;
  }

  /** Whether something of ours beside a card is open on the page. */
  get isOpen(): boolean {
    return this.isEditing || this.walk.isListing;
  }

  /** Closes editors and list. */
  close(): void {
    this.desk.closeEditor();
    this.collecting.close();
    this.walk.closeList();
  }

  /** What the page says of itself. Counting is done once for each state of its terms. */
  async findings(): Promise<PageFindings> {
    const { terms } = this.#options;
    const { version } = terms;
    if (this.#counted?.version !== version) this.#counted = { version, summary: summarise(terms) };
    return {
      ...(await this.#counted.summary),
      highlights: this.kept.count,
      order: this.kept.list.map(({ highlight }) => highlight.id),
    };
  }

  /** Keeps the selected text as a highlight; when nothing is selected, lets it be selected by keys. */
  highlightSelection(colour: HighlightColour = 'yellow'): void {
    this.selecting.end();
    if (this.desk.keepSelection(colour)) return;
    this.#closeAll();
    const { current } = this.#options.cards;
    const place = current && rangeOf(current);
    if (!this.selecting.begin(place)) this.#options.surface.showNotice({ text: 'notice.nothingSelected' });
  }

  /**
   * Puts the term of the open card into the reader's glossary; without a card, opens the editor of an entry with the
   * selected words, and says so when nothing is selected.
   */
  collect(): void {
    const shown = getSelection()?.isCollapsed !== false && this.#options.cards.shown;
    if (shown) {
      void this.collecting.collect(shown.card, shown.target, shown.anchor).catch(() => {});
      return;
    }
    this.#closeAll();
    this.collecting.editSelection();
  }

  /** Scrolls to a highlight and opens its editor. */
  showHighlight(id: string): void {
    this.#options.cards.dispatch({ type: 'dismiss' });
    this.desk.show(id);
  }

  /** Selects the passage that is most like a lost highlight of this page. */
  searchHighlight(id: string): void {
    this.#closeAll();
    void this.desk.search(id);
  }

  /** What can be done from the card of a term. */
  actions(subject: CardSubject): CardActions {
    return cardActions(subject, this, this.#options.ports);
  }

  /** No longer marks a wording, with a way back. */
  silence(term: string, scope: 'page' | 'site' | 'everywhere'): Promise<boolean> {
    return silenceTerm(term, scope, this.#options);
  }

  #closeAll(): void {
    this.#options.cards.dispatch({ type: 'dismiss' });
    this.close();
  }
}
