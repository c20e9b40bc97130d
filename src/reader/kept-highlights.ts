import type { AnchorOutcome } from '../anchoring/anchor-all.ts';
import type { Anchoring } from '../anchoring/anchoring.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { CHANGED_HIGHLIGHT, MARK_HIGHLIGHTS } from './highlight-names.ts';
import { PageVersions } from './page-versions.ts';
import { paintRanges } from './paint-ranges.ts';
import { holds, type Point } from './placement.ts';
import type { ReaderPorts } from './ports.ts';
import { type KeptHighlight, StateReports } from './state-reports.ts';

/** Time from a change of the page to the next look for what was not found, ms; doubles while nothing is found. */
const FIRST_RETRY = 300;
const LAST_RETRY = 10_000;

function isStanding({ range, text }: AnchorOutcome): boolean {
  return range !== null && !range.collapsed && range.startContainer.isConnected && range.toString() === text;
}

function inOneTree(one: Range, other: Range): boolean {
  return one.startContainer.getRootNode() === other.startContainer.getRootNode();
}

function inPageOrder(one: Range, other: Range): number {
  return inOneTree(one, other) ? one.compareBoundaryPoints(Range.START_TO_START, other) : 0;
}

function sameSelectors(one: Highlight, other: Highlight): boolean {
  return JSON.stringify([one.selectors, one.page]) === JSON.stringify([other.selectors, other.page]);
}

type Ports = Pick<ReaderPorts, 'listHighlights' | 'reportStates' | 'readPages'>;

/** The saved highlights of a page: found again, painted, and known by point. */
export class KeptHighlights {
  readonly #ports: Ports;
  readonly #anchoring: () => Promise<Anchoring>;
  readonly #root: Node;
  readonly #signal: AbortSignal;
  readonly #versions: PageVersions;
  readonly #painted = new Map<string, globalThis.Highlight>();
  #kept = new Map<string, KeptHighlight>();
  /** What is being looked for: a look that was broken off is made up for by the next. */
  readonly #pending = new Map<string, Highlight>();
  #looking: AbortController | undefined;
  #retryDelay = FIRST_RETRY;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #watchers = new Set<() => void>();
  #version = 0;
  /** Numbers of the last reading of the store that was begun, and of the one that is shown. */
  #asked = 0;
  #shown = 0;
  readonly #reports: StateReports;

  constructor(ports: Ports, anchoring: () => Promise<Anchoring>, root: Node, signal: AbortSignal) {
    this.#ports = ports;
    this.#anchoring = anchoring;
    this.#root = root;
    this.#signal = signal;
    this.#versions = new PageVersions(ports);
    const places = {
      get: (id: string) => this.#kept.get(id),
      set: (id: string, kept: KeptHighlight) => void this.#kept.set(id, kept),
    };
    this.#reports = new StateReports({ ports, anchoring, root, signal, places });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#retryTimer);
      this.#looking?.abort();
      for (const [name, registered] of this.#painted) {
        if (CSS.highlights.get(name) === registered) CSS.highlights.delete(name);
      }
    });
  }

  /** How many are on the page. */
  get count(): number {
    return this.#standing().length;
  }

  /** Those that are not on the page. */
  get lost(): Highlight[] {
    return [...this.#kept.values()]
      .filter(({ outcome }) => outcome.state === 'lost')
      .map(({ highlight }) => highlight);
  }

  /** All of the page: those found in page order, then the lost ones. */
  get list(): KeptHighlight[] {
    const found = this.#standing().sort((a, b) => inPageOrder(a.outcome.range!, b.outcome.range!));
    return [...found, ...[...this.#kept.values()].filter(({ outcome }) => outcome.range === null)];
  }

  /** Reads the highlights from the store and looks for them on the page. */
  async refresh(): Promise<void> {
    const mine = ++this.#asked;
    const highlights = await this.#ports.listHighlights();
    // An answer that was overtaken by a later one is of the past.
    if (mine < this.#shown) return;
    this.#shown = mine;
    await this.place(highlights);
  }

  /** Calls `onChange` whenever highlights or their places may be others. The answer ends it. */
  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  }

  /** Looks for the given highlights on the page and paints those found; states that changed are reported. */
  async place(highlights: readonly Highlight[]): Promise<void> {
    // The look under way is for highlights that may be gone or others by now: what is left of it is looked for anew.
    this.#looking?.abort();
    const before = this.#kept;
    const sought = new Set(this.#pending.keys());
    this.#kept = new Map();
    this.#pending.clear();
    for (const highlight of highlights) {
      const known = before.get(highlight.id);
      // What stands where it was, or was looked for in vain, is not looked for again just because a note changed.
      const isKnown = known !== undefined && sameSelectors(known.highlight, highlight);
      if (isKnown) this.#kept.set(highlight.id, { highlight, outcome: known.outcome });
      if (!isKnown || sought.has(highlight.id)) this.#pending.set(highlight.id, highlight);
    }
    this.#paint();
    this.#tellWatchers();
    await this.#look([]);
  }

  /** A higher number whenever highlights or their places may be others. */
  get version(): number {
    return this.#version;
  }

  #tellWatchers(): void {
    this.#version++;
    for (const watcher of this.#watchers) watcher();
  }

  /** Told when the page has changed: content that comes late may bring what was not found. */
  pageChanged(): void {
    const isAllThere = [...this.#kept.values()].every(({ outcome }) => isStanding(outcome));
    if (!isAllThere) this.#tryAgain();
  }

  #tryAgain(): void {
    if (this.#retryTimer !== undefined || this.#signal.aborted) return;
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = undefined;
      // What fails now is looked for again at the next change of the page.
      void this.#retry().catch(() => {});
    }, this.#retryDelay);
  }

  /** The highlight under a point of the viewport; of nested ones the shortest. */
  at(point: Point): { highlight: Highlight; range: Range } | undefined {
    return this.#standing()
      .flatMap(({ highlight, outcome }) => (outcome.range ? { highlight, range: outcome.range } : []))
      .filter(({ range }) => [...range.getClientRects()].some((box) => holds(box, point)))
      .sort((a, b) => a.range.toString().length - b.range.toString().length)[0];
  }

  /** Highlights that share text with a range. */
  touching(range: Range): Highlight[] {
    return this.#standing()
      .filter(
        ({ outcome: { range: own } }) =>
          own !== null &&
          inOneTree(own, range) &&
          own.compareBoundaryPoints(Range.END_TO_START, range) < 0 &&
          own.compareBoundaryPoints(Range.START_TO_END, range) > 0,
      )
      .map(({ highlight }) => highlight);
  }

  /** A highlight of this page, found, not found or being looked for. */
  highlight(id: string): Highlight | undefined {
    return this.#pending.get(id) ?? this.#kept.get(id)?.highlight;
  }

  /** Where the highlights that were found stand on the page. */
  get ranges(): Range[] {
    return [...this.#kept.values()].flatMap(({ outcome }) => outcome.range ?? []);
  }

  /** Where a highlight stands on the page. */
  rangeOf(id: string): Range | undefined {
    return this.#kept.get(id)?.outcome.range ?? undefined;
  }

  #standing(): KeptHighlight[] {
    return [...this.#kept.values()].filter(({ outcome }) => outcome.range !== null);
  }

  async #retry(): Promise<void> {
    const missing = [...this.#kept.values()].filter(({ outcome }) => !isStanding(outcome));
    const before = this.count;
    await this.#look(missing.map(({ highlight }) => highlight));
    this.#retryDelay = this.count > before ? FIRST_RETRY : Math.min(this.#retryDelay * 2, LAST_RETRY);
  }

  async #look(more: readonly Highlight[]): Promise<void> {
    for (const highlight of more) this.#pending.set(highlight.id, highlight);
    const wanted = [...this.#pending.values()];
    if (wanted.length === 0) return;
    this.#looking?.abort();
    const looking = new AbortController();
    this.#looking = looking;
    const signal = AbortSignal.any([looking.signal, this.#signal]);
    const anchoring = await this.#anchoring().catch(() => undefined);
    if (signal.aborted) return;
    // The worker was stopped under the request for the code: what is pending is looked for at the next try.
    if (!anchoring) return this.#tryAgain();
    const states = await this.#versions.read(
      wanted.flatMap(({ page }) => page ?? []),
      anchoring.decodePage,
    );
    if (signal.aborted) return;
    const groups = Map.groupBy(wanted, ({ page }) => (page && states.get(page) ? page : undefined));
    try {
      for (const [page, group] of groups) {
        const state = page === undefined ? null : (states.get(page) ?? null);
        const outcomes = await anchoring.find(group, this.#root, state, { signal });
        if (signal.aborted) return;
        outcomes.forEach((outcome, index) => {
          this.#kept.set(outcome.id, { highlight: group[index]!, outcome });
          this.#pending.delete(outcome.id);
        });
      }
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    // Painted last: what is painted answers, and its editor shows what is known of it.
    const told = this.#reports.report([...this.#kept.values()]);
    this.#paint();
    this.#tellWatchers();
    await told;
    if ([...this.#kept.values()].some(({ outcome }) => outcome.reason === 'page-moved-on'))
      this.pageChanged();
  }

  #paint(): void {
    const byName = new Map<string, Range[]>();
    const add = (name: string, range: Range) => {
      const ranges = byName.get(name);
      if (ranges) ranges.push(range);
      else byName.set(name, [range]);
    };
    for (const { highlight, outcome } of this.#standing()) {
      add(MARK_HIGHLIGHTS[highlight.colour], outcome.range!);
      if (outcome.state === 'changed') add(CHANGED_HIGHLIGHT, outcome.range!);
    }
    paintRanges(this.#painted, byName);
  }
}
