import { articleHead } from '../text/article.ts';

/** A stretch of a text, `[start, end)` in UTF-16 units. */
export interface Section {
  readonly start: number;
  readonly end: number;
}

/** Sections of two texts that say the same. */
export interface AlignedSection {
  readonly source: Section;
  readonly target: Section;
}

/** Numbered articles that a text must have for them to carry an alignment. */
const LEAST_ARTICLES = 3;

interface Article extends Section {
  readonly name: string;
}

function articlesOf(text: string): Article[] {
  const found: { name: string; start: number }[] = [];
  for (const match of text.matchAll(/[^\n\u2029]+/g)) {
    const head = articleHead(match[0]);
    if (head) found.push({ name: head.number, start: match.index });
  }
  return found.map(({ name, start }, at) => ({ name, start, end: found[at + 1]?.start ?? text.length }));
}

function byArticles(source: string, target: string): AlignedSection[] | undefined {
  const [ours, theirs] = [articlesOf(source), articlesOf(target)];
  if (ours.length < LEAST_ARTICLES || ours.length !== theirs.length) return undefined;
  if (!ours.every(({ name }, at) => theirs[at]!.name === name)) return undefined;
  const pairs = ours.map((article, at) => ({ source: article, target: theirs[at]! }));
  const before = { source: { start: 0, end: ours[0]!.start }, target: { start: 0, end: theirs[0]!.start } };
  return [before, ...pairs];
}

function stretchesOf(text: string, pattern: RegExp): Section[] {
  const sections: Section[] = [];
  for (const match of text.matchAll(pattern))
    if (/\S/.test(match[0])) sections.push({ start: match.index, end: match.index + match[0].length });
  return sections;
}

/** How far the relation of two lengths may lie from that of the whole texts, as a factor. */
const MOST_UNEVEN = 2.5;

/** Shorter paragraphs (headings, labels) say little by their length, UTF-16 units. */
const TELLING_LENGTH = 40;

function pairedIfAlike(
  source: string,
  target: string,
  sectionsOf: (text: string) => Section[],
): AlignedSection[] | undefined {
  const [ours, theirs] = [sectionsOf(source), sectionsOf(target)];
  if (ours.length < 2 || ours.length !== theirs.length) return undefined;
  const whole = target.length / source.length;
  const isEven = ours.every(({ start, end }, at) => {
    const other = theirs[at]!;
    if (end - start < TELLING_LENGTH) return true;
    const uneven = (other.end - other.start) / (end - start) / whole;
    return uneven < MOST_UNEVEN && uneven > 1 / MOST_UNEVEN;
  });
  return isEven ? ours.map((section, at) => ({ source: section, target: theirs[at]! })) : undefined;
}

const paragraphsOf = (text: string): Section[] => stretchesOf(text, /[^\u2029]+/g);
const linesOf = (text: string): Section[] => stretchesOf(text, /[^\n\u2029]+/g);

const SENTENCE_END = /[。！？：；.!?:;][\p{Pe}\p{Pf}"']*\s*$/u;

/** Whether lines are paragraphs, as in text pasted from a word processor: long ones end where a sentence does. */
function hasLinesOfSentences(text: string): boolean {
  return linesOf(text).every(
    ({ start, end }) => end - start < TELLING_LENGTH || SENTENCE_END.test(text.slice(start, end)),
  );
}

function byLines(source: string, target: string): AlignedSection[] | undefined {
  if (!hasLinesOfSentences(source) || !hasLinesOfSentences(target)) return undefined;
  return pairedIfAlike(source, target, linesOf);
}

/**
 * Which sections of two language versions belong together: by the numbers of articles (第十條之一, Article 10-1), or by
 * paragraphs (parted by U+2029), or else lines that end as sentences do, that are as many and of like lengths on both
 * sides. `undefined` when none is certain.
 */
export function alignSections(source: string, target: string): AlignedSection[] | undefined {
  if (source.length === 0 || target.length === 0) return undefined;
  return byArticles(source, target) ?? pairedIfAlike(source, target, paragraphsOf) ?? byLines(source, target);
}
