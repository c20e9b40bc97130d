import type { TermLanguage } from '../glossary/language.ts';
import type { TermIndex } from './image.ts';
import type { PackTerm } from './pack-terms.ts';
import { candidates, recognise } from './recognise.ts';

/** What was found in a text: triples start, end (UTF-16 units), index into `matched`. */
export interface RecognisedText {
  spans: number[];
  matched: { concepts: string[]; term: string; lang: TermLanguage }[];
}

/** Recognises the terms of a text and names the concepts each may stand for, likeliest first. */
export function recogniseText(index: TermIndex, terms: readonly PackTerm[], text: string): RecognisedText {
  const hits = recognise(index, text);
  const spans: number[] = [];
  const matched: RecognisedText['matched'] = [];
  const indexOf = new Map<number, number>();
  for (let at = 0; at < hits.length; at += 3) {
    const number = hits[at + 2]!;
    const term = terms[number]!;
    let known = indexOf.get(number);
    if (known === undefined) {
      const concepts = new Set([
        term.concept,
        ...[...candidates(index, number)].map((other) => terms[other]!.concept),
      ]);
      known = matched.push({ concepts: [...concepts], term: term.text, lang: term.lang }) - 1;
      indexOf.set(number, known);
    }
    spans.push(hits[at]!, hits[at + 1]!, known);
  }
  return { spans, matched };
}
