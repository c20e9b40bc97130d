import { describe } from '../anchoring/describe.ts';
import { decodePageState, encodePageState } from '../anchoring/page-state-codec.ts';
import { type PageState, readDescribedPage } from '../anchoring/page-text.ts';
import type { Reanchoring } from '../highlights/highlight.ts';
import type { EncodedPage, ReaderPorts } from './ports.ts';

/** Ranges described on the page as it is now. */
export interface Description {
  /** Quote and selectors of each range; `null` for a range without text. */
  readonly words: readonly (Reanchoring | null)[];
  readonly page: EncodedPage;
}

/** Describes ranges on the page as it is now, with the state of the page that goes with the selectors. */
export async function describeRanges(ranges: readonly Range[], root: Node): Promise<Description> {
  const page = readDescribedPage(root);
  const words = ranges.map((range) => {
    const selectors = describe(range, root, page);
    const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact;
    return quote ? { quote, selectors } : null;
  });
  return { words, page: await encodePageState(page.state) };
}

/** The versions of this page that its highlights were made on, read once each. */
export class PageVersions {
  readonly #ports: Pick<ReaderPorts, 'readPages'>;
  readonly #states = new Map<string, PageState | null>();

  constructor(ports: Pick<ReaderPorts, 'readPages'>) {
    this.#ports = ports;
  }

  /** The state of every hash; `null` where it is not kept or damaged: selectors must then do alone. */
  async read(hashes: readonly string[]): Promise<ReadonlyMap<string, PageState | null>> {
    const wanted = [...new Set(hashes)].filter((hash) => !this.#states.has(hash));
    if (wanted.length > 0) {
      const rows = await this.#ports.readPages(wanted).catch(() => []);
      for (const hash of wanted) {
        const row = rows.find((page) => page.hash === hash);
        this.#states.set(hash, row ? await decodePageState(row.state).catch(() => null) : null);
      }
    }
    return this.#states;
  }
}
