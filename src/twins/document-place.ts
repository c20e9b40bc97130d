import type { Block } from '../page/blocks.ts';
import { readBlocks } from '../page/blocks.ts';
import { measuringRangeOf, offsetInBlock } from '../page/locate.ts';
import { elementOf } from '../page/shadow.ts';
import type { TermPlace } from './counterpart.ts';
import { lawDate } from './law-date.ts';
import { type Article, articleNumbered, articlesOf } from './law-text.ts';
import { type Line, linesOf } from './lines.ts';
import { currentMark, type Mark, type Place } from './place.ts';
import { isInMargin, proseOf } from './prose.ts';

/** Room left above a head that is scrolled to, for what a page keeps at its upper edge, CSS px. */
const ROOM_ABOVE = 100;

function keepsBreaks({ container }: Block): boolean {
  const element = elementOf(container as Node);
  return element !== undefined && /^(?:pre|break-spaces)/.test(getComputedStyle(element).whiteSpace);
}

/** The blocks that are shown: menus and texts for narrow windows often stand on the page a second time, unseen. */
function* shownBlocks(document: Document): Generator<Block> {
  for (const block of readBlocks(document.body))
    if (elementOf(block.container as Node)?.checkVisibility()) yield block;
}

function linesOn(document: Document): Line[] {
  return [...linesOf(shownBlocks(document), keepsBreaks)];
}

function rangeOf({ block, start, end }: Line): Range | undefined {
  return measuringRangeOf(block, start + (block.text.slice(start).match(/^\s*/)?.[0].length ?? 0), end);
}

/** Heads of the parts of a page, those of its margins and those that are not shown left out. */
function headingsOn(document: Document): Element[] {
  return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(
    (heading) =>
      heading.getClientRects().length > 0 && /\S/.test(heading.textContent) && !isInMargin(heading),
  );
}

function levelsOf(headings: readonly Element[]): string {
  return headings.map(({ nodeName }) => nodeName[1]).join('');
}

function articleMarks(articles: readonly Article[]): Mark<Article>[] {
  return articles.flatMap((article) => {
    const box = rangeOf(article.head)?.getBoundingClientRect();
    return box && box.height > 0 ? [{ top: box.top, of: article }] : [];
  });
}

/** Whether the page stands at its top: nothing that begins a part has been scrolled away. */
function isAtTop(marks: readonly Mark<unknown>[]): boolean {
  return marks.every(({ top }) => top >= 0);
}

/**
 * The part of the page that one reads, by the head that stands at or above the upper edge of the viewport. Undefined at
 * the top of a page, unless it shows a single article.
 */
export function placeOn(document: Document): Place | undefined {
  const articles = articlesOf(linesOn(document));
  if (articles.length === 1) return { kind: 'article', number: articles[0]!.number };
  const marks = articleMarks(articles);
  const headings = headingsOn(document);
  const headingMarks = headings.map((of) => ({ top: of.getBoundingClientRect().top, of }));
  if (isAtTop(marks) && isAtTop(headingMarks)) return undefined;
  const article = currentMark(marks);
  if (article && articleNumbered(articles, article.number))
    return { kind: 'article', number: article.number };
  const heading = currentMark(headingMarks);
  return heading && { kind: 'heading', at: headings.indexOf(heading), levels: levelsOf(headings) };
}

function headOf(document: Document, place: Place): Range | undefined {
  if (place.kind === 'article') {
    const article = articleNumbered(articlesOf(linesOn(document)), place.number);
    return article && rangeOf(article.head);
  }
  const headings = headingsOn(document);
  const heading = levelsOf(headings) === place.levels ? headings[place.at] : undefined;
  if (!heading) return undefined;
  const range = document.createRange();
  range.selectNodeContents(heading);
  return range;
}

/** Scrolls to the same part as on the twin and returns where it begins; undefined when the page has no such part. */
export function goToPlace(document: Document, place: Place): Range | undefined {
  const head = headOf(document, place);
  const start = head?.startContainer;
  const element = start instanceof Element ? start : start?.parentElement;
  if (!head || !element) return undefined;
  element.scrollIntoView({ block: 'start', behavior: 'instant' });
  scrollBy({ top: Math.min(0, head.getBoundingClientRect().top - ROOM_ABOVE), behavior: 'instant' });
  return head;
}

/** Which text of a page is asked for: an article, or what an announcement says. */
export type TextPart = { readonly kind: 'article'; readonly number: string } | { readonly kind: 'prose' };

/** Where a term stands, with what names its text. */
export type PlacedTerm = TermPlace & { readonly number?: string };

/** Where the term at `range` stands; undefined when it is in no article and not in what the page says. */
export function placeOfTerm(document: Document, range: StaticRange): PlacedTerm | undefined {
  const lines = linesOn(document);
  const line = lines.find(({ block, start, end }) => {
    const at = offsetInBlock(block, range.startContainer, range.startOffset);
    return at >= start && at < end;
  });
  if (!line) return undefined;
  const articles = articlesOf(lines);
  const article = articles.find((each) => each.lines.some((part) => part.line === line));
  if (article) {
    if (!articleNumbered(articles, article.number)) return undefined;
    return {
      kind: 'article',
      number: article.number,
      paragraphs: article.lines.map(({ text }) => text),
      at: article.lines.findIndex((part) => part.line === line),
    };
  }
  const prose = proseOf(lines);
  const at = prose.indexOf(line);
  return at === -1 ? undefined : { kind: 'prose', paragraphs: prose.map(({ text }) => text), at };
}

/** The date of the law that a page shows; undefined when it shows none. */
export function lawDateOf(document: Document): string | undefined {
  const lines = linesOn(document);
  return articlesOf(lines).length > 0 ? lawDate(lines.map(({ text }) => text)) : undefined;
}

/** The paragraphs of a part; empty when the page has none such. */
export function paragraphsOf(document: Document, part: TextPart): string[] {
  const lines = linesOn(document);
  if (part.kind === 'prose') return proseOf(lines).map(({ text }) => text);
  return articleNumbered(articlesOf(lines), part.number)?.lines.map(({ text }) => text) ?? [];
}
