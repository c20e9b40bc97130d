import { staticRangeOf } from '../page/locate.ts';
import type { KeptHighlights } from './kept-highlights.ts';
import type { PageTerms } from './page-terms.ts';

/** Names of highlights that show on paper only. */
const PRINTED = { terms: 'gloss-term-printed', marks: 'gloss-mark-printed' } as const;

function* rangesOf(terms: PageTerms): Generator<StaticRange> {
  for (const recognised of terms.blocks) {
    const { hits } = recognised;
    for (let at = 0; at + 2 < hits.length; at += 3) {
      const range = staticRangeOf(recognised, hits[at]!, hits[at + 1]!);
      if (range) yield range;
    }
  }
}

/**
 * Has all marks of the page on paper, also those that are not painted because they are far from the screen. They are
 * registered for the time of printing only.
 */
export function printMarks(terms: PageTerms, kept: KeptHighlights, signal: AbortSignal): void {
  const forget = () => {
    for (const name of Object.values(PRINTED)) CSS.highlights.delete(name);
  };
  const register = () => {
    CSS.highlights.set(PRINTED.terms, new Highlight(...rangesOf(terms)));
    CSS.highlights.set(PRINTED.marks, new Highlight(...kept.ranges.map((range) => new StaticRange(range))));
  };
  addEventListener('beforeprint', register, { signal });
  addEventListener('afterprint', forget, { signal });
  signal.addEventListener('abort', forget);
}
