import type { Card } from '../initiatives/card-model.ts';
import { MOST_CARDS } from '../initiatives/many-cards.ts';
import type { CardActions, CardSubject } from './card-actions.ts';
import type { DatedPage } from './dated-page.ts';
import { boxesOf } from './hit-test.ts';
import { DEFAULT_DELAYS, HOVER_START, type HoverEvent, type HoverState, stepHover } from './hover-machine.ts';
import type { PageTerms } from './page-terms.ts';
import { type Box, nearestBox } from './placement.ts';
import type { PointerRest } from './pointer-rest.ts';
import type { ReaderPorts } from './ports.ts';
import type { Surface } from './surface.ts';
import { languageOf } from './surface-language.ts';
import { rangeOf, type TermHit, wordsOf } from './term-hit.ts';
import type { TermPainter } from './term-painter.ts';

/** What opens a card: resting on a term, or only with this key held. */
export type Trigger = 'rest' | 'alt' | 'shift';

/** What is done from a card. */
export interface CardTools {
  readonly dated: DatedPage;
  actions(subject: CardSubject): CardActions;
  /** No longer marks a wording. False when that could not be stored. */
  silence(term: string, scope: 'page' | 'site' | 'everywhere'): Promise<boolean>;
}

/** What cards are opened with; all is handed in. */
export interface TermCardsOptions {
  readonly ports: Pick<ReaderPorts, 'describe'>;
  readonly surface: Surface;
  readonly terms: PageTerms;
  readonly painter: TermPainter;
  readonly pointer: PointerRest;
  readonly settings: { readonly openDelay: number; readonly trigger: Trigger };
  readonly signal: AbortSignal;
  /** What is done from a card; it comes with the first need of it. */
  tools(): Promise<CardTools>;
  /** The editors of highlights and entries, if they are there. */
  editors(): { readonly isEditing: boolean; close(): void } | undefined;
}

/** What happens by the pointer alone, without a press. */
const BY_POINTER: ReadonlySet<HoverEvent<TermHit>['type']> = new Set(['over', 'inside', 'away', 'elapsed']);

/** The cards of terms: has the machine decide when one opens and closes, and shows it. */
export class TermCards {
  readonly #options: TermCardsOptions;
  #state: HoverState<TermHit> = HOVER_START;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: { card: Card; target: TermHit; anchor: Box } | undefined;
  /** The term that keys go on from: the last one that a card was shown of, or that was gone to. */
  current: TermHit | undefined;

  constructor(options: TermCardsOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** The term whose card is open, or about to be drawn. */
  get open(): TermHit | undefined {
    return this.#state.phase === 'open' ? this.#state.target : undefined;
  }

  /** Whether no card is open, or about to be. */
  get isIdle(): boolean {
    return this.#state.phase === 'idle';
  }

  /** What the open card shows first. */
  get shown(): { card: Card; target: TermHit; anchor: Box } | undefined {
    return this.open && this.#shown;
  }

  /** Tells what happened. */
  dispatch(event: HoverEvent<TermHit>): void {
    const { settings, surface, painter, pointer } = this.#options;
    const editors = this.#options.editors();
    // No card covers what is being written just because the pointer comes by; a key or a tap asks for one.
    if (editors?.isEditing) {
      if (BY_POINTER.has(event.type)) return;
      if (event.type === 'open') editors.close();
    }
    const delays = { ...DEFAULT_DELAYS, open: settings.trigger === 'rest' ? settings.openDelay : 0 };
    const { state, effects } = stepHover(this.#state, event, delays);
    this.#state = state;
    for (const effect of effects) {
      if (effect.type === 'wait') {
        if (state.phase === 'waiting') this.#prepare();
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          pointer.catchUp();
          this.dispatch({ type: 'elapsed', token: effect.token });
        }, effect.delay);
      } else if (effect.type === 'show') {
        void this.#show(effect.target, effect.token, effect.focus);
      } else {
        painter.setCurrent(undefined);
        surface.hide();
      }
    }
  }

  /** Has the code of a card come while the pointer rests. */
  #prepare(): void {
    this.#options.surface.prepare();
    // What does not come now is asked for again when the card opens.
    void this.#options.tools().catch(() => {});
  }

  /** Whether what was asked for is still to be shown. */
  #isWanted(target: TermHit, token: number): boolean {
    return this.open?.key === target.key && this.#state.token >= token && !this.#options.signal.aborted;
  }

  /** Says that a card could not come; one that was asked for by key or tap may be asked for again. */
  #fail(target: TermHit, token: number, focus: boolean): void {
    if (!this.#isWanted(target, token)) return;
    this.dispatch({ type: 'dismiss' });
    this.#options.surface.showNotice({
      text: 'notice.noCard',
      ...(focus && { retry: () => this.dispatch({ type: 'open', target }) }),
    });
  }

  async #show(target: TermHit, token: number, focus: boolean): Promise<void> {
    const { ports, surface, terms, painter, pointer } = this.#options;
    const term = terms.termAt(target.term);
    if (!term) return;
    let tools: CardTools;
    let cards: Card[];
    try {
      tools = await this.#options.tools();
      cards = await ports.describe(term.concepts.slice(0, MOST_CARDS), tools.dated.date());
    } catch {
      return this.#fail(target, token, focus);
    }
    const anchor = nearestBox(boxesOf(target), focus ? undefined : pointer.point);
    if (!this.#isWanted(target, token) || !anchor) return;
    // All that the wording stands for was deleted since the page was read.
    if (cards.length === 0) return this.#fail(target, token, focus);
    this.current = target;
    painter.setCurrent(target);
    this.#shown = { card: cards[0]!, target, anchor };
    surface.showCard({
      cards,
      more: Math.max(0, term.concepts.length - MOST_CARDS),
      surface: wordsOf(target),
      surfaceLanguage: languageOf(term.lang),
      range: rangeOf(target),
      anchor,
      focus,
      ...tools.actions({ term, target, anchor }),
      silence: async (scope) => {
        if (await tools.silence(term.term, scope)) this.dispatch({ type: 'dismiss' });
      },
      pin: (pinned) => this.dispatch({ type: 'pin', pinned }),
      close: () => this.dispatch({ type: 'dismiss' }),
    });
  }
}
