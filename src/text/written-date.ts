import { isoDate, readRocDates, yearOfRoc } from './roc-date.ts';

/** Years from here on are of the Common Era; below, with the month and day behind, of the Republic. */
const LEAST_COMMON_YEAR = 1000;

const NUMERIC = /^(\d{2,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)/;
const WITH_SIGNS = /^(?:西元|公元)?\s*(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?/;
const MONTH_FIRST = /^([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+(\d{4})(?!\d)/;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function commonYear(year: number): number | undefined {
  return year >= LEAST_COMMON_YEAR ? year : yearOfRoc(year);
}

function readNumeric(text: string): string | undefined {
  const match = NUMERIC.exec(text);
  const year = match && commonYear(Number(match[1]));
  return year ? isoDate(year, Number(match[2]), Number(match[3])) : undefined;
}

function readWithSigns(text: string): string | undefined {
  const match = WITH_SIGNS.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return isoDate(year!, month, day);
}

function readEnglish(text: string): string | undefined {
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return isoDate(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(text);
  return dayFirst ? isoDate(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1])) : undefined;
}

/**
 * The date that a text begins with, as far as it is given (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`): 2024-11-05, 2024/11/5,
 * 113-11-05 (a year of the Republic), 2024年11月5日, 民國113年11月5日, 5 November 2024, Nov. 5, 2024. Full-width digits
 * count as digits. Undefined for anything else, and for days that no calendar has.
 */
export function readWrittenDate(text: string): string | undefined {
  const plain = text.trimStart().normalize('NFKC');
  const roc = readRocDates(plain)[0];
  return (
    readNumeric(plain) ??
    readWithSigns(plain) ??
    readEnglish(plain) ??
    (roc?.start === 0 ? roc.from : undefined)
  );
}
