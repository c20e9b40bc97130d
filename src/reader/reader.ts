import { v4 as uuid } from 'uuid';
import type { TermLanguage } from '../glossary/language.ts';
import type { Highlight, HighlightColour } from '../highlights/highlight.ts';
import type { Card } from '../initiatives/card-model.ts';
import { preferredWording } from '../initiatives/preferred-wording.ts';
import { watchChanges } from '../page/changes.ts';
import { datedPage, dateOfPage } from '../page/page-date.ts';
import { HOST_NAME } from '../page/readable.ts';
import { sentenceAround } from '../text/sentence.ts';
import { boxesOf, spanOf, type TermHit, termAt } from './hit-test.ts';
import { DEFAULT_DELAYS, HOVER_START, type HoverEvent, type HoverState, stepHover } from './hover-machine.ts';
import { keepRange, localDay } from './keep-range.ts';
import { KeptHighlights } from './kept-highlights.ts';
import { type Occurrences, PageTerms } from './page-terms.ts';
import { holds, isInCorridor, nearestBox, type Point } from './placement.ts';
import type { ReaderPorts } from './ports.ts';
import type { NoticeView, Surface } from './surface.ts';
import { termOrder } from './term-order.ts';
import { type MarkStyle, TermPainter } from './term-painter.ts';

/** What a reader is made of; all is handed in. */
export interface ReaderOptions {
  readonly ports: ReaderPorts;
  readonly surface: Surface;
  readonly root: HTMLElement;
  /** Canonical address and title of the page, and whose it is. */
  readonly page: { address: string; title: string; agency?: string };
  readonly settings: {
    openDelay: number;
    selectionButton: boolean;
    markStyle: MarkStyle;
    occurrences: Occurrences;
  };
  readonly highlights: readonly Highlight[];
  /** Ends the reader: listeners, observers and painted marks go. */
  readonly signal: AbortSignal;
}

/** How many terms and highlights a page shows, for popup and panel. */
export interface ReaderStatus {
  readonly occurrences: number;
  readonly concepts: ReadonlyMap<string, number>;
  readonly highlights: number;
  readonly isReading: boolean;
}

/** The behaviour of the extension on one page. */
export class Reader {
  readonly #options: ReaderOptions;
  readonly #terms: PageTerms;
  readonly #painter: TermPainter;
  readonly #kept: KeptHighlights;
  #hover: HoverState<TermHit> = HOVER_START;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pointer: Point | undefined;
  #pointerFrame = 0;
  #current: TermHit | undefined;
  #dated: { address: string; date: string | undefined } | undefined;
  #editing: string | undefined;

  constructor(options: ReaderOptions) {
    const { ports, signal, root } = options;
    this.#options = options;
    this.#painter = new TermPainter(options.settings.markStyle, signal);
    this.#terms = new PageTerms(
      ports,
      () => this.#painter.sync(this.#terms.blocks),
      signal,
      options.settings.occurrences,
    );
    this.#kept = new KeptHighlights(ports, root, signal);
    // Every listener is set before the first mark is painted: a painted mark answers.
    this.#listen();
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      cancelAnimationFrame(this.#pointerFrame);
      options.surface.hide();
    });
  }

  /** Reads the page and keeps up with its changes. Resolves when the first reading is done. */
  async start(): Promise<void> {
    const { root, signal, highlights } = this.#options;
    this.#kept.place(highlights);
    watchChanges(root, (roots) => void this.#reread(roots), signal);
    await this.#terms.read([root]);
  }

  status(): ReaderStatus {
    const concepts = new Map<string, number>();
    let occurrences = 0;
    for (const { hits } of this.#terms.blocks) {
      for (let at = 2; at < hits.length; at += 3) {
        const concept = this.#terms.termAt(hits[at]!)?.concepts[0];
        if (concept) concepts.set(concept, (concepts.get(concept) ?? 0) + 1);
        occurrences++;
      }
    }
    return { occurrences, concepts, highlights: this.#kept.count, isReading: this.#terms.isReading };
  }

  /** Longest stretch of reading without a pause, milliseconds. */
  get longestTask(): number {
    return this.#terms.longestTask;
  }

  refreshHighlights(): Promise<void> {
    return this.#kept.refresh();
  }

  /** Keeps the selected text as a highlight; says so when nothing is selected. */
  async highlightSelection(colour: HighlightColour = 'yellow'): Promise<void> {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
      this.#notice({ text: 'notice.nothingSelected' });
      return;
    }
    await this.#keep(selection.getRangeAt(0).cloneRange(), colour);
    selection.removeAllRanges();
  }

  /** Goes to the next (1) or previous (-1) term of the page and opens its card. */
  step(direction: 1 | -1): void {
    const order = termOrder(this.#terms.blocks);
    if (order.length === 0) {
      this.#notice({ text: 'notice.noTerms' });
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

  /** Scrolls to a highlight and opens its editor. False when it is not on the page. */
  showHighlight(id: string): boolean {
    const range = this.#kept.rangeOf(id);
    const element = range?.startContainer.parentElement;
    if (!range || !element) return false;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    this.#editHighlightAt(range, id);
    return true;
  }

  async #reread(roots: readonly Node[]): Promise<void> {
    if (
      this.#hover.phase === 'open' &&
      !this.#hover.target.recognised.block.nodes.every((node) => (node as Text).isConnected)
    ) {
      this.#dispatch({ type: 'dismiss' });
    }
    await this.#terms.read(roots).catch(() => {});
    this.#painter.sync(this.#terms.blocks);
  }

  #listen(): void {
    const { signal } = this.#options;
    const passive = { passive: true, capture: true, signal };
    addEventListener('pointermove', (event) => this.#onMove(event), passive);
    addEventListener('pointerdown', (event) => this.#onPress(event), passive);
    addEventListener('pointerup', (event) => this.#onRelease(event), passive);
    addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
    addEventListener('click', (event) => this.#onClick(event), passive);
    document.addEventListener('pointerleave', () => this.#dispatch({ type: 'away' }), passive);
    addEventListener('pagehide', () => this.#dispatch({ type: 'dismiss' }), { signal });
    document.addEventListener('selectionchange', () => this.#onSelectionChange(), { signal });
  }

  #onMove(event: PointerEvent): void {
    this.#pointer = { x: event.clientX, y: event.clientY };
    if (event.pointerType === 'touch') return;
    const overSurface = this.#options.surface.owns(event);
    const pressed = event.buttons !== 0;
    if (this.#pointerFrame) return;
    // One look a frame, however many events: a fast mouse sends a thousand a second.
    this.#pointerFrame = requestAnimationFrame(() => {
      this.#pointerFrame = 0;
      if (!pressed) this.#dispatch(this.#whereIs(overSurface));
    });
  }

  #whereIs(overSurface: boolean): HoverEvent<TermHit> {
    const point = this.#pointer;
    if (overSurface) return { type: 'inside' };
    if (!point) return { type: 'away' };
    const card = this.#options.surface.box();
    if (this.#hover.phase === 'open' && card) {
      const term = nearestBox(boxesOf(this.#hover.target), point);
      if (holds(card, point) || (term && isInCorridor(point, term, card))) return { type: 'inside' };
    }
    const hit = termAt(point, this.#terms);
    return hit ? { type: 'over', target: hit } : { type: 'away' };
  }

  #onPress(event: PointerEvent): void {
    if (this.#options.surface.owns(event)) return;
    this.#options.surface.hideSelection();
    this.#closeEditor();
    this.#dispatch({ type: 'dismiss' });
  }

  #onRelease(event: PointerEvent): void {
    if (this.#options.surface.owns(event)) return;
    // The selection is what it will be only after this event has been handled.
    setTimeout(() => this.#offerSelection());
  }

  #onSelectionChange(): void {
    if (getSelection()?.isCollapsed) this.#options.surface.hideSelection();
  }

  #offerSelection(): void {
    const { surface, settings } = this.#options;
    const selection = getSelection();
    if (!settings.selectionButton || !selection || selection.isCollapsed || selection.rangeCount === 0)
      return;
    const range = selection.getRangeAt(0);
    const words = selection.toString().trim();
    if (words.length < 2 || !this.#isReadable(range)) return;
    const boxes = [...range.getClientRects()];
    const anchor = boxes.at(-1);
    if (!anchor) return;
    const kept = range.cloneRange();
    surface.showSelection({
      anchor,
      keep: (colour) => {
        surface.hideSelection();
        getSelection()?.removeAllRanges();
        void this.#keep(kept, colour);
      },
    });
  }

  #isReadable(range: Range): boolean {
    const node = range.commonAncestorContainer;
    const element = node instanceof Element ? node : node.parentElement;
    return !element?.closest(
      `input, textarea, select, [contenteditable]:not([contenteditable="false"]), ${HOST_NAME}`,
    );
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Esc stays the page's when we have nothing open.
    if (this.#hover.phase === 'open') this.#dispatch({ type: 'dismiss' });
    this.#closeEditor();
    this.#options.surface.hideSelection();
  }

  #onClick(event: MouseEvent): void {
    if (this.#options.surface.owns(event) || !getSelection()?.isCollapsed) return;
    if ((event.target as Element | null)?.closest?.('a[href], button, input, select, textarea, label'))
      return;
    const found = this.#kept.at({ x: event.clientX, y: event.clientY });
    if (found) this.#editHighlightAt(found.range, found.highlight.id);
  }

  #editHighlightAt(range: Range, id: string): void {
    const { ports, surface } = this.#options;
    const found = this.#kept.highlight(id);
    const anchor = range.getClientRects()[0];
    if (!found || !anchor) return;
    this.#editing = id;
    surface.showHighlight({
      highlight: found,
      anchor,
      change: async (change) => {
        await ports.changeHighlight(id, change);
        await this.#kept.refresh();
      },
      remove: async () => {
        this.#closeEditor();
        await ports.removeHighlight(id);
        await this.#kept.refresh();
        this.#notice({
          text: 'notice.removed',
          undo: () => void ports.restoreHighlight(id).then(() => this.#kept.refresh()),
        });
      },
      openLibrary: () => void ports.openLibrary(`#/highlights/${id}`),
      close: () => this.#closeEditor(),
    });
  }

  #closeEditor(): void {
    if (!this.#editing) return;
    this.#editing = undefined;
    this.#options.surface.hide();
  }

  async #keep(range: Range, colour: HighlightColour): Promise<void> {
    const { ports, root, page } = this.#options;
    try {
      const stored = await keepRange(range, colour, { ports, root, page, terms: this.#terms });
      await this.#kept.refresh();
      this.#notice({
        text: 'notice.kept',
        undo: () => void ports.removeHighlight(stored.id).then(() => this.#kept.refresh()),
      });
    } catch {
      this.#notice({ text: 'notice.failed' });
    }
  }

  #dispatch(event: HoverEvent<TermHit>): void {
    const delays = { ...DEFAULT_DELAYS, open: this.#options.settings.openDelay };
    const { state, effects } = stepHover(this.#hover, event, delays);
    this.#hover = state;
    for (const effect of effects) {
      if (effect.type === 'wait') {
        if (state.phase === 'waiting') this.#options.surface.prepare();
        clearTimeout(this.#timer);
        this.#timer = setTimeout(
          () => this.#dispatch({ type: 'elapsed', token: effect.token }),
          effect.delay,
        );
      } else if (effect.type === 'show') {
        void this.#show(effect.target, effect.token, effect.focus);
      } else {
        this.#painter.setCurrent(undefined);
        this.#options.surface.hide();
      }
    }
  }

  /** The date that the page gives for itself; looked for when a card first needs it, and again on another address. */
  #date(): string | undefined {
    const address = location.href;
    if (this.#dated?.address !== address) {
      const found = dateOfPage(datedPage(document), localDay(new Date()));
      this.#dated = { address, date: found?.date };
    }
    return this.#dated.date;
  }

  async #show(target: TermHit, token: number, focus: boolean): Promise<void> {
    const { ports, surface } = this.#options;
    const [start, end] = spanOf(target);
    const term = this.#terms.termAt(target.recognised.hits[target.index * 3 + 2]!);
    if (!term) return;
    let cards: Card[];
    try {
      cards = await ports.describe(term.concepts, this.#date());
    } catch {
      return;
    }
    const anchor = nearestBox(boxesOf(target), focus ? undefined : this.#pointer);
    const isStale =
      this.#hover.phase !== 'open' || this.#hover.target.key !== target.key || this.#hover.token < token;
    if (isStale || cards.length === 0 || !anchor) return;
    this.#current = target;
    this.#painter.setCurrent(target);
    surface.showCard({
      cards,
      surface: target.recognised.block.text.slice(start, end),
      surfaceLanguage: languageOf(term.lang),
      anchor,
      focus,
      follow: async (id) => (await ports.describe([id], this.#date()))[0],
      collect: (card) => this.#collect(card, target),
      highlight: () => this.#keepTerm(target),
      silence: (scope) => this.#silence(term.term, scope),
      openLibrary: (card) =>
        void ports.openLibrary(
          card.kind === 'initiative' ? `#/initiatives/${card.id}` : `#/glossary/${card.id}`,
        ),
      pin: (pinned) => this.#dispatch({ type: 'pin', pinned }),
      close: () => this.#dispatch({ type: 'dismiss' }),
    });
  }

  async #collect(card: Card, target: TermHit): Promise<void> {
    const { ports, page } = this.#options;
    const [start, end] = spanOf(target);
    const now = new Date();
    try {
      await ports.collect({
        id: uuid(),
        concept: card.id,
        zh: preferredWording(card, 'zh')?.text ?? '',
        en: preferredWording(card, 'en')?.text ?? '',
        status: preferredWording(card, 'en')?.status ?? 'proposed',
        note: '',
        contexts: [
          {
            sentence: sentenceAround(target.recognised.block.text, start, end),
            title: page.title,
            address: page.address,
            collectedOn: localDay(now),
          },
        ],
        createdAt: now.toISOString(),
        updatedAt: now.toISOString(),
      });
      this.#notice({ text: 'notice.collected' });
    } catch (error) {
      this.#notice({ text: 'notice.failed' });
      throw error;
    }
  }

  async #silence(term: string, scope: 'page' | 'site' | 'everywhere'): Promise<void> {
    const { ports } = this.#options;
    const id = uuid();
    try {
      await ports.silence(id, term, scope);
      this.#dispatch({ type: 'dismiss' });
      this.#notice({ text: 'notice.silenced', undo: () => void ports.unsilence(id) });
    } catch {
      this.#notice({ text: 'notice.failed' });
    }
  }

  async #keepTerm(target: TermHit): Promise<void> {
    const range = this.#painter.rangeOf(target);
    if (range) await this.#keep(range, 'yellow');
  }

  #goTo(hit: TermHit): void {
    this.#current = hit;
    const container = hit.recognised.block.container as Element;
    const box = boxesOf(hit)[0];
    if (!box || box.top < 0 || box.bottom > innerHeight)
      container.scrollIntoView({ block: 'center', behavior: 'instant' });
    this.#dispatch({ type: 'open', target: hit });
  }

  #notice(view: NoticeView): void {
    this.#options.surface.showNotice(view);
  }
}

function languageOf(lang: TermLanguage): 'zh' | 'en' {
  return lang === 'en' ? 'en' : 'zh';
}
