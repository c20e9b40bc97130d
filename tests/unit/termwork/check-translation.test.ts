import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTerms } from '../../../src/matching/compile.ts';
import { openImage } from '../../../src/matching/image.ts';
import type { PackTerm } from '../../../src/matching/pack-terms.ts';
import { recogniseText } from '../../../src/matching/recognised-text.ts';
import { checkTranslation } from '../../../src/termwork/check-translation.ts';
import type { BaseTerm } from '../../../src/termwork/term-base.ts';

const term = (text: string, change: Partial<BaseTerm> = {}): BaseTerm => ({
  lang: /\p{Script=Han}/u.test(text) ? 'zh-Hant' : 'en',
  text,
  form: 'full',
  status: 'official',
  ...change,
});

const concepts: Record<string, BaseTerm[]> = {
  moda: [
    term('數位發展部'),
    term('Ministry of Digital Affairs'),
    term('MODA', { form: 'abbreviation' }),
    term('Ministry of Digital Development', { status: 'discouraged' }),
  ],
  nicst: [
    term('國家科學及技術委員會'),
    term('National Science and Technology Council'),
    term('Ministry of Science and Technology', { status: 'superseded' }),
  ],
  plan: [
    term('數位韌性計畫'),
    term('Digital Resilience Plan'),
    term('Plan for Digital Resilience', { status: 'accepted' }),
  ],
  transformation: [term('數位轉型'), term('digital transformation')],
  untranslated: [term('里民卡')],
};
const terms: PackTerm[] = Object.entries(concepts).flatMap(([concept, wordings]) =>
  wordings.map(({ text, lang, form }) => ({
    text,
    lang: lang as PackTerm['lang'],
    form,
    concept,
    jurisdiction: 'TW',
    rank: 0,
  })),
);
const index = openImage(compileTerms(terms));
const read = (text: string) => ({ text, ...recogniseText(index, terms, text) });
const base = { termsOf: (id: string) => concepts[id] ?? [] };
const check = (zh: string, en: string) => checkTranslation(read(zh), read(en), 'en', base);
const found = (zh: string, en: string) =>
  check(zh, en).findings.map(({ kind, concept, count }) => [kind, concept, count]);

describe('checking a translation', () => {
  it.each([
    ['the official name', '數位發展部今天宣布。', 'The Ministry of Digital Affairs announced today.'],
    ['a listed synonym', '公布數位韌性計畫。', 'The Plan for Digital Resilience was published.'],
    ['an abbreviation', '數位發展部今天宣布。', 'MODA announced today.'],
    ['an inflected form', '推動數位轉型。', 'Promoting digital transformations.'],
    ['other case and a broken line', '推動數位轉型。', 'Promoting Digital\nTransformation.'],
    ['a term that has no equivalent', '推出里民卡。', 'A card for residents.'],
  ])('takes %s', (_, zh, en) => {
    expect(found(zh, en)).toEqual([]);
  });

  it.each([
    ['missing', '數位發展部今天宣布。', 'The digital ministry announced today.', [['missing', 'moda', 1]]],
    [
      'discouraged',
      '數位發展部今天宣布。',
      'The Ministry of Digital Development announced.',
      [['discouraged', 'moda', 1]],
    ],
    [
      'superseded',
      '國家科學及技術委員會宣布。',
      'The Ministry of Science and Technology announced.',
      [['superseded', 'nicst', 1]],
    ],
    [
      'inconsistent',
      '數位韌性計畫上路。數位韌性計畫辦理中。',
      'The Digital Resilience Plan starts. The Plan for Digital Resilience is under way.',
      [['inconsistent', 'plan', 2]],
    ],
  ])('finds what is %s', (_, zh, en, expected) => {
    expect(found(zh, en)).toEqual(expected);
  });

  it('finds the paragraph that lacks a term which another has', () => {
    const zh =
      '數位韌性計畫自明年起由各機關辦理，經費由中央政府編列。\u2029民眾可以透過數位轉型與數位韌性計畫的網站申請補助，手續簡單。';
    const en =
      'From next year all agencies carry out the Digital Resilience Plan with funds of the central government.\u2029People can apply for grants on the site of digital transformation and of the new scheme; it is simple.';
    const { findings, aligned } = check(zh, en);
    expect(aligned).toBe('sections');
    expect(findings.map(({ kind, concept }) => [kind, concept])).toEqual([['missing', 'plan']]);
    expect(en.slice(findings[0]!.target!.start)).toMatch(/^People can apply/);
    expect(zh.slice(findings[0]!.source.start, findings[0]!.source.end)).toBe('數位韌性計畫');
  });

  it('lets a paragraph go on with the head of a name that was given before', () => {
    const zh =
      '數位發展部今天宣布，自明年起由各機關共同辦理這項工作，經費充足。\u2029數位發展部表示，民眾可以在網站上申請補助，手續十分簡單。';
    const en =
      'The Ministry of Digital Affairs announced today that all agencies will do this work from next year.\u2029The Ministry said that people can apply for the grants on its site and that this is very simple.';
    expect(found(zh, en)).toEqual([]);
  });

  it('works from English to Chinese', () => {
    const { findings } = checkTranslation(
      read('MODA and the Digital Resilience Plan.'),
      read('數位發展部與數位復原計畫。'),
      'zh',
      base,
    );
    expect(findings.map(({ kind, concept, expected }) => [kind, concept, expected])).toEqual([
      ['missing', 'plan', ['數位韌性計畫']],
    ]);
  });

  it('counts what it checked', () => {
    expect(check('數位發展部與數位轉型、里民卡。', 'MODA and digital transformation.').checked).toBe(2);
  });

  it('finds every planted error and nothing else', () => {
    const sentences = [
      [
        '數位發展部今天宣布新的措施',
        'The Ministry of Digital Affairs announced new measures today',
        'The digital office announced new measures today',
        'moda',
      ],
      [
        '國家科學及技術委員會提出報告',
        'The National Science and Technology Council submitted a report',
        'The science board submitted a report',
        'nicst',
      ],
      [
        '各機關共同推動數位轉型的工作',
        'All agencies work on digital transformation together',
        'All agencies work on becoming digital together',
        'transformation',
      ],
      [
        '民眾可以參加數位韌性計畫的活動',
        'People can take part in the Digital Resilience Plan',
        'People can take part in the scheme for resilience',
        'plan',
      ],
    ] as const;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (order, isWrong) => {
          const zh = order.map((at) => `${sentences[at]![0]}。`).join('\u2029');
          const en = order.map((at) => `${sentences[at]![isWrong[at] ? 2 : 1]}.`).join('\u2029');
          const expected = order.filter((at) => isWrong[at]).map((at) => sentences[at]![3]);
          expect(check(zh, en).findings.map(({ concept }) => concept)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});
