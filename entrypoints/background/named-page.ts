import { decodePageState, hashPageState } from '../../src/anchoring/page-state-codec.ts';
import type { KeptPage } from '../../src/highlights/highlight.ts';
import { fromBase64 } from '../../src/text/base64.ts';

/**
 * A page state that came in a message, with its name. Undefined when there is none or it is damaged: a highlight is
 * kept all the same, to be found by its selectors alone.
 */
export async function namedPage(pageState: string | undefined): Promise<KeptPage | undefined> {
  if (!pageState) return undefined;
  try {
    const page = await decodePageState(fromBase64(pageState));
    return { hash: hashPageState(page), state: pageState };
  } catch {
    return undefined;
  }
}
