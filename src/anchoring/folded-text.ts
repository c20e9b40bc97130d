import { foldTable } from './fold-units.ts';

/** A text as anchoring compares it: one key unit for each unit that counts. */
export interface FoldedText {
  /** The key units. */
  readonly units: Uint16Array;
  /** Index of the first unit of every block, ascending; no block is empty. */
  readonly blockStart: readonly number[];
  /** For every block whether all of its text is in links (menus, tables of contents). */
  readonly linkOnly: readonly boolean[];
  /** Units before which text is missing (when only windows of a text are known), or null. */
  readonly tornAt: readonly number[] | null;
}

/** A folded text with the place of each unit in the string it came from. */
export interface FoldedString extends FoldedText {
  /** For every folded unit its offset in the string, in UTF-16 units. */
  readonly offset: Uint32Array;
}

/** Folds a string in which line feeds stand between blocks; `links` are numbers of blocks that are nothing but links. */
export function foldString(text: string, links: readonly number[] = []): FoldedString {
  const table = foldTable();
  const units = new Uint16Array(text.length);
  const offset = new Uint32Array(text.length);
  const blockStart: number[] = [];
  let open = false;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const unit = table[code]!;
    if (unit === 0) {
      if (code === 10) open = false;
      continue;
    }
    if (!open) {
      blockStart.push(at);
      open = true;
    }
    units[at] = unit;
    offset[at] = i;
    at++;
  }
  const linkOnly = new Array<boolean>(blockStart.length).fill(false);
  for (const block of links) linkOnly[block] = true;
  return { units: units.subarray(0, at), offset: offset.subarray(0, at), blockStart, linkOnly, tornAt: null };
}

/** First folded unit at or after an offset of the string. */
export function unitAt(folded: FoldedString, offset: number): number {
  let low = 0;
  let high = folded.offset.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (folded.offset[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The key string of a text: its folded units without borders. */
export function foldKey(text: string): string {
  return keyOf(foldString(text).units, 0);
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** The folded units from `start` to before `end` as a string; a surrogate that stands alone becomes U+FFFD. */
export function keyOf(units: Uint16Array, start: number, end = units.length): string {
  if (end - start <= 16) return String.fromCharCode(...units.subarray(start, end));
  return decoder.decode(units.subarray(start, end));
}

/**
 * Folds a string against units that it may fold to. If it does, gives for each of some offsets of the
 * string (ascending) the first folded unit at or after it; null as soon as the two differ.
 */
export function locateIfSame(text: string, units: Uint16Array, offsets: readonly number[]): number[] | null {
  const table = foldTable();
  const places: number[] = [];
  let at = 0;
  let next = offsets[0] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i < text.length; i++) {
    while (i === next) {
      places.push(at);
      next = offsets[places.length] ?? Number.POSITIVE_INFINITY;
    }
    const unit = table[text.charCodeAt(i)]!;
    if (unit === 0) continue;
    if (units[at] !== unit) return null;
    at++;
  }
  while (places.length < offsets.length) places.push(at);
  return at === units.length ? places : null;
}
