import type { Concept } from '../src/glossary/concept.ts';
import type { Pack } from '../src/glossary/pack.ts';
import { preferredTerm } from '../src/glossary/preferred-term.ts';
import type { TermIndex } from '../src/matching/image.ts';
import type { PackTerm } from '../src/matching/pack-terms.ts';
import { recogniseText } from '../src/matching/recognised-text.ts';
import { type Block, readBlocks } from '../src/page/blocks.ts';
import { headingsOfHtml, type ParsedText, parseHtml } from './parsed-html.ts';

/** A term found in a file. Offsets are UTF-16 units of the file's text. */
export interface ScanRow {
  file: string;
  start: number;
  end: number;
  /** The words as they stand in the text (without the tags that may stand between them in an HTML file). */
  surface: string;
  conceptId: string;
  term: string;
  lang: string;
  /** The preferred term of the other language, and what is claimed of it. */
  equivalent: string;
  status: string;
}

/** What a scan needs of a glossary. */
export interface ScanGlossary {
  readonly index: TermIndex;
  readonly terms: readonly PackTerm[];
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly pack: Pack;
}

interface Found {
  start: number;
  end: number;
  surface: string;
  conceptId: string;
  term: string;
  lang: PackTerm['lang'];
}

function findIn(text: string, context: string, glossary: ScanGlossary): Found[] {
  const { spans, matched } = recogniseText(glossary.index, glossary.terms, text, { context });
  const found: Found[] = [];
  for (let at = 0; at < spans.length; at += 3) {
    const { concepts, term, lang } = matched[spans[at + 2]!]!;
    const [start, end] = [spans[at]!, spans[at + 1]!];
    found.push({ start, end, surface: text.slice(start, end), conceptId: concepts[0]!, term, lang });
  }
  return found;
}

/** Blank lines part the blocks of a plain text; the separator takes the place of the line feed, so offsets stay. */
function blocksOfText(text: string): string {
  return text.replace(/\n(?=[ \t\r]*\n)/g, '\u2029');
}

/** How much of title and headings counts, in UTF-16 units, and how much of the first block of a plain text. */
const MOST_CONTEXT = 2_000;
const MOST_TITLE = 300;

/**
 * What a file's text stands under, as the page's title and headings in a browser: those of HTML; of a plain text its
 * first block and the headings of Markdown.
 */
export function contextOfFile(text: string, html: boolean): string {
  if (html) return headingsOfHtml(text).join('\u2029').slice(0, MOST_CONTEXT);
  const title = text.trimStart().split(/\n[ \t\r]*\n/, 1)[0] ?? '';
  const headings = text.match(/^#{1,6} .+$/gm) ?? [];
  return [title.slice(0, MOST_TITLE), ...headings].join('\u2029').slice(0, MOST_CONTEXT);
}

/** The text of a file as blocks joined by U+2029. */
export function blocksOfFile(text: string, html: boolean): string {
  if (!html) return blocksOfText(text);
  return [...readBlocks(parseHtml(text))].map((block) => block.text).join('\u2029');
}

function sourceOffset(block: Block<ParsedText>, offset: number): number {
  const index = block.starts.findLastIndex((start) => start <= offset);
  return block.nodes[index]!.sourceOffset(offset - block.starts[index]!);
}

function findInHtml(source: string, glossary: ScanGlossary): Found[] {
  const blocks = [...readBlocks(parseHtml(source))] as Block<ParsedText>[];
  const found = findIn(blocks.map(({ text }) => text).join('\u2029'), contextOfFile(source, true), glossary);
  let offset = 0;
  let at = 0;
  return found.map((hit) => {
    while (hit.start >= offset + blocks[at]!.text.length) offset += blocks[at++]!.text.length + 1;
    const block = blocks[at]!;
    return {
      ...hit,
      start: sourceOffset(block, hit.start - offset),
      // The end of the last unit, so that an end before a tag is not taken for one behind it.
      end: sourceOffset(block, hit.end - offset - 1) + 1,
    };
  });
}

/** Recognises the terms of a file's text with the code that runs in the browser. `html` says how to read it. */
export function scanText(file: string, text: string, html: boolean, glossary: ScanGlossary): ScanRow[] {
  const found = html
    ? findInHtml(text, glossary)
    : findIn(blocksOfText(text), contextOfFile(text, false), glossary);
  return found.map((hit) => {
    const concept = glossary.concepts.get(hit.conceptId);
    const other = concept && preferredTerm(concept, hit.lang === 'en' ? 'zh-Hant' : 'en');
    return { file, ...hit, equivalent: other?.text ?? '', status: other?.status ?? '' };
  });
}
