import type { KeptHighlights } from './kept-highlights.ts';
import { hitsIn, type MarkedPage, staticRangeOfHit } from './term-hit.ts';

/** Names of highlights that show on paper only. */
const PRINTED = { terms: 'gloss-term-printed', marks: 'gloss-mark-printed' } as const;

function rangesOf(terms: MarkedPage): StaticRange[] {
  return [...terms.blocks].flatMap(hitsIn).flatMap((hit) => staticRangeOfHit(hit) ?? []);
}

/**
 * Has all marks of the page on paper, also those that are not painted because they are far from the screen. They are
 * registered for the time of printing only.
 */
export function printMarks(terms: MarkedPage, kept: KeptHighlights, signal: AbortSignal): void {
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
