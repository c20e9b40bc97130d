import edges from '../../assets/termwork/edges.json' with { type: 'json' };

const longestFirst = (words: readonly string[]): readonly string[] =>
  words.toSorted((a, b) => b.length - a.length);

const before = longestFirst(edges.before);
const after = longestFirst(edges.after);
const heads = longestFirst(edges.heads);

/** Characters that an unknown Chinese term is cut at, as a pattern class. */
export const CUTTING_CHARACTERS: ReadonlySet<string> = new Set(edges.inside);

/** UTF-16 units at the beginning of `text` that stand before a name and are no part of it, 0 when there are none. */
export function leadingWords(text: string): number {
  const word = before.find((known) => text.startsWith(known) && text.length > known.length);
  return word?.length ?? (edges.begin.includes(text.charAt(0)) ? 1 : 0);
}

/** Whether `text` ends with a word that a name does not end with. */
export function endsOutside(text: string): boolean {
  return after.some((word) => text.endsWith(word));
}

/** Whether `text` ends as names of policies, bodies, laws and services do, with something before that end. */
export function endsAsName(text: string): boolean {
  return heads.some((head) => text.length > head.length && text.endsWith(head));
}
