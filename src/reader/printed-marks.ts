import { staticRangeOf } from '../page/locate.ts';
import { PRINTED_HIGHLIGHTS } from './highlight-names.ts';
import type { KeptHighlights } from './kept-highlights.ts';
import { hitsIn, type MarkedPage, markedBlocks } from './term-hit.ts';

function rangesOf(terms: MarkedPage): StaticRange[] {
  return [...markedBlocks(terms)]
    .flatMap(hitsIn)
    .flatMap(({ block, start, end }) => staticRangeOf(block, start, end) ?? []);
}

/**
 * Has all marks of the page on paper, also those that are not painted because they are far from the screen. They are
 * registered for the time of printing only.
 */
export function printMarks(
  terms: MarkedPage,
  kept: Pick<KeptHighlights, 'ranges'>,
  signal: AbortSignal,
): void {
  const forget = () => {
    for (const name of Object.values(PRINTED_HIGHLIGHTS)) CSS.highlights.delete(name);
  };
  const register = () => {
    CSS.highlights.set(PRINTED_HIGHLIGHTS.terms, new Highlight(...rangesOf(terms)));
    CSS.highlights.set(
      PRINTED_HIGHLIGHTS.marks,
      new Highlight(...kept.ranges.map((range) => new StaticRange(range))),
    );
  };
  addEventListener('beforeprint', register, { signal });
  addEventListener('afterprint', forget, { signal });
  signal.addEventListener('abort', forget);
}
