import { compileTerms } from './compile.ts';
import { type TermIndex, viewImage } from './image.ts';
import type { MatchTerm } from './match-term.ts';

/** What changed since an image was compiled: all of it, not only the last change. */
export interface TermChange {
  added: readonly MatchTerm[];
  /** Numbers of terms of the image. */
  removed?: Iterable<number>;
  /** Wording of a term of the image, by number; asked for only where an added term is its homonym. */
  textOf: (term: number) => string;
}

/**
 * The index with a few terms added and removed, without compiling all of it anew: the added terms get a small image of
 * their own, which is scanned beside the other. What it recognises is what an index of all terms would recognise;
 * added terms are numbered on from the last term of the image. An added abbreviation that is a common word is vouched
 * for only by full forms added with it. `RangeError` for an index of exact matching.
 */
export function changeIndex({ image }: TermIndex, { added, removed = [], textOf }: TermChange): TermIndex {
  if (!image.fullRules) throw new RangeError('an index of exact matching cannot be changed');
  const wording = (term: number): string =>
    term < image.termCount ? textOf(term) : (added[term - image.termCount]?.text ?? '');
  return {
    image,
    change: { added: viewImage(compileTerms(added)), removed: new Set(removed), textOf: wording },
  };
}
