import type { KeptPage } from '../highlights/highlight.ts';
import { fromBase64 } from '../text/base64.ts';
import { decodePageState, hashPageState } from './page-state-codec.ts';

/** Bytes that a page state may unpack to: far more than the text of any page, far less than a file can be made to. */
const MOST_BYTES = 64 * 1024 * 1024;

async function isWithin(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<boolean> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length <= most) continue;
    await reader.cancel();
    return false;
  }
  return true;
}

/**
 * A page state that came in a message or a file, with its name. Undefined when there is none or it is damaged: a
 * highlight is kept all the same, to be found by its selectors alone.
 */
export async function namedPage(
  pageState: string | undefined,
  most = MOST_BYTES,
): Promise<KeptPage | undefined> {
  if (!pageState) return undefined;
  try {
    const bytes = fromBase64(pageState);
    if (!(await isWithin(bytes, most))) return undefined;
    return { hash: hashPageState(await decodePageState(bytes)), state: pageState };
  } catch {
    return undefined;
  }
}

/** Those pages of a file that are what their names say. The others are left out: highlights would be looked for in them. */
export async function pagesAsNamed(pages: readonly KeptPage[]): Promise<KeptPage[]> {
  const kept: KeptPage[] = [];
  for (const page of pages) if ((await namedPage(page.state))?.hash === page.hash) kept.push(page);
  return kept;
}
