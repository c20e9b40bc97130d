import type { Highlight } from './highlight.ts';

/** Order of highlights in a list: newest first; equal times by id, so that the order is stable. */
export function newestFirst(a: Highlight, b: Highlight): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** What a list of highlights may be narrowed by. Empty or absent fields do not narrow. */
export interface HighlightFilter {
  /** Words looked for in quote, note, tags, title and concepts (folded by the caller's `fold`). */
  text?: string;
  colour?: string;
  tag?: string;
  state?: string;
  agency?: string;
}

/**
 * The highlights that a filter lets through, in their given order. Those in the bin never pass.
 * `fold` maps a text to its search key (the same for both sides).
 */
export function filterHighlights(
  highlights: readonly Highlight[],
  filter: HighlightFilter,
  fold: (text: string) => string,
): Highlight[] {
  const wanted = fold(filter.text ?? '');
  return highlights.filter((highlight) => {
    if (highlight.deletedAt) return false;
    if (filter.colour && highlight.colour !== filter.colour) return false;
    if (filter.state && highlight.state !== filter.state) return false;
    if (filter.tag && !highlight.tags.includes(filter.tag)) return false;
    if (filter.agency && highlight.document.agency !== filter.agency) return false;
    if (!wanted) return true;
    const words = [
      highlight.quote,
      highlight.note,
      highlight.document.title,
      ...highlight.tags,
      ...highlight.concepts.flatMap((concept) => [concept.zh, concept.en]),
    ];
    return words.some((text) => fold(text).includes(wanted));
  });
}
