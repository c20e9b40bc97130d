import { type AnchorOutcome, anchorSlices } from './anchor-all.ts';
import type { PageState } from './page-text.ts';
import type { StoredAnchor } from './stored-anchor.ts';

/** How anchoring shares the page's thread. */
export interface Sharing {
  /** Time after which others get a turn, in ms. */
  readonly budget?: number;
  /** Lets others work; resolves when it is our turn again. */
  readonly pause?: () => Promise<void>;
  /** Gives up when aborted. */
  readonly signal?: AbortSignal;
}

const BUDGET = 10;

function pauseByMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * As `anchorAll`, with the same result, in slices that leave the page responsive. Rejects with the
 * signal's reason when aborted.
 */
export async function anchorInSlices(
  list: readonly StoredAnchor[],
  root: Node,
  page: PageState | null,
  { budget = BUDGET, pause = pauseByMessage, signal }: Sharing = {},
): Promise<AnchorOutcome[]> {
  const slices = anchorSlices(list, root, page);
  let turn = performance.now();
  while (true) {
    signal?.throwIfAborted();
    const step = slices.next();
    if (step.done) return step.value;
    if (performance.now() - turn < budget) continue;
    await pause();
    turn = performance.now();
  }
}
