/** Ends of a sentence: Chinese full stops and the Latin ones when followed by white space or nothing. */
const SENTENCE_END = /[。！？；\n\u2029]|[.!?](?=\s|$)/g;

/** Longest sentence kept as a context, UTF-16 units: beyond it a text without stops is cut around the term. */
const MOST_UNITS = 300;

/**
 * The sentence of `text` that `[start, end)` stands in (UTF-16 units), trimmed, white space folded to one blank.
 * A text without stops gives the surroundings of the span.
 */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length;
    if (after <= start) from = after;
    else if (match.index >= end) {
      to = after;
      break;
    }
  }
  if (to - from > MOST_UNITS) {
    from = Math.max(from, start - MOST_UNITS / 2);
    to = Math.min(to, end + MOST_UNITS / 2);
  }
  return text.slice(from, to).replace(/\s+/g, ' ').trim();
}

/** Where sentences of `text` begin and end, UTF-16 units, in ascending order: 0, each end of a sentence, its length. */
export function sentenceEdges(text: string): number[] {
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  return [...new Set([0, ...ends, text.length])];
}
