import type { FoldedText } from './folded-text.ts';
import { repeatsOf } from './repeats-of-quote.ts';

/** How much of the surroundings of a quote some other passage of the page shares, in folded units. */
export interface Shared {
  readonly left: number;
  readonly right: number;
}

/** Pieces of a quote that are looked for, to find passages that are nearly the same. */
const PROBES = 6;
/** Shortest piece that is looked for. */
const MIN_PROBE = 4;
/** Shortest quote that may have near copies; a shorter one has repeats or nothing. */
const MIN_NEAR = 12;
/** Units by which figures of another length may shift the pieces of a near copy. */
const MAX_SHIFT = 12;
const MAX_OCCURRENCES = 40;
const MAX_CONTEXT = 300;

function common(units: Uint16Array, from: number, at: number, step: 1 | -1): number {
  let length = 0;
  while (length < MAX_CONTEXT) {
    const i = from + step * length;
    const j = at + step * length;
    if (i < 0 || j < 0 || i >= units.length || j >= units.length || units[i] !== units[j]) break;
    length++;
  }
  return length;
}

interface Hit {
  readonly probe: number;
  /** Where the quote would start if the piece stood where it stands in the quote. */
  readonly origin: number;
}

function hitsOf(key: string, start: number, end: number, size: number): Hit[] {
  const hits: Hit[] = [];
  for (let probe = 0; probe < PROBES; probe++) {
    const offset = Math.round(((end - start - size) * probe) / (PROBES - 1));
    const piece = key.slice(start + offset, start + offset + size);
    let found = 0;
    for (let at = key.indexOf(piece); at >= 0 && found < MAX_OCCURRENCES; at = key.indexOf(piece, at + 1)) {
      if (Math.abs(at - offset - start) > MAX_SHIFT) hits.push({ probe, origin: at - offset });
      found++;
    }
  }
  return hits.sort((a, b) => a.origin - b.origin);
}

/** What near copies of a quote share of its surroundings; null if there are none. */
function sharedWithNear(text: FoldedText, key: string, start: number, end: number): Shared | null {
  const size = Math.max(MIN_PROBE, Math.floor((end - start) / PROBES));
  const hits = hitsOf(key, start, end, size);
  let left = -1;
  let right = -1;
  for (let first = 0; first < hits.length; first++) {
    let last = first;
    while (last + 1 < hits.length && hits[last + 1]!.origin - hits[first]!.origin <= MAX_SHIFT) last++;
    const group = hits.slice(first, last + 1);
    if (new Set(group.map((hit) => hit.probe)).size < PROBES / 2) continue;
    const opening = group.find((hit) => hit.probe === 0);
    const closing = group.find((hit) => hit.probe === PROBES - 1);
    left = Math.max(left, opening === undefined ? 0 : common(text.units, start - 1, opening.origin - 1, -1));
    right = Math.max(
      right,
      closing === undefined ? 0 : common(text.units, end, closing.origin + end - start, 1),
    );
  }
  return left < 0 ? null : { left, right };
}

/**
 * How much of the surroundings of the units [start, end) any other passage of their text shares whose
 * words are the same or nearly so; null if the quote is like no other. A place found later must prove
 * itself by something beyond that.
 */
export function sharedSurroundings(text: FoldedText, key: string, start: number, end: number): Shared | null {
  let shared = end - start < MIN_NEAR ? null : sharedWithNear(text, key, start, end);
  for (const repeat of repeatsOf(text, key, start, end)) {
    shared = {
      left: Math.max(shared?.left ?? 0, repeat.left),
      right: Math.max(shared?.right ?? 0, repeat.right),
    };
  }
  return shared;
}
