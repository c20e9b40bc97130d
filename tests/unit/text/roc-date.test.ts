import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, readRocDates, yearOfRoc } from '../../../src/text/roc-date.ts';

/** Dates as `from` or `from/to`. */
function read(text: string): string[] {
  return readRocDates(text).map(({ from, to }) => (from === to ? from : `${from}/${to}`));
}

describe('readRocDates', () => {
  it.each([
    ['民國113年', '2024'],
    ['中華民國113年', '2024'],
    ['民國 113 年', '2024'],
    ['民國元年', '1912'],
    ['中華民國元年元旦', '1912'],
    ['民國1年', '1912'],
    ['民國前2年', '1910'],
    ['民國前1年10月10日', '1911-10-10'],
    ['民前2年', '1910'],
    ['民國99年5月', '2010-05'],
    ['民國113年11月5日', '2024-11-05'],
    ['113年11月5日', '2024-11-05'],
    ['中華民國 113 年 11 月 5 日', '2024-11-05'],
    ['113年11月', '2024-11'],
    ['113年', '2024'],
    ['99年5月20日', '2010-05-20'],
    ['民國１１３年１１月５日', '2024-11-05'],
    ['１１３年', '2024'],
    ['民國一百一十三年', '2024'],
    ['民國一一三年', '2024'],
    ['中華民國一百一十三年十一月五日', '2024-11-05'],
    ['民國九十九年十二月廿五日', '2010-12-25'],
    ['民國一百年', '2011'],
    ['民國一百零二年', '2013'],
    ['民國十年', '1921'],
    ['民國二十年', '1931'],
    ['民國八十年三月三十日', '1991-03-30'],
    ['民國113年2月29日', '2024-02-29'],
    ['110-114年', '2021/2025'],
    ['110–114年', '2021/2025'],
    ['110至114年', '2021/2025'],
    ['110年至114年', '2021/2025'],
    ['民國110年～114年', '2021/2025'],
    ['民國110年到民國114年', '2021/2025'],
    ['民國98-99年', '2009/2010'],
    ['113年1月1日至114年12月31日', '2024-01-01/2025-12-31'],
    ['自民國113年3月起', '2024-03'],
    ['行政院113年5月20日院臺字第1130012345號函', '2024-05-20'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    '2024年',
    '西元2024年11月5日',
    '10年',
    '99年',
    '一百年',
    '元年',
    '數位遊牧元年',
    '民國',
    '民國年間',
    '113',
    '第113號',
    '民國0年',
    '民國113年2月30日',
    '民國113年13月',
    '人民10年',
    '500年',
    '114-110年',
  ])('reads nothing in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('reads all dates of a text and says where they stand', () => {
    const text = '本法於民國84年8月11日公布，112年5月31日修正。';
    expect(readRocDates(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '民國84年8月11日',
      '112年5月31日',
    ]);
    expect(read(text)).toEqual(['1995-08-11', '2023-05-31']);
  });

  const day = fc
    .date({ min: new Date('1912-01-01'), max: new Date('2110-12-31'), noInvalidDate: true })
    .map((date) => ({
      year: date.getUTCFullYear() - 1911,
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      iso: date.toISOString().slice(0, 10),
    }));
  const fullWidth = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const spelt = (value: number): string => {
    const digits = '〇一二三四五六七八九';
    const hundreds = Math.floor(value / 100);
    const tens = Math.floor((value % 100) / 10);
    const ones = value % 10;
    const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
    const tensText = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
    return `${hundreds > 0 ? `${digits[hundreds]}百` : ''}${zero}${tensText}${ones > 0 ? digits[ones] : ''}`;
  };

  it('reads every day in every way of writing', () => {
    fc.assert(
      fc.property(day, fc.string(), ({ year, month, day: date, iso }, around) => {
        const plain = `民國${year}年${month}月${date}日`;
        const chinese = `民國${spelt(year)}年${spelt(month)}月${spelt(date)}日`;
        for (const written of [plain, fullWidth(plain), chinese]) expect(read(written)).toEqual([iso]);
        const [first] = readRocDates(`。${plain}。${around}`);
        expect(first).toEqual({ start: 1, end: 1 + plain.length, from: iso, to: iso });
      }),
    );
  });

  it('reads ranges of years in order only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 198 }), fc.integer({ min: 1, max: 50 }), (from, length) => {
        const to = Math.min(from + length, 199);
        const years = `${from + 1911}/${to + 1911}`;
        expect(read(`${from}-${to}年`)).toEqual([years]);
        expect(read(`民國${from}年至${to}年`)).toEqual([years]);
        expect(read(`${to}-${from}年`)).toEqual([]);
      }),
    );
  });

  it('never throws, and gives spans that do not overlap', () => {
    const piece = fc.constantFrom(
      '民國',
      '前',
      '年',
      '月',
      '日',
      '元',
      '113',
      '十',
      '百',
      '-',
      '至',
      ' ',
      '５',
      '民',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        let end = 0;
        for (const date of readRocDates(pieces.join(''))) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.from <= date.to).toBe(true);
          end = date.end;
        }
      }),
    );
  });
});

describe('yearOfRoc', () => {
  it.each([
    [113, false, 2024],
    [1, false, 1912],
    [1, true, 1911],
    [2, true, 1910],
    [0, false, undefined],
    [-1, false, undefined],
    [1.5, false, undefined],
  ])('%s (before: %s) is %s', (year, before, expected) => {
    expect(yearOfRoc(year, before)).toBe(expected);
  });
});

describe('isoDate', () => {
  it('knows the calendar', () => {
    expect(isoDate(2023, 2, 29)).toBeUndefined();
    expect(isoDate(2024, 2, 29)).toBe('2024-02-29');
    expect(isoDate(2024, 4, 31)).toBeUndefined();
    expect(isoDate(2024, 0)).toBeUndefined();
  });
});
