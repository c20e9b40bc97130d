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

function paragraphsOf(text: string): Section[] {
  const sections: Section[] = [];
  for (const match of text.matchAll(/[^\u2029]+/g))
    if (/\S/.test(match[0])) sections.push({ start: match.index, end: match.index + match[0].length });
  return sections;
}

/** How far the relation of two lengths may lie from that of the whole texts, as a factor. */
const MOST_UNEVEN = 2.5;

/** Shorter paragraphs (headings, labels) say little by their length, UTF-16 units. */
const TELLING_LENGTH = 40;

function byParagraphs(source: string, target: string): AlignedSection[] | undefined {
  const [ours, theirs] = [paragraphsOf(source), paragraphsOf(target)];
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

/**
 * Which sections of two language versions belong together: by the numbers of articles (第十條之一, Article 10-1), or by
 * paragraphs (parted by U+2029) that are as many and of like lengths on both sides. `undefined` when neither is certain.
 */
export function alignSections(source: string, target: string): AlignedSection[] | undefined {
  if (source.length === 0 || target.length === 0) return undefined;
  return byArticles(source, target) ?? byParagraphs(source, target);
}
