/**
 * What was recognised in a text, as the recogniser answers it: blocks joined by U+2029; triples start, end (UTF-16
 * units of `text`), index into `matched`.
 */
export interface RecognisedBlocks {
  readonly text: string;
  readonly spans: readonly number[];
  readonly matched: readonly {
    /** Concepts the wording may stand for, likeliest first. */
    readonly concepts: readonly string[];
    readonly term: string;
    readonly lang: string;
  }[];
}

/** One recognised term: `[start, end)` in UTF-16 units. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly string[];
  readonly lang: string;
}

/** The recognised terms of a text in its order. */
export function occurrencesIn({ spans, matched }: RecognisedBlocks): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = 0; at + 2 < spans.length; at += 3) {
    const wording = matched[spans[at + 2]!];
    if (wording)
      found.push({ start: spans[at]!, end: spans[at + 1]!, concepts: wording.concepts, lang: wording.lang });
  }
  return found;
}
