/** Encodings tried when a file names none, in order; Big5 is what older pages of Taiwan's agencies are in. */
const FALLBACKS = ['utf-8', 'big5'] as const;

function namedCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a file: by byte-order mark, then UTF-8 if it is valid, then what the page names, then Big5. */
export function decodeFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const named = namedCharset(bytes);
  for (const encoding of [FALLBACKS[0], ...(named ? [named] : []), FALLBACKS[1]]) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== undefined) return text;
  }
  return new TextDecoder('utf-8').decode(bytes);
}
