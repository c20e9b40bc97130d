import { fromBase64, toBase64 } from '../text/base64.ts';

/** Text as gzip in Base64: for stores and files that carry text only. */
export async function packText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return toBase64(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/**
 * The text that was packed. Rejects when it is damaged, and with a `RangeError` as soon as it unpacks to more than `most`
 * bytes: a file from elsewhere may be made to.
 */
export async function unpackText(packed: string, most = Number.POSITIVE_INFINITY): Promise<string> {
  const stream = new Blob([fromBase64(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, bytes] = ['', 0];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    if (bytes > most) {
      await reader.cancel();
      throw new RangeError(`unpacks to more than ${most} bytes`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
