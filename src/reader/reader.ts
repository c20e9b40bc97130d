import type { Anchoring } from '../anchoring/anchoring.ts';
import type { Highlight, HighlightColour } from '../highlights/highlight.ts';
import type { Card } from '../initiatives/card-model.ts';
import { watchChanges } from '../page/changes.ts';
import { yieldToPage } from '../page/turn.ts';
import { Collecting } from './collecting.ts';
import { DatedPage } from './dated-page.ts';
import { HighlightDesk } from './highlight-desk.ts';
import { boxesOf, termAt } from './hit-test.ts';
import { DEFAULT_DELAYS, HOVER_START, type HoverEvent, type HoverState, stepHover } from './hover-machine.ts';
import { KeptHighlights } from './kept-highlights.ts';
import { listenToKeys } from './key-gate.ts';
import { KeySelection } from './key-selection.ts';
import { type PageSummary, summarise } from './page-summary.ts';
import { type Occurrences, PageTerms } from './page-terms.ts';
import { type Box, holds, isInCorridor, nearestBox } from './placement.ts';
import { PointerRest } from './pointer-rest.ts';
import type { ReaderPorts } from './ports.ts';
import { printMarks } from './printed-marks.ts';
import { continueReadingAt, scrollToHit } from './reading-place.ts';
import { holdsSelection } from './selected.ts';
import { ShadowRoots } from './shadow-roots.ts';
import { silenceTerm } from './silencing.ts';
import type { ColourNames, NoticeView, Surface } from './surface.ts';
import { languageOf } from './surface-language.ts';
import { linkUnder } from './tap.ts';
import { rangeOf, type TermHit, termIndexOf, wordsOf } from './term-hit.ts';
import { hitsOf, type ListedTerm, listTerms, wordingsOf } from './term-list.ts';
import { termOrder } from './term-order.ts';
import { type MarkStyle, TermPainter } from './term-painter.ts';

/** What a reader is made of; all is handed in. */
export interface ReaderOptions {
  readonly ports: ReaderPorts;
  readonly surface: Surface;
  /** What finds highlights again; its code comes with the first need of it. */
  readonly anchoring: () => Promise<Anchoring>;
  readonly root: HTMLElement;
  /** Address of the document and of the page as it was opened, title, and whose it is. */
  readonly page: { address: string; url: string; title: string; agency?: string };
  readonly settings: {
    readonly openDelay: number;
    readonly selectionButton: boolean;
    readonly markStyle: MarkStyle;
    /** Whether resting opens a card, or only with this key held. */
    readonly trigger: 'rest' | 'alt' | 'shift';
    readonly occurrences: Occurrences;
    readonly printMarks: boolean;
    readonly colourNames: ColourNames;
  };
  readonly highlights: readonly Highlight[];
  /** CSS of the marks for shadow roots that an extension's own style sheet does not reach. */
  readonly shadowStyles?: string;
  /** Ends the reader: listeners, observers and painted marks go. */
  readonly signal: AbortSignal;
}

/** How many terms and highlights a page shows, for popup and panel. */
export interface ReaderStatus extends PageSummary {
  readonly highlights: number;
  /** Ids of the page's highlights in page order, the lost ones last. */
  readonly order: readonly string[];
  readonly isReading: boolean;
}

/** What happens by the pointer alone, without a press. */
const BY_POINTER: ReadonlySet<HoverEvent<TermHit>['type']> = new Set(['over', 'inside', 'away', 'elapsed']);

/** The behaviour of the extension on one page. */
export class Reader {
  readonly #options: ReaderOptions;
  readonly #terms: PageTerms;
  readonly #painter: TermPainter;
  readonly #kept: KeptHighlights;
  readonly #desk: HighlightDesk;
  readonly #selecting: KeySelection;
  readonly #collecting: Collecting;
  /** What the card shows first, as long as it is open. */
  #shown: { card: Card; target: TermHit; anchor: Box } | undefined;
  #hover: HoverState<TermHit> = HOVER_START;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #pointer: PointerRest;
  /** Whether the key is held that the reader set for cards. */
  #held = false;
  /** The term whose card stood open when a finger came down: its second tap is the page's. */
  #openAtPress: string | undefined;
  #shadows: ShadowRoots | undefined;
  #current: TermHit | undefined;
  readonly #dated = new DatedPage();
  #listing = false;

  constructor(options: ReaderOptions) {
    const { ports, signal, root } = options;
    this.#options = options;
    this.#painter = new TermPainter(options.settings.markStyle, signal);
    this.#terms = new PageTerms(
      ports,
      () => this.#painter.sync(this.#terms),
      signal,
      options.settings.occurrences,
    );
    this.#kept = new KeptHighlights(ports, options.anchoring, root, signal);
    this.#desk = new HighlightDesk(
      { ...options, pageDate: () => this.#dated.date(), collectSelection: () => this.collect() },
      this.#kept,
      this.#terms,
    );
    this.#collecting = new Collecting(options);
    this.#selecting = new KeySelection({
      root,
      say: (notice) => this.say(notice),
      keep: (range) => void this.#desk.keep(range, 'yellow'),
    });
    this.#pointer = new PointerRest((target) => this.#look(options.surface.owns({ target })), signal);
    if (options.settings.printMarks) printMarks(this.#terms, this.#kept, signal);
    // Every listener is set before the first mark is painted: a painted mark answers.
    this.#listen();
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      options.surface.hide();
    });
  }

  /** Reads the page and keeps up with its changes. Resolves when the first reading is done. */
  async start(): Promise<void> {
    const { root, signal, highlights } = this.#options;
    void this.#kept.place(highlights).catch(() => {});
    const { watch } = watchChanges(root, (roots) => void this.#reread(roots), signal);
    this.#shadows = new ShadowRoots(watch, this.#options.shadowStyles, signal);
    // What was made here and what is read now are two pieces of work, with the page's turn between them.
    await yieldToPage();
    await this.#terms.read([root]);
    this.#shadows.meet(this.#terms.shadowRoots);
  }

  status(): ReaderStatus {
    return {
      ...summarise(this.#terms),
      highlights: this.#kept.count,
      order: this.#kept.list.map(({ highlight }) => highlight.id),
      isReading: this.#terms.isReading,
    };
  }

  /** Reads the page anew, since other terms are recognised now. What is open stays open. */
  async refreshTerms(): Promise<void> {
    await this.#terms.read([this.#options.root]);
  }

  /** Longest stretch of reading without a pause, milliseconds. */
  get longestTask(): number {
    return this.#terms.longestTask;
  }

  /** Whether one of the addresses is that of this page, or of the document that its highlights are filed under. */
  isAt(addresses: readonly string[]): boolean {
    const { address, url } = this.#options.page;
    const filed = this.#kept.list.map(({ highlight }) => highlight.document.address);
    return [address, url, ...filed].some((own) => addresses.includes(own));
  }

  refreshHighlights(): Promise<void> {
    return this.#kept.refresh();
  }

  /** Keeps the selected text as a highlight; when nothing is selected, lets it be selected by keys. */
  highlightSelection(colour: HighlightColour = 'yellow'): void {
    this.#selecting.end();
    if (this.#desk.keepSelection(colour)) return;
    this.#dismissAll();
    const place = this.#current && rangeOf(this.#current);
    if (!this.#selecting.begin(place)) this.say({ text: 'notice.nothingSelected' });
  }

  /**
   * Puts the term of the open card into the reader's glossary; without a card, opens the editor of an entry with the
   * selected words, and says so when nothing is selected.
   */
  collect(): void {
    const shown = this.#hover.phase === 'open' && getSelection()?.isCollapsed !== false && this.#shown;
    if (shown) {
      void this.#collecting.collect(shown.card, shown.target, shown.anchor).catch(() => {});
      return;
    }
    this.#dismissAll();
    this.#collecting.editSelection();
  }

  /** Scrolls to a highlight and opens its editor. False when it is not on the page. */
  showHighlight(id: string): boolean {
    this.#dispatch({ type: 'dismiss' });
    return this.#desk.show(id);
  }

  /** Selects the passage that is most like a lost highlight of this page. */
  searchHighlight(id: string): void {
    this.#dismissAll();
    void this.#desk.search(id);
  }

  /** Goes to the next (1) or previous (-1) term of the page and opens its card. */
  step(direction: 1 | -1): void {
    const order = termOrder(this.#terms.blocks);
    if (order.length === 0) {
      this.say({ text: 'notice.noTerms' });
      return;
    }
    const at = this.#current ? order.findIndex((hit) => hit.key === this.#current?.key) : -1;
    const next =
      at === -1 ? (direction === 1 ? 0 : order.length - 1) : (at + direction + order.length) % order.length;
    this.#goTo(order[next]!);
  }

  /** Opens the card of the term the keyboard stands on, or of the first one. */
  openCurrent(): void {
    if (this.#current) this.#dispatch({ type: 'open', target: this.#current });
    else this.step(1);
  }

  /** Opens the list of the terms of the page, with the number of them as its name. */
  listTerms(): void {
    const { surface, ports } = this.#options;
    const listed = listTerms(this.#terms);
    if (listed.length === 0) {
      this.say({ text: 'notice.noTerms' });
      return;
    }
    this.#dismissAll();
    this.#listing = true;
    surface.showTerms({
      ...wordingsOf(listed, ports),
      goTo: (index) => this.#continueFrom(listed[index]!),
      open: (index) => {
        this.#listing = false;
        this.#goTo(listed[index]!.hits[0]!);
      },
      close: () => this.#closeList(),
    });
  }

  /** Goes to the next place of a concept on the page; nothing happens when it has none. */
  showTerm(concept: string): void {
    this.#dismissAll();
    const hits = hitsOf(concept, this.#terms);
    if (hits.length > 0) this.#continueFrom({ hits });
  }

  /** Leaves the list for the page: the next key goes on from the term, and screen readers read from there. */
  #continueFrom({ hits }: Pick<ListedTerm, 'hits'>): void {
    const at = hits.findIndex((hit) => hit.key === this.#current?.key);
    const hit = hits[(at + 1) % hits.length]!;
    const range = rangeOf(hit);
    this.#closeList();
    if (!range) return;
    scrollToHit(hit);
    continueReadingAt(range);
    this.#current = hit;
    this.#painter.flash(hit);
  }

  #closeList(): void {
    if (!this.#listing) return;
    this.#listing = false;
    this.#options.surface.hide();
  }

  async #reread(roots: readonly Node[]): Promise<void> {
    this.#kept.pageChanged();
    if (this.#hover.phase === 'open' && !rangeOf(this.#hover.target)) this.#dispatch({ type: 'dismiss' });
    await this.#terms.read(roots).catch(() => {});
    this.#shadows?.meet(this.#terms.shadowRoots);
  }

  #listen(): void {
    const { signal } = this.#options;
    const passive = { passive: true, capture: true, signal };
    addEventListener('pointermove', (event) => this.#onMove(event), passive);
    addEventListener('pointerdown', (event) => this.#onPress(event), passive);
    addEventListener('pointerup', (event) => this.#onRelease(event), passive);
    listenToKeys((event) => this.#onKey(event), signal);
    addEventListener('click', (event) => this.#onClick(event), { capture: true, signal });
    addEventListener('blur', () => this.#hold(false), { signal });
    document.addEventListener('pointerleave', () => this.#dispatch({ type: 'away' }), passive);
    addEventListener('pagehide', () => this.#dismissAll(), { signal });
    addEventListener('pageshow', (event) => this.#onShow(event), { signal });
    document.addEventListener('selectionchange', () => this.#onSelectionChange(), { signal });
  }

  #onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    this.#held = this.#options.settings.trigger === 'alt' ? event.altKey : event.shiftKey;
    this.#pointer.move(event);
  }

  /** What lies under the pointer, once it has slowed down enough to be looked at. */
  #look(overSurface: boolean): void {
    if (this.#listing) return;
    const passing = this.#pointer.isFast && this.#hover.phase !== 'open';
    this.#dispatch(passing ? { type: 'away' } : this.#whereIs(overSurface));
  }

  #whereIs(overSurface: boolean): HoverEvent<TermHit> {
    const point = this.#pointer.point;
    if (overSurface) return { type: 'inside' };
    if (!point) return { type: 'away' };
    const card = this.#options.surface.box();
    if (this.#hover.phase === 'open' && card) {
      const term = nearestBox(boxesOf(this.#hover.target), point);
      if (holds(card, point) || (term && isInCorridor(point, term, card))) return { type: 'inside' };
    }
    const hit = termAt(point, this.#terms);
    return hit && this.#mayOpen(hit) ? { type: 'over', target: hit } : { type: 'away' };
  }

  /** Whether resting on a term may open its card: not without the key that was set, and not where text is selected. */
  #mayOpen(hit: TermHit): boolean {
    if (this.#hover.phase === 'open' && this.#hover.target.key === hit.key) return true;
    if (this.#options.settings.trigger !== 'rest' && !this.#held) return false;
    const range = rangeOf(hit);
    return !range || !holdsSelection(range);
  }

  /** The key for cards goes down or up: unmarked terms show while it is held, and the one under the pointer opens. */
  #hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    this.#painter.reveal(held);
    if (held && this.#options.settings.trigger !== 'rest') this.#look(false);
  }

  #onPress(event: PointerEvent): void {
    if (this.#options.surface.owns(event)) return;
    this.#selecting.end();
    this.#openAtPress = this.#hover.phase === 'open' ? this.#hover.target.key : undefined;
    this.#pointer.forget();
    this.#options.surface.hideSelection();
    this.#dismissAll();
  }

  #onRelease(event: PointerEvent): void {
    if (this.#options.surface.owns(event)) return;
    // The selection is what it will be only after this event has been handled.
    setTimeout(() => this.#desk.offerSelection());
  }

  #onSelectionChange(): void {
    if (getSelection()?.isCollapsed) this.#options.surface.hideSelection();
  }

  #onKey(event: KeyboardEvent): void {
    const { surface, settings } = this.#options;
    if (!surface.owns(event) && this.#selecting.key(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (event.type === 'keydown' && event.key === 'Escape') this.#onEscape(event);
    if (event.key === (settings.trigger === 'shift' ? 'Shift' : 'Alt') && event.type !== 'keypress')
      this.#hold(event.type === 'keydown');
    if (!surface.owns(event)) return;
    // Keys in our element are no business of the page: its shortcuts would fire while one writes a note.
    event.stopImmediatePropagation();
    surface.key(event);
  }

  #onEscape(event: KeyboardEvent): void {
    const { surface } = this.#options;
    surface.hideSelection();
    // Esc stays the page's when we have nothing open, and is only ours when we have (a dialog of the page stays).
    if (this.#hover.phase !== 'open' && !this.#isEditing && !this.#listing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#dismissAll();
  }

  /** Back from the browser's memory of the page: what was kept in the meantime is not on it yet. */
  #onShow({ persisted }: PageTransitionEvent): void {
    if (persisted) void this.#kept.refresh().catch(() => {});
  }

  #dismissAll(): void {
    this.#dispatch({ type: 'dismiss' });
    this.#desk.closeEditor();
    this.#collecting.close();
    this.#closeList();
  }

  get #isEditing(): boolean {
    return this.#desk.isEditing || this.#collecting.isEditing;
  }

  #onClick(event: MouseEvent): void {
    if (this.#options.surface.owns(event) || getSelection()?.isCollapsed === false) return;
    if (event instanceof PointerEvent && event.pointerType !== 'mouse' && this.#onTap(event)) return;
    if ((event.target as Element | null)?.closest?.('a[href], button, input, select, textarea, label'))
      return;
    this.#dispatch({ type: 'dismiss' });
    this.#desk.editAt({ x: event.clientX, y: event.clientY });
  }

  /** A tap of finger or pen on a term opens its card; the link underneath is for the second tap. True when it did. */
  #onTap(event: PointerEvent): boolean {
    const hit = termAt({ x: event.clientX, y: event.clientY }, this.#terms);
    if (!hit || hit.key === this.#openAtPress) return false;
    if (linkUnder(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.#pointer.forget();
    this.#dispatch({ type: 'open', target: hit });
    return true;
  }

  #dispatch(event: HoverEvent<TermHit>): void {
    // No card covers what is being written just because the pointer comes by; a key or a tap asks for one.
    if (this.#desk.isEditing) {
      if (BY_POINTER.has(event.type)) return;
      if (event.type === 'open') this.#desk.closeEditor();
    }
    const { openDelay, trigger } = this.#options.settings;
    const delays = { ...DEFAULT_DELAYS, open: trigger === 'rest' ? openDelay : 0 };
    const { state, effects } = stepHover(this.#hover, event, delays);
    this.#hover = state;
    for (const effect of effects) {
      if (effect.type === 'wait') {
        if (state.phase === 'waiting') this.#options.surface.prepare();
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          this.#pointer.catchUp();
          this.#dispatch({ type: 'elapsed', token: effect.token });
        }, effect.delay);
      } else if (effect.type === 'show') {
        void this.#show(effect.target, effect.token, effect.focus);
      } else {
        this.#painter.setCurrent(undefined);
        this.#options.surface.hide();
      }
    }
  }

  async #show(target: TermHit, token: number, focus: boolean): Promise<void> {
    const { ports, surface, signal } = this.#options;
    const term = this.#terms.termAt(termIndexOf(target));
    if (!term) return;
    let cards: Card[];
    try {
      cards = await ports.describe(term.concepts, this.#dated.date());
    } catch {
      return;
    }
    const anchor = nearestBox(boxesOf(target), focus ? undefined : this.#pointer.point);
    const isStale =
      signal.aborted ||
      this.#hover.phase !== 'open' ||
      this.#hover.target.key !== target.key ||
      this.#hover.token < token;
    if (isStale || cards.length === 0 || !anchor) return;
    this.#current = target;
    this.#painter.setCurrent(target);
    this.#shown = { card: cards[0]!, target, anchor };
    surface.showCard({
      cards,
      surface: wordsOf(target),
      surfaceLanguage: languageOf(term.lang),
      range: rangeOf(target),
      anchor,
      focus,
      follow: async (id) => (await ports.describe([id], this.#dated.date()))[0],
      collect: (card) => this.#collecting.collect(card, target, anchor),
      highlight: () => this.#keepTerm(target),
      silence: async (scope) => {
        if (await silenceTerm(term.term, scope, this.#options)) this.#dispatch({ type: 'dismiss' });
      },
      openLibrary: (card) =>
        void ports.openLibrary(
          card.kind === 'initiative' ? `#/initiatives/${card.id}` : `#/glossary/${card.id}`,
        ),
      pin: (pinned) => this.#dispatch({ type: 'pin', pinned }),
      close: () => this.#dispatch({ type: 'dismiss' }),
    });
  }

  async #keepTerm(target: TermHit): Promise<void> {
    const range = rangeOf(target);
    if (range) await this.#desk.keep(range, 'yellow');
  }

  #goTo(hit: TermHit): void {
    this.#current = hit;
    scrollToHit(hit);
    this.#dispatch({ type: 'open', target: hit });
  }

  /** Shows a short notice. */
  say(view: NoticeView): void {
    this.#options.surface.showNotice(view);
  }
}
