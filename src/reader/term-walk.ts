import type { PageTerms } from './page-terms.ts';
import type { ReaderPorts } from './ports.ts';
import { continueReadingAt, scrollToHit } from './reading-place.ts';
import type { Surface } from './surface.ts';
import type { TermCards } from './term-cards.ts';
import { rangeOf, type TermHit } from './term-hit.ts';
import { hitsOf, type ListedTerm, listTerms, wordingsOf } from './term-list.ts';
import { termOrder } from './term-order.ts';
import type { TermPainter } from './term-painter.ts';

/** What is walked with; all is handed in. */
export interface TermWalkOptions {
  readonly ports: Pick<ReaderPorts, 'describe'>;
  readonly surface: Surface;
  readonly terms: PageTerms;
  readonly painter: TermPainter;
  readonly cards: TermCards;
  /** Closes whatever is open. */
  closeAll(): void;
}

/** Goes from term to term of a page, by key or by the list of them. */
export class TermWalk {
  readonly #options: TermWalkOptions;
  #isListing = false;

  constructor(options: TermWalkOptions) {
    this.#options = options;
  }

  /** Whether the list of terms is open. */
  get isListing(): boolean {
    return this.#isListing;
  }

  /** Goes to the next (1) or previous (-1) term of the page and opens its card. */
  step(direction: 1 | -1): void {
    const order = termOrder(this.#options.terms);
    if (order.length === 0) {
      this.#sayNoTerms();
      return;
    }
    const { current } = this.#options.cards;
    const at = current ? order.findIndex((hit) => hit.key === current.key) : -1;
    const next =
      at === -1 ? (direction === 1 ? 0 : order.length - 1) : (at + direction + order.length) % order.length;
    this.#goTo(order[next]!);
  }

  /** Opens the card of the term the keyboard stands on, or of the first one. */
  openCurrent(): void {
    const { cards } = this.#options;
    if (cards.current) cards.dispatch({ type: 'open', target: cards.current });
    else this.step(1);
  }

  /** Opens the list of the terms of the page, with the number of them as its name. */
  list(): void {
    const { surface, ports, terms, closeAll } = this.#options;
    const listed = listTerms(terms);
    if (listed.length === 0) {
      this.#sayNoTerms();
      return;
    }
    closeAll();
    this.#isListing = true;
    surface.showTerms({
      ...wordingsOf(listed, ports),
      goTo: (index) => this.#continueFrom(listed[index]!),
      open: (index) => {
        this.#isListing = false;
        this.#goTo(listed[index]!.hits[0]!);
      },
      close: () => this.closeList(),
    });
  }

  /** Closes the list if it is open. */
  closeList(): void {
    if (!this.#isListing) return;
    this.#isListing = false;
    this.#options.surface.hide();
  }

  /** Goes to the next place of a concept on the page; nothing happens when it has none. */
  show(concept: string): void {
    this.#options.closeAll();
    const hits = hitsOf(concept, this.#options.terms);
    if (hits.length > 0) this.#continueFrom({ hits });
  }

  /** Leaves the list for the page: the next key goes on from the term, and screen readers read from there. */
  #continueFrom({ hits }: Pick<ListedTerm, 'hits'>): void {
    const { cards, painter } = this.#options;
    const at = hits.findIndex((hit) => hit.key === cards.current?.key);
    const hit = hits[(at + 1) % hits.length]!;
    const range = rangeOf(hit);
    this.closeList();
    if (!range) return;
    scrollToHit(hit);
    continueReadingAt(range);
    cards.current = hit;
    painter.flash(hit);
  }

  #goTo(hit: TermHit): void {
    const { cards } = this.#options;
    cards.current = hit;
    scrollToHit(hit);
    cards.dispatch({ type: 'open', target: hit });
  }

  #sayNoTerms(): void {
    this.#options.surface.showNotice({ text: 'notice.noTerms' });
  }
}
