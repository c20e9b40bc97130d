import type { PageState } from './page-text.ts';

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
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

/** Names a version of a page: SHA-256 of its text in lower-case hexadecimal. */
export async function hashPageState(state: PageState): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(state.text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
