import { CHINESE_NUMERALS, readNumber } from './chinese-number.ts';

/** Number of an article of a law: `10`, or `10-1` for 第十條之一 and Article 10-1. */
export type ArticleNumber = string;

/** The head of an article at the beginning of a line. */
export interface ArticleHead {
  readonly number: ArticleNumber;
  /** Where the text behind it begins, UTF-16 units. */
  readonly end: number;
}

const DIGITS = `[0-9０-９${CHINESE_NUMERALS}](?:\\s*[0-9０-９${CHINESE_NUMERALS}])*`;

/**
 * What may follow a head: nothing, or a mark or space that sets it off. 第十條第一項 and Article 10 of the Act are
 * references to an article, which a line may begin with too.
 */
const CHINESE = new RegExp(
  `^\\s*第\\s*(?<number>${DIGITS})(?:\\s*[-–－之]\\s*(?<inner>${DIGITS}))?\\s*條` +
    `(?:\\s*之\\s*(?<outer>${DIGITS}))?(?=$|[\\s（(：:【])[\\s：:]*`,
);
const ENGLISH =
  /^\s*art(?:icle|\.)\s*(?<number>\d+)(?:\s*[-–]\s*(?<inner>\d+))?(?=$|\s*[.:：（(\n\t]|\s{2}|\u3000)[\s.:：]*/i;

/** The head of an article that a line begins with, in either language. */
export function articleHead(line: string): ArticleHead | undefined {
  const match = CHINESE.exec(line) ?? ENGLISH.exec(line);
  if (!match?.groups) return undefined;
  const { number, inner, outer } = match.groups;
  const parts = [number, inner ?? outer].filter((part) => part !== undefined);
  const read = parts.map((part) => readNumber(part.replaceAll(/\s/g, '')));
  if (read.some((part) => !part)) return undefined;
  return { number: read.join('-'), end: match[0].length };
}

const DIVISION = new RegExp(
  `^\\s*(?:第\\s*${DIGITS}\\s*[編章節](?:$|\\s)|(?:part|chapter|section|title)\\s+(?:[ivxlc]+|\\d+)\\b)`,
  'i',
);

/** Whether a line is the head of a part, chapter or section: the article before it ends there. */
export function isDivision(line: string): boolean {
  return DIVISION.test(line);
}
