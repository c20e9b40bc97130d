import { textAt } from '../page/blocks.ts';
import { sentenceAround } from '../text/sentence.ts';
import { hitOf, spanOf } from './hit-test.ts';
import type { PageTerms } from './page-terms.ts';

/** One concept as a page has it. */
export interface ConceptOnPage {
  readonly count: number;
  /** The words it stands in first, and their sentence. */
  readonly words: string;
  readonly sentence: string;
}

/** What a page says of the glossary. */
export interface PageSummary {
  readonly occurrences: number;
  readonly concepts: ReadonlyMap<string, ConceptOnPage>;
}

/** Counts the concepts of a page. */
export function summarise(terms: PageTerms): PageSummary {
  const concepts = new Map<string, ConceptOnPage>();
  let occurrences = 0;
  for (const recognised of terms.blocks) {
    const { hits } = recognised;
    let text: string | undefined;
    for (let index = 0; index * 3 < hits.length; index++) {
      occurrences++;
      const concept = terms.termAt(hits[index * 3 + 2]!)?.concepts[0];
      if (!concept) continue;
      const known = concepts.get(concept);
      if (known) {
        concepts.set(concept, { ...known, count: known.count + 1 });
        continue;
      }
      const [start, end] = spanOf(hitOf(recognised, index));
      text ??= textAt(recognised);
      const sentence = sentenceAround(text, start, end);
      concepts.set(concept, { count: 1, words: text.slice(start, end), sentence });
    }
  }
  return { occurrences, concepts };
}
