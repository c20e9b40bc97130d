import type { AnchorOutcome } from '../anchoring/anchor-all.ts';
import type { Anchoring } from '../anchoring/anchoring.ts';
import type { Highlight, StateReport } from '../highlights/highlight.ts';
import { reported } from '../highlights/revise.ts';
import type { ReaderPorts } from './ports.ts';

/** Time from the last look until a highlight is reported as lost, ms: much of a page may come late. */
const LOST_DELAY = 2_500;

/** A highlight of this page and how it was found. */
export interface KeptHighlight {
  readonly highlight: Highlight;
  readonly outcome: AnchorOutcome;
}

/** What reports are made with; all is handed in. */
export interface StateReportsOptions {
  readonly ports: Pick<ReaderPorts, 'reportStates'>;
  readonly anchoring: () => Promise<Anchoring>;
  readonly root: Node;
  readonly signal: AbortSignal;
  /** The highlights of the page as they are now. */
  readonly places: {
    get(id: string): KeptHighlight | undefined;
    set(id: string, kept: KeptHighlight): void;
  };
}

function reportOf({ outcome }: KeptHighlight): StateReport {
  return { id: outcome.id, state: outcome.state, reason: outcome.reason };
}

/** Tells the store how the highlights of a page were found, each news once. */
export class StateReports {
  readonly #options: StateReportsOptions;
  #lostTimer: ReturnType<typeof setTimeout> | undefined;
  /** What was last reported of each, so that nothing is said twice. */
  readonly #reported = new Map<string, string>();

  constructor(options: StateReportsOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => clearTimeout(this.#lostTimer));
  }

  /** Reports what is new of all highlights of the page; of the lost ones only when they have stayed so for a while. */
  async report(kept: readonly KeptHighlight[]): Promise<void> {
    clearTimeout(this.#lostTimer);
    const all = kept.filter(({ outcome }) => outcome.reason !== 'page-moved-on');
    const lost = all.filter(({ outcome }) => outcome.state === 'lost');
    if (lost.length > 0) {
      this.#lostTimer = setTimeout(() => void this.#tell(lost.map(reportOf)), LOST_DELAY);
    }
    const changed = all.filter(({ outcome }) => outcome.state === 'changed');
    const inWords = all.filter(({ outcome }) => outcome.state === 'attached' || outcome.state === 'moved');
    await Promise.all([this.#tellChanged(changed), this.#tell(inWords.map(reportOf))]);
  }

  async #tellChanged(changed: readonly KeptHighlight[]): Promise<void> {
    const fresh = changed.filter(({ highlight, outcome }) => highlight.found?.text !== outcome.text);
    const said = changed.filter(({ highlight, outcome }) => highlight.found?.text === outcome.text);
    const told = this.#tell(
      said.map((kept) => {
        const { seenAt: _, ...found } = kept.highlight.found!;
        return { ...reportOf(kept), found };
      }),
    );
    if (fresh.length === 0) return told;
    const { describe } = await this.#options.anchoring();
    const { words, page } = await describe(
      fresh.map(({ outcome }) => outcome.range!),
      this.#options.root,
    );
    const reports = fresh.map((kept, index): StateReport => {
      const now = words[index];
      return {
        ...reportOf(kept),
        ...(now && { found: { text: kept.outcome.text || now.quote, selectors: now.selectors } }),
      };
    });
    await Promise.all([told, this.#tell(reports, page)]);
  }

  async #tell(reports: readonly StateReport[], page?: Uint8Array<ArrayBuffer>): Promise<void> {
    const news = reports.filter((report) => {
      const highlight = this.#options.places.get(report.id)?.highlight;
      // Deleted while its report was waiting: nobody asks any more.
      if (!highlight) return false;
      const isKnown =
        highlight.state === report.state &&
        (highlight.reason ?? 'same') === report.reason &&
        (report.state !== 'changed' || highlight.found?.text === report.found?.text);
      return !isKnown && this.#reported.get(report.id) !== JSON.stringify(report);
    });
    if (news.length === 0 || this.#options.signal.aborted) return;
    const now = new Date().toISOString();
    for (const report of news) {
      const kept = this.#options.places.get(report.id);
      if (kept)
        this.#options.places.set(report.id, { ...kept, highlight: reported(kept.highlight, report, now) });
    }
    await this.#options.ports
      .reportStates(news, page)
      .then(() => {
        for (const report of news) this.#reported.set(report.id, JSON.stringify(report));
      })
      .catch(() => {});
  }
}
