import { CHINESE_NUMERALS, readNumber } from './chinese-number.ts';

/** Year 1 of the Republic of China, in the Common Era. */
const FIRST_YEAR = 1912;

/** A date of the Republic of China calendar in a text: `[start, end)` in UTF-16 units. */
export interface RocDate {
  readonly start: number;
  readonly end: number;
  /** As far as it is given: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, Common Era. */
  readonly from: string;
  /** Last date of a range; equal to `from` for a single date. */
  readonly to: string;
}

const DIGITS = '0-9０-９';
const NUMBER = `[${DIGITS}]{1,3}|[${CHINESE_NUMERALS}]{1,6}`;
const ERA = '(?<era>(?:中華)?民國|民)';
const REST = (name: string) =>
  `(?:\\s*(?<${name}Month>${NUMBER})\\s*月(?:份|(?:\\s*(?<${name}Day>${NUMBER})\\s*[日號]))?)?`;
const PATTERN = new RegExp(
  `(?:${ERA}\\s*(?<before>前)?\\s*)?(?<![${DIGITS}${CHINESE_NUMERALS}])(?<year>${NUMBER}|元)\\s*年?` +
    `(?:(?<=年)${REST('first')})?` +
    `(?:\\s*(?:[-–—~～〜至到]|起至)\\s*(?:(?:中華)?民國\\s*)?(?<lastYear>${NUMBER})\\s*年${REST('last')})?`,
  'g',
);

/**
 * The Common Era year of a year of the Republic; `before` counts backwards from 1911 (民國前1年). There is no year 0.
 * Undefined outside 1 to 999, or before 1000.
 */
export function yearOfRoc(year: number, before = false): number | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 911) return undefined;
  return before ? FIRST_YEAR - year : FIRST_YEAR + year - 1;
}

/** An ISO date as far as it is given; undefined when there is no such day. */
export function isoDate(year: number, month?: number, day?: number): string | undefined {
  const text = String(year).padStart(4, '0');
  if (month === undefined) return text;
  if (month < 1 || month > 12) return undefined;
  const withMonth = `${text}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return withMonth;
  // Date.UTC takes years below 100 for those of the twentieth century; none can occur here.
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${withMonth}-${String(day).padStart(2, '0')}`;
}

function readPart(
  yearText: string,
  before: boolean,
  monthText: string | undefined,
  dayText: string | undefined,
): string | undefined {
  const year = yearText === '元' ? 1 : readNumber(yearText);
  const common = year === undefined ? undefined : yearOfRoc(year, before);
  if (common === undefined) return undefined;
  const month = monthText === undefined ? undefined : (readNumber(monthText) ?? 0);
  const day = dayText === undefined ? undefined : (readNumber(dayText) ?? 0);
  return isoDate(common, month, day);
}

/** Whether a year without its era is surely one: three digits from 100 on (113年), or with a month (99年5月). */
function speaksForItself(year: string, month: string | undefined): boolean {
  const value = readNumber(year) ?? 0;
  if (!new RegExp(`^[${DIGITS}]{2,3}$`).test(year)) return false;
  return (value >= 100 && value < 200) || (value >= 10 && value < 200 && month !== undefined);
}

function readMatch(match: RegExpMatchArray): RocDate | undefined {
  const { era, before, year = '', firstMonth, firstDay, lastYear, lastMonth, lastDay } = match.groups ?? {};
  // 民 alone is an era only in 民前.
  if (era === '民' && !before) return undefined;
  const hasYearSign = match[0].includes('年');
  if (!hasYearSign || (!era && (year === '元' || !speaksForItself(year, firstMonth ?? lastMonth))))
    return undefined;
  const from = readPart(year, before !== undefined, firstMonth, firstDay);
  if (!from) return undefined;
  const last = lastYear && readPart(lastYear, before !== undefined, lastMonth, lastDay);
  if (lastYear && (!last || last < from)) return undefined;
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, from, to: last || from };
}

/**
 * All dates of the Republic of China calendar in a text, in order: 民國113年, 中華民國一百一十三年, 113年11月5日, 民國元年,
 * 民國前2年, 110-114年. Digits may be full-width or Chinese. A bare number counts only where it can hardly be anything
 * else: 113年 is read, 10年 and 2024年 are not. Days that no calendar has are not read.
 */
export function readRocDates(text: string): RocDate[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => readMatch(match) ?? []);
}
