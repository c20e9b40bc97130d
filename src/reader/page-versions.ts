import type { Anchoring } from '../anchoring/anchoring.ts';
import type { PageState } from '../anchoring/page-text.ts';
import type { ReaderPorts } from './ports.ts';

/** The versions of this page that its highlights were made on, read once each. */
export class PageVersions {
  readonly #ports: Pick<ReaderPorts, 'readPages'>;
  readonly #states = new Map<string, PageState | null>();

  constructor(ports: Pick<ReaderPorts, 'readPages'>) {
    this.#ports = ports;
  }

  /** The state of every hash; `null` where it is not kept or damaged: selectors must then do alone. */
  async read(
    hashes: readonly string[],
    decodePage: Anchoring['decodePage'],
  ): Promise<ReadonlyMap<string, PageState | null>> {
    const wanted = [...new Set(hashes)].filter((hash) => !this.#states.has(hash));
    if (wanted.length > 0) {
      const rows = await this.#ports.readPages(wanted).catch(() => []);
      for (const hash of wanted) {
        const row = rows.find((page) => page.hash === hash);
        this.#states.set(hash, row ? await decodePage(row.state).catch(() => null) : null);
      }
    }
    return this.#states;
  }
}
