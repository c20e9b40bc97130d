import type { TermLanguage } from '../glossary/language.ts';
import type { TermIndex } from './image.ts';
import { type PackTerm, priorityOf } from './pack-terms.ts';
import { candidates, type RankReason, rankCandidates, recognise } from './recognise.ts';
import { directoryOf, type TermDirectory } from './term-directory.ts';

/** What is known of the page that a text is part of. */
export interface PageFacts {
  /** Whose page it is, ISO 3166-1 alpha-2: decides between homonyms when the text does not. */
  readonly jurisdiction?: string;
  /** Title and headings of the page: cues in them count for all of it. */
  readonly context?: string;
  /** Concepts found earlier on the page: their full forms vouch for abbreviations. */
  readonly seen?: ReadonlySet<string>;
}

/** A wording that was found, with the concepts it may stand for, likeliest first, and why the first is. */
export interface FoundWording {
  concepts: string[];
  term: string;
  lang: TermLanguage;
  reason?: RankReason;
}

/** What was found in a text: triples start, end (UTF-16 units), index into `matched`. */
export interface RecognisedText {
  spans: number[];
  matched: FoundWording[];
}

/**
 * The terms a hit may stand for: the one that was judged to fit, then its homonyms that may stand anywhere (one that
 * needs a context was judged, and did not fit).
 */
function orderOf(
  index: TermIndex,
  terms: TermDirectory,
  text: string,
  [start, end, number]: readonly [number, number, number],
  jurisdiction: string | undefined,
): number[] {
  const others = [...candidates(index, number)].filter(
    (other) => other !== number && (terms.at(other)?.advice?.mark ?? 'always') === 'always',
  );
  if (others.length === 0) return [number];
  const ranked = rankCandidates(index, others, text, start, end, jurisdiction).map(({ term }) => term);
  const packOf = (term: number) => priorityOf(terms.at(term)!);
  // What speaks for one of several homonyms counts within a pack; between packs their order does (a stable sort).
  return [number, ...ranked].sort((a, b) => packOf(a) - packOf(b));
}

function reasonOf(
  index: TermIndex,
  order: readonly number[],
  text: string,
  start: number,
  end: number,
  jurisdiction: string | undefined,
): RankReason | undefined {
  return rankCandidates(index, order, text, start, end, jurisdiction).find(({ term }) => term === order[0])
    ?.reason;
}

/** Recognises the terms of a text and names the concepts each may stand for, likeliest first. */
export function recogniseText(
  index: TermIndex,
  list: readonly PackTerm[] | TermDirectory,
  text: string,
  page: PageFacts = {},
): RecognisedText {
  const terms = 'fullTermsOf' in list ? list : directoryOf(list);
  const { jurisdiction, context } = page;
  const hits = recognise(index, text, {
    ...(jurisdiction && { jurisdiction }),
    ...(context && { context }),
    seen: terms.fullTermsOf(page.seen ?? new Set()),
  });
  const spans: number[] = [];
  const matched: FoundWording[] = [];
  const indexOf = new Map<string, number>();
  for (let at = 0; at < hits.length; at += 3) {
    const [start, end, number] = [hits[at]!, hits[at + 1]!, hits[at + 2]!];
    const order = orderOf(index, terms, text, [start, end, number], jurisdiction);
    const key = order.join(' ');
    let known = indexOf.get(key);
    if (known === undefined) {
      const first = terms.at(order[0]!)!;
      const concepts = [...new Set(order.map((other) => terms.at(other)!.concept))];
      const reason = concepts.length > 1 ? reasonOf(index, order, text, start, end, jurisdiction) : undefined;
      known = matched.push({ concepts, term: first.text, lang: first.lang, ...(reason && { reason }) }) - 1;
      indexOf.set(key, known);
    }
    spans.push(start, end, known);
  }
  return { spans, matched };
}
