import type { HighlightedDocument } from './highlight.ts';

/**
 * The address under which a document is cited: that of the server that was read, by the scheme and host of its day, without
 * what the canonical address leaves out (fragment, session, tracking). A site that answers over http may have no https.
 */
export function citedAddress({ address, url }: Pick<HighlightedDocument, 'address' | 'url'>): string {
  const read = url === undefined ? null : URL.parse(url);
  const cited = URL.parse(address);
  if (!read || !cited || !/^https?:$/.test(read.protocol)) return address;
  const origin = `${cited.protocol}//${cited.host}`;
  return address.startsWith(origin)
    ? `${read.protocol}//${read.host}${address.slice(origin.length)}`
    : address;
}
