import type { PageState } from './page-text.ts';

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  // In a Firefox content script the answer belongs to the page's world: only a copy can be read there.
  return new Uint8Array(structuredClone(await new Response(piped).arrayBuffer()));
}

/** The form in which a page state is stored: JSON, deflated. */
export async function encodePageState(state: PageState): Promise<Uint8Array<ArrayBuffer>> {
  return through(
    new TextEncoder().encode(JSON.stringify([1, state.text, state.links])),
    new CompressionStream('deflate-raw'),
  );
}

/** Reads a stored page state. Throws if the bytes are no page state. */
export async function decodePageState(bytes: Uint8Array<ArrayBuffer>): Promise<PageState> {
  const inflated = await through(bytes, new DecompressionStream('deflate-raw'));
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(inflated));
  if (!Array.isArray(value) || value[0] !== 1) throw new Error('not a stored page state');
  const [, text, links] = value as unknown[];
  const isRuns = Array.isArray(links) && links.every((link) => Number.isInteger(link) && link >= 0);
  if (typeof text !== 'string' || !isRuns) throw new Error('not a stored page state');
  return { text, links: links as number[] };
}

const SEEDS = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xc2b2ae35] as const;

/**
 * Names a version of a page: 128 bits of its text in lower-case hexadecimal. No cryptography, because
 * `crypto.subtle` is missing on pages served over plain http; the name only has to tell versions apart.
 */
export function hashPageState({ text }: PageState): string {
  return SEEDS.map((seed) => {
    let hash = seed ^ text.length;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
  }).join('');
}
