/**
 * The hits of a block as the units of one string: the leanest that a script has for a few integers. A list of its own, or
 * a typed array, takes more for itself than for what is in it, and a page has thousands.
 */
export type PackedHits = string & { readonly __packed: true };

/**
 * Units of a hit: low 16 bits of its start; 8 bits above those, and 8 above those of the term; low 16 bits of the term;
 * its length. A string whose units are all below 256 takes a byte for each.
 */
const UNITS = 4;

/** Most units made into a string at a time: they are arguments of one call. */
const AT_A_TIME = 4_096;

/** Packs triples start, end, index of the term, each below 2^24, no hit as long as 2^16 units. */
export function packHits(triples: readonly number[]): PackedHits {
  const units: number[] = [];
  for (let at = 0; at + 2 < triples.length; at += 3) {
    const [start, end, term] = [triples[at]!, triples[at + 1]!, triples[at + 2]!];
    units.push(start & 0xffff, ((start >> 16) << 8) | (term >> 16), term & 0xffff, end - start);
  }
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += AT_A_TIME)
    parts.push(String.fromCharCode(...units.slice(at, at + AT_A_TIME)));
  return parts.join('') as PackedHits;
}

/** How many hits there are. */
export function countOf(hits: PackedHits): number {
  return hits.length / UNITS;
}

/** Where the hit of a number begins. */
export function startOf(hits: PackedHits, index: number): number {
  return hits.charCodeAt(index * UNITS) | ((hits.charCodeAt(index * UNITS + 1) >> 8) << 16);
}

/** Where the hit of a number ends. */
export function endOf(hits: PackedHits, index: number): number {
  return startOf(hits, index) + hits.charCodeAt(index * UNITS + 3);
}

/** The term that the hit of a number is of. */
export function termOf(hits: PackedHits, index: number): number {
  return ((hits.charCodeAt(index * UNITS + 1) & 0xff) << 16) | hits.charCodeAt(index * UNITS + 2);
}
