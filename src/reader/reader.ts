import type { Highlight } from '../highlights/highlight.ts';
import { watchChanges } from '../page/changes.ts';
import { yieldToPage } from '../page/turn.ts';
import { listenEarly } from './event-gate.ts';
import type { MarkStyle } from './highlight-names.ts';
import { termAt } from './hit-test.ts';
import { type Occurrences, PageTerms } from './page-terms.ts';
import type { PageTools, PageToolsMaker, PageToolsOptions } from './page-tools.ts';
import { Pointing } from './pointing.ts';
import { ShadowRoots } from './shadow-roots.ts';
import type { NoticeView } from './surface.ts';
import { linkUnder } from './tap.ts';
import { TermCards, type Trigger } from './term-cards.ts';
import { rangeOf } from './term-hit.ts';
import { TermPainter } from './term-painter.ts';

/** What a reader is made of; all is handed in. */
export interface ReaderOptions extends Omit<PageToolsOptions, 'terms' | 'painter' | 'cards' | 'settings'> {
  /** What is done with a page beside reading it; its code comes with the first need of it. */
  readonly tools: () => Promise<PageToolsMaker>;
  readonly settings: PageToolsOptions['settings'] & {
    readonly openDelay: number;
    readonly markStyle: MarkStyle;
    readonly trigger: Trigger;
    readonly occurrences: Occurrences;
  };
  readonly highlights: readonly Highlight[];
  /** CSS of the marks for shadow roots that an extension's own style sheet does not reach. */
  readonly shadowStyles?: string;
  /** Ends the reader: listeners, observers and painted marks go. */
  readonly signal: AbortSignal;
}

/** Time to the next try when the tools did not come (the worker may have been stopped), ms; doubles each time. */
const FIRST_RETRY = 300;

/** The behaviour of the extension on one page. */
export class Reader {
  readonly #options: ReaderOptions;
  readonly #terms: PageTerms;
  readonly #painter: TermPainter;
  readonly #pointing: Pointing;
  readonly #cards: TermCards;
  #tools: PageTools | undefined;
  /** The term whose card stood open when a finger came down: its second tap is the page's. */
  #openAtPress: string | undefined;
  #shadows: ShadowRoots | undefined;

  constructor(options: ReaderOptions) {
    const { ports, surface, root, signal, settings } = options;
    this.#options = options;
    this.#painter = new TermPainter(settings.markStyle, signal);
    const onChange = () => this.#painter.sync(this.#terms);
    const onShadowRoot = (met: ShadowRoot) => this.#shadows?.meet(met);
    this.#terms = new PageTerms(ports, root, onChange, signal, settings.occurrences, onShadowRoot);
    const parts = { terms: this.#terms, painter: this.#painter };
    this.#pointing = new Pointing({
      ...parts,
      surface,
      trigger: settings.trigger,
      signal,
      cards: () => this.#cards,
      isCovered: () => this.#tools?.walk.isListing ?? false,
    });
    this.#cards = new TermCards({
      ...parts,
      ports,
      surface,
      settings,
      signal,
      pointer: this.#pointing.pointer,
      tools: () => this.tools(),
      editors: () => this.#tools,
    });
    // Every listener is set before the first mark is painted: a painted mark answers.
    this.#listen();
    signal.addEventListener('abort', () => surface.hide());
  }

  /** Reads the page and keeps up with its changes. Resolves when the first reading is done. */
  async start(): Promise<void> {
    const { root, signal, highlights, settings } = this.#options;
    if (highlights.length > 0 || settings.printMarks) void this.#placeKept().catch(() => {});
    const { watch } = watchChanges(root, (roots) => void this.#reread(roots), signal);
    this.#shadows = new ShadowRoots(watch, this.#options.shadowStyles, signal);
    // What was made here and what is read now are two pieces of work, with the page's turn between them.
    await yieldToPage();
    await this.#terms.read();
  }

  /** What can be done with the page. Rejects when the code of it did not come. */
  async tools(): Promise<PageTools> {
    const make = await this.#options.tools();
    this.#tools ??= make({
      ...this.#options,
      terms: this.#terms,
      painter: this.#painter,
      cards: this.#cards,
    });
    return this.#tools;
  }

  /** Shows a short notice. */
  say(view: NoticeView): void {
    this.#options.surface.showNotice(view);
  }

  /** Whether the page is being read. */
  get isReading(): boolean {
    return this.#terms.isReading;
  }

  /** Another one whenever what the page says of itself may be another. */
  get version(): string {
    return `${this.#terms.version} ${this.#tools?.kept.version}`;
  }

  /** Longest stretch of reading without a pause, milliseconds. */
  get longestTask(): number {
    return this.#terms.longestTask;
  }

  /** Reads the page anew, since other terms are recognised now. What is open stays open. */
  async refreshTerms(): Promise<void> {
    await this.#terms.read();
  }

  /** Whether one of the addresses is that of this page, or of the document that its highlights are filed under. */
  isAt(addresses: readonly string[]): boolean {
    const { address, url } = this.#options.page;
    const filed = this.#tools?.kept.list.map(({ highlight }) => highlight.document.address) ?? [];
    return [address, url, ...filed].some((own) => addresses.includes(own));
  }

  /** Shows the highlights as they are in the store now. */
  async refreshHighlights(): Promise<void> {
    const { ports } = this.#options;
    if (!this.#tools && (await ports.listHighlights()).length === 0) return;
    const { kept } = await this.tools();
    await kept.refresh();
  }

  async #placeKept(): Promise<void> {
    const { signal, highlights } = this.#options;
    for (let delay = FIRST_RETRY; !signal.aborted; delay *= 2) {
      const tools = await this.tools().catch(() => undefined);
      if (tools) return tools.kept.place(highlights);
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }

  async #reread(roots: readonly Node[]): Promise<void> {
    this.#tools?.kept.pageChanged();
    const { open } = this.#cards;
    if (open && !rangeOf(open)) this.#cards.dispatch({ type: 'dismiss' });
    await this.#terms.read(roots).catch(() => {});
  }

  #listen(): void {
    const { signal, surface } = this.#options;
    this.#pointing.listen();
    listenEarly('pointerdown', (event) => this.#onPress(event), signal);
    listenEarly('pointerup', (event) => this.#onRelease(event), signal);
    for (const type of ['keydown', 'keypress', 'keyup'] as const)
      listenEarly(type, (event) => this.#onKey(event), signal);
    listenEarly('click', (event) => this.#onClick(event), signal);
    addEventListener('pagehide', () => this.#dismissAll(), { signal });
    addEventListener('pageshow', (event) => this.#onShow(event), { signal });
    const onSelection = () => {
      if (getSelection()?.isCollapsed) surface.hideSelection();
    };
    document.addEventListener('selectionchange', onSelection, { signal });
  }

  #onPress(event: PointerEvent): void {
    if (this.#options.surface.owns(event)) return;
    this.#tools?.selecting.end();
    this.#openAtPress = this.#cards.open?.key;
    this.#pointing.pointer.forget();
    this.#options.surface.hideSelection();
    this.#dismissAll();
  }

  #onRelease(event: PointerEvent): void {
    const { surface, settings } = this.#options;
    if (surface.owns(event) || !settings.selectionButton) return;
    // The selection is what it will be only after this event has been handled.
    setTimeout(() => {
      if (getSelection()?.isCollapsed !== false) return;
      void this.tools()
        .then(({ desk }) => desk.offerSelection())
        .catch(() => {});
    });
  }

  #onKey(event: KeyboardEvent): void {
    const { surface } = this.#options;
    if (!surface.owns(event) && this.#tools?.selecting.key(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (event.type === 'keydown' && event.key === 'Escape') this.#onEscape(event);
    this.#pointing.key(event);
    if (!surface.owns(event)) return;
    // Keys in our element are no business of the page: its shortcuts would fire while one writes a note.
    event.stopImmediatePropagation();
    surface.key(event);
  }

  #onEscape(event: KeyboardEvent): void {
    this.#options.surface.hideSelection();
    // Esc stays the page's when we have nothing open, and is only ours when we have (a dialog of the page stays).
    if (!this.#cards.open && !this.#tools?.isOpen) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#dismissAll();
  }

  /** Back from the browser's memory of the page: what was kept in the meantime is not on it yet. */
  #onShow({ persisted }: PageTransitionEvent): void {
    if (persisted) void this.refreshHighlights().catch(() => {});
  }

  #dismissAll(): void {
    this.#cards.dispatch({ type: 'dismiss' });
    this.#tools?.close();
  }

  #onClick(event: MouseEvent): void {
    if (this.#options.surface.owns(event) || getSelection()?.isCollapsed === false) return;
    if (event instanceof PointerEvent && event.pointerType !== 'mouse' && this.#onTap(event)) return;
    if ((event.target as Element | null)?.closest?.('a[href], button, input, select, textarea, label'))
      return;
    this.#cards.dispatch({ type: 'dismiss' });
    this.#tools?.desk.editAt({ x: event.clientX, y: event.clientY });
  }

  /** A tap of finger or pen on a term opens its card; the link underneath is for the second tap. True when it did. */
  #onTap(event: PointerEvent): boolean {
    const hit = termAt({ x: event.clientX, y: event.clientY }, this.#terms);
    if (!hit || hit.key === this.#openAtPress) return false;
    if (linkUnder(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.#pointing.pointer.forget();
    this.#cards.dispatch({ type: 'open', target: hit });
    return true;
  }
}
