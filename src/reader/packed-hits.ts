/**
 * Hits as the units of one string, all below 256, so that each takes a byte: the leanest that a script has for a few
 * integers. A list of its own, or a typed array, takes more for itself than for what is in it, and a page has many.
 */
export type PackedHits = string & { readonly __packed: true };

/** Most units made into a string at a time: they are arguments of one call. */
const AT_A_TIME = 4_096;

/** Seven bits to a unit, the lowest first; the eighth says that more follow. */
function pushNumber(units: number[], number: number): void {
  let rest = number;
  for (; rest > 0x7f; rest >>>= 7) units.push((rest & 0x7f) | 0x80);
  units.push(rest);
}

/** Packs triples start, end, index of the term, in order and without overlaps: about four bytes for each. */
export function packHits(triples: readonly number[]): PackedHits {
  const units: number[] = [];
  let last = 0;
  for (let at = 0; at + 2 < triples.length; at += 3) {
    const [start, end, term] = [triples[at]!, triples[at + 1]!, triples[at + 2]!];
    for (const number of [start - last, end - start, term]) pushNumber(units, number);
    last = end;
  }
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += AT_A_TIME)
    parts.push(String.fromCharCode(...units.slice(at, at + AT_A_TIME)));
  return parts.join('') as PackedHits;
}

/** The triples that were packed. */
export function unpackHits(hits: PackedHits): number[] {
  const triples: number[] = [];
  let at = 0;
  const next = () => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const unit = hits.charCodeAt(at++);
      number |= (unit & 0x7f) << shift;
      if (unit < 0x80) return number;
    }
  };
  for (let last = 0; at < hits.length; ) {
    const start = last + next();
    last = start + next();
    triples.push(start, last, next());
  }
  return triples;
}
