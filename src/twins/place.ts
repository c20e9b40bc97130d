import type { ArticleNumber } from '../text/article.ts';

/** A place on a page that can be found again in its twin. */
export type Place =
  | { readonly kind: 'article'; readonly number: ArticleNumber }
  /** The heading `at` of an outline whose levels are `levels`, such as `1223`. */
  | { readonly kind: 'heading'; readonly at: number; readonly levels: string };

/** Something that begins a part of the page, by its distance from the top of the viewport, CSS px. */
export interface Mark<T> {
  readonly top: number;
  readonly of: T;
}

/** How far below the upper edge of the viewport a head may stand and still be what one reads, CSS px. */
const READING_LINE = 120;

/** The last mark that begins at or above the line that one reads at; undefined above the first. */
export function currentMark<T>(marks: readonly Mark<T>[]): T | undefined {
  return marks.findLast(({ top }) => top <= READING_LINE)?.of;
}
