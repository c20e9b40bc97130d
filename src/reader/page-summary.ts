import { yieldToPage } from '../page/turn.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { PageTerms } from './page-terms.ts';
import { hitsIn, markedBlocks } from './term-hit.ts';

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

/** Time we count before the page gets its turn, ms. */
const SLICE = 1;

/** Counts the concepts of a page as it is now, in slices. What changes meanwhile is left out. */
export async function summarise(terms: Pick<PageTerms, 'strips' | 'termAt'>): Promise<PageSummary> {
  const concepts = new Map<string, ConceptOnPage>();
  let occurrences = 0;
  let turn = performance.now();
  for (const marked of markedBlocks({ strips: [...terms.strips] })) {
    const { text } = marked.block;
    for (const { start, end, term } of hitsIn(marked)) {
      occurrences++;
      const concept = terms.termAt(term)?.concepts[0];
      if (!concept) continue;
      const known = concepts.get(concept);
      if (known) {
        concepts.set(concept, { ...known, count: known.count + 1 });
        continue;
      }
      const sentence = sentenceAround(text, start, end);
      concepts.set(concept, { count: 1, words: text.slice(start, end), sentence });
    }
    if (performance.now() - turn < SLICE) continue;
    await yieldToPage();
    turn = performance.now();
  }
  return { occurrences, concepts };
}
