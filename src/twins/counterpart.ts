import { readNumber } from '../text/chinese-number.ts';
import type { PageLanguage } from './page-language.ts';

/** Where a term stands in a text, told so that the same place can be found in the text of the other language. */
export interface TermPlace {
  /** Whether the text is an article of a law or the paragraphs of an announcement. */
  readonly kind: 'article' | 'prose';
  /** The text in its paragraphs. */
  readonly paragraphs: readonly string[];
  /** Index of the paragraph that the term stands in. */
  readonly at: number;
}

/** What stands there in the other language. */
export interface Counterpart {
  readonly text: string;
  readonly unit: 'sentence' | 'paragraph';
}

/** Longest paragraph that is shown whole when its sentences cannot be told apart, UTF-16 units. */
const MOST_UNITS = 900;

const ENDS: Readonly<Record<PageLanguage, RegExp>> = {
  zh: /(?<=[。！？；][」』”）)]*)(?![」』”）)。！？；])/,
  // A stop behind a single letter or No., Art. and the like is none; nor is one inside a number.
  en: /(?<=[.!?;][”"’)]*)(?<!\b(?:[A-Za-z]|No|Nos|Art|Arts|Mr|Mrs|Ms|Dr|etc|Inc|Ltd|Co|vol)\.)(?<!^[（(]?\d{1,2}\.)\s+(?=[“"‘(]?[A-Z0-9])/,
};

/** The sentences of a paragraph. */
export function sentencesOf(paragraph: string, language: PageLanguage): string[] {
  return paragraph
    .split(ENDS[language])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

const ENUMERATOR =
  /^[（(]?\s*(?:(?<chinese>[一二三四五六七八九十]{1,3})|(?<number>\d{1,2}|[０-９]{1,2})|(?<letter>[A-Za-z]))\s*[）)、.．:：](?=\s*\S)/;

/** The number that an item begins with, such as 一、 or (1); undefined for a paragraph. */
function enumerator(paragraph: string): string | undefined {
  const found = ENUMERATOR.exec(paragraph)?.groups;
  if (!found) return undefined;
  if (found.letter && !/^[（(]?[A-Za-z]\s*[.)）]/.test(paragraph)) return undefined;
  if (found.letter) return String(found.letter.toLowerCase().charCodeAt(0) - 96);
  return String(readNumber((found.chinese ?? found.number)!));
}

/** Whether two texts are built alike: as many paragraphs, and the same items at the same places. */
function isParallel(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((paragraph, at) => enumerator(paragraph) === enumerator(b[at]!));
}

/** Numbers of the texts that hold one of the keys. */
function holding(
  texts: readonly string[],
  keys: readonly string[],
  holds: (text: string, key: string) => boolean,
): number[] {
  return texts.flatMap((text, at) => (keys.some((key) => holds(text, key)) ? [at] : []));
}

/** What is known of both sides. */
export interface Sides {
  readonly place: TermPlace;
  /** Language of the text that the term stands in. */
  readonly from: PageLanguage;
  /** Paragraphs of the same article, or of the announcement, in the other language. */
  readonly other: readonly string[];
  readonly to: PageLanguage;
  /** Wordings of the term in either language. */
  readonly wordings: Readonly<Record<PageLanguage, readonly string[]>>;
  /** Whether a text has a wording in it. */
  readonly holds: (text: string, wording: string) => boolean;
}

function paragraphOf({ place, from, other, to, wordings, holds }: Sides): number | undefined {
  const found = holding(other, wordings[to], holds);
  // An announcement is retold, not translated by paragraphs: the number alone says nothing there.
  if (isParallel(place.paragraphs, other))
    return place.kind === 'article' || found.includes(place.at) ? place.at : undefined;
  if (place.kind !== 'article') return undefined;
  const own = holding(place.paragraphs, wordings[from], holds);
  return found.length === 1 && own.length === 1 && own[0] === place.at ? found[0] : undefined;
}

/**
 * The sentence of the other language that says what the sentence of the term says: by article and paragraph, and by the
 * equivalent that stands in it. The whole paragraph where its sentences cannot be told apart; undefined rather than a
 * guess.
 */
export function counterpartOf(sides: Sides): Counterpart | undefined {
  const { place, from, other, to, wordings, holds } = sides;
  const at = paragraphOf(sides);
  const paragraph = at === undefined ? undefined : other[at];
  if (paragraph === undefined) return undefined;
  const there = sentencesOf(paragraph, to);
  if (there.length === 1) return { text: paragraph, unit: 'sentence' };
  const here = sentencesOf(place.paragraphs[place.at]!, from);
  const withTerm = holding(here, wordings[from], holds);
  const withEquivalent = holding(there, wordings[to], holds);
  const isOne = withTerm.length === 1 && withEquivalent.length === 1;
  if (isOne && (here.length !== there.length || withTerm[0] === withEquivalent[0]))
    return { text: there[withEquivalent[0]!]!, unit: 'sentence' };
  return paragraph.length <= MOST_UNITS ? { text: paragraph, unit: 'paragraph' } : undefined;
}
