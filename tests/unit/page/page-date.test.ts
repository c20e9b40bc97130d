import { describe, expect, it } from 'vitest';
import { dateOfPage } from '../../../src/page/page-date.ts';

const TODAY = '2026-01-31';

/** Date and kind of a page of these texts, with these meta elements. */
function dateOf(texts: readonly string[], metas: Readonly<Record<string, string>> = {}): string | undefined {
  const given = Object.entries(metas).map(([name, content]) => ({ name, content }));
  const found = dateOfPage({ metas: given, texts }, TODAY);
  return found && `${found.kind} ${found.date}`;
}

describe('dateOfPage', () => {
  it.each([
    ['發布日期：2024-11-13', 'published 2024-11-13'],
    ['發布日期:110-05-04', 'published 2021-05-04'],
    ['張貼日期： 112-04-04', 'published 2023-04-04'],
    ['更新日期 : 109-5-11', 'updated 2020-05-11'],
    ['更新日期：113/08/26', 'updated 2024-08-26'],
    ['公布日期：民國 113 年 11 月 5 日', 'published 2024-11-05'],
    ['Published: 5 November 2024', 'published 2024-11-05'],
    ['Last updated: 2024/11/05', 'updated 2024-11-05'],
  ])('reads %s', (text, expected) => {
    expect(dateOf(['標題', text, '內文'])).toBe(expected);
  });

  it('reads a label and its date in two cells', () => {
    expect(dateOf(['發布日期', '113-11-05', '內文'])).toBe('published 2024-11-05');
  });

  it.each([
    [{ 'DC.Date': '2021-05-04' }, 'published 2021-05-04'],
    [{ 'DC.Date': '2021/5/29 下午 09:40:00' }, 'published 2021-05-29'],
    [{ 'article:published_time': '2024-11-13T08:00:00+08:00' }, 'published 2024-11-13'],
    [{ 'article:published_time': '2024-11-13', 'article:modified_time': '2025-01-02' }, 'updated 2025-01-02'],
    [{ 'DC.Date': '國立嘉義大學全球資訊網' }, undefined],
    [{ 'DC.Date': '2199-01-01' }, undefined],
    [{ viewport: '2021-05-04' }, undefined],
    [{}, undefined],
  ])('takes from the meta elements %j: %s', (metas, expected) => {
    expect(dateOf(['內文'], metas as Record<string, string>)).toBe(expected);
  });

  it('believes what the reader can see first', () => {
    expect(dateOf(['發布日期：110-05-04', '更新日期：110-05-05'], { 'DC.Date': '2021-05-01' })).toBe(
      'published 2021-05-04',
    );
  });

  it('takes the later of what the head says and of the update', () => {
    expect(dateOf(['更新日期：114-03-21'], { 'DC.Date': '2021-05-14' })).toBe('updated 2025-03-21');
    expect(dateOf(['更新日期：109-12-04'], { 'DC.Date': '2021-05-14' })).toBe('published 2021-05-14');
  });

  it('does not take the dates of a list for its own', () => {
    const list = ['發布日期：110-06-01', '發布日期：110-05-20', '發布日期：110-05-04'];
    expect(dateOf(list)).toBeUndefined();
    expect(dateOf(list, { 'DC.Date': '2021-05-29' })).toBe('published 2021-05-29');
  });

  it('takes no date that is to come, and none from elsewhere in the text', () => {
    expect(dateOf(['發布日期：2026-02-01'])).toBeUndefined();
    expect(dateOf(['本計畫於2024-11-05核定，自113年起實施。'])).toBeUndefined();
  });
});
