import { describe, expect, it } from 'vitest';
import { lawDate } from '../../../src/twins/law-date.ts';

describe('the date of the wording of a law', () => {
  it.each([
    [['修正日期：', '民國 112 年 05 月 31 日'], '2023-05-31'],
    [['修正日期：民國 112 年 05 月 31 日', '公發布日：民國 84 年 08 月 11 日'], '2023-05-31'],
    [['公發布日：民國 107 年 06 月 06 日'], '2018-06-06'],
    [['Amended Date：', '2023-05-31'], '2023-05-31'],
    [['修正日期：民國 112 年 05 月 31 日', '修正日期：民國 111 年 05 月 31 日'], undefined],
    [['修正日期另定之。'], undefined],
    [[], undefined],
  ])('%j', (lines, expected) => {
    expect(lawDate(lines)).toBe(expected);
  });
});
