import { anchorAll } from '../anchoring/anchor-all.ts';
import type { Highlight, HighlightState } from '../highlights/highlight.ts';
import { holds, type Point } from './placement.ts';
import type { ReaderPorts } from './ports.ts';

/** Highlights on the page are registered under this name and their colour: `gloss-mark-yellow`. */
export const MARK_HIGHLIGHT = 'gloss-mark';

/** The saved highlights of a page: found again, painted, and known by point. */
export class KeptHighlights {
  readonly #ports: Pick<ReaderPorts, 'listHighlights' | 'reportStates'>;
  readonly #root: Node;
  readonly #registered = new Map<string, globalThis.Highlight>();
  #found = new Map<string, { highlight: Highlight; range: Range }>();

  constructor(ports: Pick<ReaderPorts, 'listHighlights' | 'reportStates'>, root: Node, signal: AbortSignal) {
    this.#ports = ports;
    this.#root = root;
    signal.addEventListener('abort', () => {
      for (const [name, registered] of this.#registered) {
        if (CSS.highlights.get(name) === registered) CSS.highlights.delete(name);
      }
    });
  }

  get count(): number {
    return this.#found.size;
  }

  /** Reads the highlights from the store and looks for them on the page. */
  async refresh(): Promise<void> {
    this.place(await this.#ports.listHighlights());
  }

  /** Looks for the given highlights on the page and paints those found; states that changed are reported. */
  place(highlights: readonly Highlight[]): void {
    const outcomes = anchorAll(
      highlights.map(({ id, selectors }) => ({ id, selectors })),
      this.#root,
      null,
    );
    const states: { id: string; state: HighlightState }[] = [];
    this.#found = new Map();
    outcomes.forEach((outcome, index) => {
      const highlight = highlights[index]!;
      if (outcome.state !== highlight.state) states.push({ id: highlight.id, state: outcome.state });
      if (outcome.range) this.#found.set(highlight.id, { highlight, range: outcome.range });
    });
    this.#paint();
    if (states.length > 0) void this.#ports.reportStates(states).catch(() => {});
  }

  /** The highlight under a point of the viewport; of nested ones the shortest. */
  at(point: Point): { highlight: Highlight; range: Range } | undefined {
    return [...this.#found.values()]
      .filter(({ range }) => [...range.getClientRects()].some((box) => holds(box, point)))
      .sort((a, b) => a.highlight.quote.length - b.highlight.quote.length)[0];
  }

  /** A highlight that is on the page. */
  highlight(id: string): Highlight | undefined {
    return this.#found.get(id)?.highlight;
  }

  /** Where a highlight stands on the page. */
  rangeOf(id: string): Range | undefined {
    return this.#found.get(id)?.range;
  }

  #paint(): void {
    const byName = new Map<string, StaticRange[]>();
    for (const { highlight, range } of this.#found.values()) {
      const name = `${MARK_HIGHLIGHT}-${highlight.colour}`;
      byName.set(name, [...(byName.get(name) ?? []), new StaticRange(range)]);
    }
    for (const [name, registered] of this.#registered) if (!byName.has(name)) registered.clear();
    for (const [name, ranges] of byName) {
      const registered = this.#registered.get(name) ?? new globalThis.Highlight();
      registered.clear();
      for (const range of ranges) registered.add(range);
      // Above the underline of terms, which is registered with the default priority 0.
      registered.priority = 1;
      this.#registered.set(name, registered);
      if (CSS.highlights.get(name) !== registered) CSS.highlights.set(name, registered);
    }
  }
}
