import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWrittenDate } from '../../../src/text/written-date.ts';

describe('readWrittenDate', () => {
  it.each([
    ['2024-11-05', '2024-11-05'],
    ['2024/11/5', '2024-11-05'],
    ['2024.11.5', '2024-11-05'],
    ['2021/5/29 下午 09:40:00', '2021-05-29'],
    ['2024-11-13T08:00:00+08:00', '2024-11-13'],
    ['110-05-04', '2021-05-04'],
    ['109-5-11', '2020-05-11'],
    ['113/08/26', '2024-08-26'],
    ['99.12.31', '2010-12-31'],
    ['１１３－１１－０５', '2024-11-05'],
    ['2024年11月5日', '2024-11-05'],
    ['西元2024年11月', '2024-11'],
    ['民國113年11月5日', '2024-11-05'],
    ['113年11月5日', '2024-11-05'],
    ['中華民國 113 年 11 月 5 日', '2024-11-05'],
    ['5 November 2024', '2024-11-05'],
    ['November 5, 2024', '2024-11-05'],
    ['Nov. 5, 2024', '2024-11-05'],
    ['5th Nov 2024', '2024-11-05'],
    ['  2024-11-05  ', '2024-11-05'],
  ])('reads %s as %s', (text, expected) => {
    expect(readWrittenDate(text)).toBe(expected);
  });

  it.each([
    '',
    '國立嘉義大學',
    '2024-02-30',
    '2024-13-01',
    '09:30:15',
    'Smarch 5, 2024',
    '於2024-11-05',
    '123456',
  ])('reads nothing in %s', (text) => {
    expect(readWrittenDate(text)).toBeUndefined();
  });

  it('reads every day in every way of writing', () => {
    const days = fc.date({ min: new Date('1912-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
        const english = date.toLocaleDateString('en-GB', {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        });
        expect(readWrittenDate(iso)).toBe(iso);
        expect(readWrittenDate(`${year}/${month}/${day}`)).toBe(iso);
        expect(readWrittenDate(`${year}年${month}月${day}日`)).toBe(iso);
        expect(readWrittenDate(`民國${year - 1911}年${month}月${day}日`)).toBe(iso);
        expect(readWrittenDate(english)).toBe(iso);
        // Below 10 a year of the Republic has one digit, which is no year on any page.
        if (year >= 1921) expect(readWrittenDate(`${year - 1911}-${month}-${day}`)).toBe(iso);
      }),
    );
  });
});
