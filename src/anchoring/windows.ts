import type { TextPositionSelector, TextQuoteSelector } from '../highlights/selector.ts';
import { type FoldedString, foldString, unitAt } from './folded-text.ts';

/** What an imported highlight brings along. */
export interface Window {
  readonly quote: TextQuoteSelector | undefined;
  readonly position: TextPositionSelector | undefined;
}

/** A stretch of the old page put together from the windows of several highlights. */
interface Piece {
  start: number;
  text: string;
}

interface Placed {
  readonly at: number;
  readonly start: number;
  readonly text: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
}

function place(window: Window, at: number): Placed | null {
  const { quote, position } = window;
  if (quote === undefined || quote.exact === '') return null;
  const start = position === undefined ? -1 : position.start - quote.prefix.length;
  return {
    at,
    start,
    text: quote.prefix + quote.exact + quote.suffix,
    quoteStart: quote.prefix.length,
    quoteEnd: quote.prefix.length + quote.exact.length,
  };
}

/** Appends a window to a piece where the two agree on the stretch they share. */
function joins(piece: Piece, window: Placed): boolean {
  const shift = window.start - piece.start;
  if (shift < 0 || shift >= piece.text.length) return false;
  const shared = piece.text.slice(shift, shift + window.text.length);
  if (!window.text.startsWith(shared)) return false;
  if (shift + window.text.length > piece.text.length) piece.text = piece.text.slice(0, shift) + window.text;
  return true;
}

/**
 * Puts the windows of all highlights together to as much of the old page as they tell. Windows that
 * overlap by their positions and agree become one stretch; between stretches the text is torn.
 */
export function gatherWindows(windows: readonly Window[]): {
  text: FoldedString;
  spans: readonly (readonly [number, number])[];
} {
  const placed = windows.map(place).filter((window) => window !== null);
  placed.sort((a, b) => a.start - b.start || a.at - b.at);
  const pieces: Piece[] = [];
  const home = new Map<number, { piece: number; start: number; end: number }>();
  for (const window of placed) {
    const last = pieces.at(-1);
    if (last === undefined || window.start < 0 || last.start < 0 || !joins(last, window)) {
      pieces.push({ start: window.start, text: window.text });
    }
    const piece = pieces.length - 1;
    const shift = window.start < 0 ? 0 : window.start - pieces[piece]!.start;
    home.set(window.at, { piece, start: shift + window.quoteStart, end: shift + window.quoteEnd });
  }
  const starts: number[] = [];
  let joined = '';
  for (const piece of pieces) {
    if (joined !== '') joined += '\n';
    starts.push(joined.length);
    joined += piece.text;
  }
  const folded = foldString(joined);
  const tornAt = starts.map((start) => unitAt(folded, start));
  tornAt.push(folded.units.length);
  const spans = windows.map((_, at): readonly [number, number] => {
    const found = home.get(at);
    if (found === undefined) return [0, 0];
    const base = starts[found.piece]!;
    return [unitAt(folded, base + found.start), unitAt(folded, base + found.end)];
  });
  return { text: { ...folded, tornAt }, spans };
}
