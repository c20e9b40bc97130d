import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../../src/glossary/concept.ts';
import { reviewGlossary } from '../../../../src/glossary/review/review.ts';
import { type Source, sourceSchema } from '../../../../src/glossary/source.ts';
import { concept, gazette, packOf, term } from '../../../support/concepts.ts';

/** Findings as `severity rule subject`. */
function findings(concepts: readonly Concept[], sources: readonly Source[] = [gazette]): string[] {
  return reviewGlossary(packOf(concepts, sources)).map(
    ({ severity, rule, subject }) => `${severity} ${rule} ${subject}`,
  );
}

const source = 'gazette';
const zh = term('zh-Hant', '計畫');
const en = term('en', 'Plan');
/** A document that is known by its title only. */
const report: Source = sourceSchema.parse({
  id: 'report',
  body: { 'zh-Hant': '行政院', en: 'Executive Yuan' },
  title: { en: 'Report' },
});

describe('a sound glossary', () => {
  it('gives no findings', () => {
    const whole = [
      concept('a'),
      concept('b', { parent: 'a', order: 1, start: 2021, end: '2025-12' }),
      concept('c', { parent: 'a', order: 2, relations: [{ type: 'succeeds', to: 'b', source }] }),
    ];
    expect(findings(whole)).toEqual([]);
  });
});

describe('one fault each', () => {
  const cases: readonly (readonly [string, Concept[], string[]])[] = [
    ['a parent that is not there', [concept('a', { parent: 'x' })], ['error reference a']],
    ['a lead that is not there', [concept('a', { lead: ['x'] })], ['error reference a']],
    ['a lead that cannot lead', [concept('a', { lead: ['b'] }), concept('b')], ['warning reference a']],
    [
      'an initiative that is none',
      [concept('a', { initiatives: ['b'] }), concept('b', { kind: 'law' })],
      ['warning reference a'],
    ],
    ['something related that is not there', [concept('a', { related: ['x'] })], ['error reference a']],
    [
      'a relation to nothing',
      [concept('a', { relations: [{ type: 'funds', to: 'x', source }] })],
      ['error reference a'],
    ],
    ['a relation to itself', [concept('a', { related: ['a'] })], ['error reference a']],
    ['a subject that is not there', [concept('a', { subject: 'x' })], ['error reference a']],
    ['a source that is not there', [concept('a', { sources: ['gazette', 'x'] })], ['error reference a']],
    [
      'a circle of parents',
      [concept('a', { parent: 'c' }), concept('b', { parent: 'a' }), concept('c', { parent: 'b' })],
      ['error cycle a'],
    ],
    [
      'a circle through a second whole',
      [concept('a', { parent: 'b' }), concept('b', { relations: [{ type: 'partOf', to: 'a', source }] })],
      ['error cycle a'],
    ],
    [
      'a circle of successors',
      [
        concept('a', { relations: [{ type: 'succeeds', to: 'b', source }] }),
        concept('b', { relations: [{ type: 'succeeds', to: 'a', source }] }),
      ],
      ['error cycle a'],
    ],
    [
      'two parts in one place',
      [concept('a'), concept('b', { parent: 'a', order: 1 }), concept('c', { parent: 'a', order: 1 })],
      ['error order c'],
    ],
    ['a place in nothing', [concept('a', { order: 1 })], ['error order a']],
    ['an end before the start', [concept('a', { start: 2025, end: '2024-12' })], ['error dates a']],
    [
      'a wording given up before it was used',
      [concept('a', { terms: [zh, { ...en, from: '2025', to: '2024' }] })],
      ['error dates a'],
    ],
    [
      'a superseded wording without a date',
      [concept('a', { terms: [zh, en, term('en', 'Old Plan', { status: 'superseded' })] })],
      ['warning dates a'],
    ],
    ['no Chinese term', [concept('a', { terms: [en] })], ['error language a']],
    ['no English term', [concept('a', { terms: [zh] })], ['error language a']],
    ['an English term in Chinese', [concept('a', { terms: [zh, term('en', 'AI計畫')] })], ['error script a']],
    ['a Simplified term', [concept('a', { terms: [term('zh-Hant', '计划'), en] })], ['error script a']],
    [
      'a Simplified definition',
      [concept('a', { definition: { 'zh-Hant': '国家计划。', en: 'A plan.' } })],
      ['error script a'],
    ],
    [
      'an English definition in Chinese',
      [concept('a', { definition: { 'zh-Hant': '計畫。', en: '計畫' } })],
      ['error script a'],
    ],
    [
      'half-width punctuation',
      [concept('a', { definition: { 'zh-Hant': '計畫,國家的。', en: 'A plan.' } })],
      ['error script a'],
    ],
    [
      'a definition that is too long in Chinese',
      [concept('a', { definition: { 'zh-Hant': '長'.repeat(121), en: 'Long.' } })],
      ['error definition a'],
    ],
    [
      'a definition that is too long in English',
      [concept('a', { definition: { 'zh-Hant': '長。', en: 'long '.repeat(61) } })],
      ['error definition a'],
    ],
    [
      'a relation stated twice',
      [
        concept('a', {
          relations: [
            { type: 'funds', to: 'b', source },
            { type: 'funds', to: 'b', source },
          ],
        }),
        concept('b'),
      ],
      ['error relation a'],
    ],
    [
      'a relation that follows from the parent',
      [concept('a', { parent: 'b', relations: [{ type: 'partOf', to: 'b', source }] }), concept('b')],
      ['warning relation a'],
    ],
    [
      'a context without cues',
      [
        concept('a', {
          terms: [zh, { ...en, match: term('en', 'x', { match: { mark: 'context' } }).match! }],
        }),
      ],
      ['error matching a'],
    ],
    [
      'a short form that its longer form vouches for',
      [
        concept('a', {
          terms: [zh, en, term('zh-Hant', '工程會', { form: 'short', match: { mark: 'context' } })],
        }),
      ],
      [],
    ],
    [
      'a single character',
      [concept('a', { terms: [zh, en, term('zh-Hant', '部', { form: 'short' })] })],
      ['error matching a'],
    ],
    [
      'a concept that is never marked',
      [
        concept('a', {
          terms: [
            term('zh-Hant', '成長', { match: { mark: 'never' } }),
            term('en', 'Growth', { match: { mark: 'never' } }),
          ],
        }),
      ],
      ['warning matching a'],
    ],
    ['a site of a plan', [concept('a', { domains: ['plan.gov.tw'] })], ['error domain a']],
    [
      'a site of two bodies',
      [
        concept('a', { kind: 'organisation', domains: ['ndc.gov.tw'] }),
        concept('b', { kind: 'organisation', domains: ['ndc.gov.tw'] }),
      ],
      ['error domain b'],
    ],
    [
      'a wording listed twice',
      [concept('a', { terms: [zh, en, term('en', 'PLAN', { form: 'variant' })] })],
      ['warning duplicate a'],
    ],
  ];

  it.each(cases)('%s', (_, concepts, expected) => {
    expect(findings(concepts)).toEqual(expected);
  });
});

describe('a claim', () => {
  const withSource = (status: 'official' | 'accepted' | 'superseded' | 'discouraged' | 'proposed') => {
    const { source: _, ...bare } = { ...en, status, to: '2024' };
    return concept('a', { terms: [zh, bare] });
  };

  it.each(['official', 'accepted', 'superseded', 'discouraged'] as const)('%s needs a source', (status) => {
    expect(findings([withSource(status)])).toEqual(['error status a']);
  });

  it('proposed needs none', () => {
    expect(findings([withSource('proposed')])).toEqual([]);
  });

  it('of a status rests on an address, or on a document and the place in it', () => {
    const resting = (citation: string | { id: string; at?: string }) =>
      findings([concept('a', { terms: [zh, { ...en, source: citation as never }] })], [gazette, report]);
    expect(resting({ id: 'report' })).toEqual(['error status a']);
    expect(resting({ id: 'report', at: 'p. 3' })).toEqual([]);
    expect(resting({ id: 'gazette' })).toEqual(['warning source report']);
  });

  it('of a concept or a relation should be as easy to check', () => {
    const plain = [
      concept('a', { sources: ['report'], relations: [{ type: 'funds', to: 'b', source: 'report' }] }),
      concept('b'),
    ];
    expect(findings(plain, [gazette, report])).toEqual(['warning evidence a', 'warning relation a']);
  });
});

describe('a wording of several concepts', () => {
  const plan = (
    id: string,
    rest: Parameters<typeof term>[2] = {},
    more: Parameters<typeof concept>[1] = {},
  ) => concept(id, { terms: [term('zh-Hant', `計畫${id}`), term('en', 'Smart Nation', rest)], ...more });

  it('needs a reason', () => {
    expect(findings([plan('a'), plan('b')])).toEqual(['error duplicate a']);
  });

  it('is the same wording when the recogniser takes it for the same', () => {
    const other = concept('b', { terms: [term('zh-Hant', '計畫b'), term('en', 'SMART-NATION')] });
    expect(findings([plan('a'), other])).toEqual(['error duplicate a']);
  });

  it('is two wordings in two languages', () => {
    const shared = (id: string, lang: 'zh-Hant' | 'en') =>
      concept(id, { terms: [term('zh-Hant', `計畫${id}`), term('en', `plan ${id}`), term(lang, 'CBPR')] });
    expect(findings([shared('a', 'en'), shared('b', 'zh-Hant')])).toEqual([]);
  });

  it.each([
    ['another jurisdiction', plan('b', {}, { jurisdiction: 'SG' })],
    ['a context', plan('b', { match: { mark: 'context', near: ['DIGI+'] } })],
    ['never being marked', plan('b', { match: { mark: 'never' } })],
    ['who uses it', plan('b', { usage: { 'zh-Hant': '舊文件', en: 'older documents' } })],
    ['a note', plan('b', {}, { note: { 'zh-Hant': '與另一計畫同名。', en: 'Shares its name.' } })],
  ])('is explained by %s', (_, other) => {
    expect(findings([plan('a'), other])).toEqual([]);
  });

  it('is explained only when at most one of them has no reason', () => {
    const explained = plan('c', { match: { mark: 'never' } });
    expect(findings([plan('a'), plan('b'), explained])).toEqual(['error duplicate a']);
  });
});
