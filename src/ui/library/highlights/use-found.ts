import { useEffect, useState } from 'preact/hooks';
import type { Highlight } from '../../../highlights/highlight.ts';
import { filterHighlights, type HighlightFilter } from '../../../highlights/order.ts';

/** Rows judged between two chances for the page to answer its user. */
const SLICE = 250;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * The highlights that a filter lets through, found in slices: with thousands of them the page stays at hand. Until the
 * new result is whole, the last one stands; undefined before there is any.
 */
export function useFound(
  rows: readonly Highlight[] | undefined,
  filter: HighlightFilter,
  fold: (text: string) => string,
): readonly Highlight[] | undefined {
  const [found, setFound] = useState<readonly Highlight[]>();
  const { text, colour, tag, state, agency } = filter;
  useEffect(() => {
    if (!rows) return;
    let isCurrent = true;
    const look = async () => {
      const all: Highlight[] = [];
      for (let at = 0; at < rows.length; at += SLICE) {
        all.push(...filterHighlights(rows.slice(at, at + SLICE), filter, fold));
        if (rows.length > SLICE) await nextTask();
        if (!isCurrent) return;
      }
      setFound(all);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [rows, text, colour, tag, state, agency]);
  return found;
}
