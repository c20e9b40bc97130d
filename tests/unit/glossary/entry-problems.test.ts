import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../../src/glossary/entry.ts';
import { problemsOf } from '../../../src/glossary/entry-problems.ts';
import { plainWording } from '../../../src/glossary/new-entry.ts';
import { entryOf } from '../../support/records.ts';

const codes = (change: Partial<GlossaryEntry>): string[] =>
  problemsOf(entryOf(1, change)).map(
    ({ code, term, isError }) => `${code}${term === undefined ? '' : ` ${term}`}${isError ? '' : ' (said)'}`,
  );
const zh = (text: string, facts = {}) => plainWording('zh-Hant', text, facts);
const en = (text: string, facts = {}) => plainWording('en', text, facts);

describe('what is wrong with an entry', () => {
  it.each<[string, Partial<GlossaryEntry>, string[]]>([
    ['nothing', { terms: [zh('數位韌性'), en('digital resilience')] }, []],
    ['one language is enough', { terms: [en('digital resilience'), zh(' ')] }, []],
    ['no wording', { terms: [zh(''), en('  ')] }, ['noTerm']],
    ['the same twice', { terms: [zh('韌性'), zh(' 韌性 ')] }, ['sameTerm 1']],
    ['the same but for folding', { terms: [zh('臺灣'), zh('台灣')] }, ['sameTerm 1 (said)']],
    ['a variant', { terms: [zh('臺灣'), zh('台灣', { form: 'variant' })] }, []],
    ['the same in two scripts', { terms: [zh('中心'), plainWording('zh-Hans', '中心')] }, []],
    ['dates as far as known', { terms: [en('a', { from: '2024', to: '2025-06' })] }, []],
    ['not a date', { terms: [en('a', { from: '113年' })] }, ['notDate 0']],
    ['no such month', { terms: [en('a', { to: '2024-13' })] }, ['notDate 0']],
    ['an end before its start', { terms: [en('a', { from: '2024-05', to: '2023' })] }, ['endBeforeStart 0']],
    ['an end in the year of its start', { terms: [en('a', { from: '2024-05', to: '2024' })] }, []],
    ['a claim without a source', { terms: [en('a', { status: 'official' })] }, ['noSource 0 (said)']],
    ['a review by nobody', { terms: [en('a')], review: 'reviewed' }, ['noReviewer']],
    [
      'a day that is none',
      { terms: [en('a')], review: 'approved', reviewedBy: '林', reviewedOn: '昨天' },
      ['notDate'],
    ],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });
});
