/** The digits one to nine. */
const ONES = '一二三四五六七八九';

/** Every character that a number in Chinese is written with, for character classes. */
export const CHINESE_NUMERALS = `〇○零${ONES}十百廿卅`;

/** Value of a Chinese digit; every zero is 0. */
function digitOf(character: string): number {
  return ONES.indexOf(character) + 1;
}

const BY_PLACE = new RegExp(`^[〇○零${ONES}]+$`);
const BY_UNIT = new RegExp(
  `^(?:(?<hundreds>[${ONES}])?(?<hundred>百)零?)?` +
    `(?:(?<tens>[${ONES}])?(?<ten>十)|(?<joined>[廿卅]))?(?<ones>[${ONES}])?$`,
);

/** A number in Chinese, by place (一一三) or by unit (一百一十三, 廿五); undefined when it is neither. */
function readChineseNumber(text: string): number | undefined {
  if (BY_PLACE.test(text)) return [...text].reduce((value, digit) => value * 10 + digitOf(digit), 0);
  const match = BY_UNIT.exec(text)?.groups;
  if (!match) return undefined;
  const digit = (character: string | undefined, otherwise: number) =>
    character ? digitOf(character) : otherwise;
  const hundreds = match.hundred ? digit(match.hundreds, 1) : 0;
  const joined = match.joined === '廿' ? 2 : 3;
  const tens = match.ten ? digit(match.tens, 1) : match.joined ? joined : 0;
  return hundreds * 100 + tens * 10 + digit(match.ones, 0);
}

/** A number below a thousand in Chinese, or any in ASCII or full-width digits; undefined when the text is none. */
export function readNumber(text: string): number | undefined {
  const ascii = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return /^\d+$/.test(ascii) ? Number(ascii) : readChineseNumber(text);
}
