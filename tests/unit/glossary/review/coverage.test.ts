import { describe, expect, it } from 'vitest';
import { coverGlossary } from '../../../../src/glossary/review/coverage.ts';
import { concept, packOf, term } from '../../../support/concepts.ts';

describe('the coverage', () => {
  const pack = packOf([
    concept('tw.a', { lead: ['tw.c'] }),
    concept('tw.b', {
      parent: 'tw.a',
      relations: [{ type: 'succeeds', to: 'tw.a', source: 'gazette' }],
      terms: [
        term('zh-Hant', '成長', { match: { mark: 'never' } }),
        term('en', 'Growth', { status: 'proposed' }),
      ],
    }),
    concept('tw.c', { kind: 'organisation' }),
    concept('sg.d', { jurisdiction: 'SG', kind: 'law' }),
  ]);
  const report = coverGlossary(pack, ({ id }) => (id.startsWith('tw') ? 'taiwan' : 'others'));

  it('counts everything once', () => {
    expect(report.whole).toEqual({
      concepts: 4,
      initiatives: 2,
      terms: 8,
      neverMarked: 1,
      relations: 1,
      derivedRelations: 2,
      english: { official: 3, accepted: 0, proposed: 1, superseded: 0, discouraged: 0 },
    });
    expect(report.sources).toBe(1);
  });

  it('divides the whole by theme, kind, jurisdiction and subject', () => {
    for (const groups of [report.themes, report.kinds, report.jurisdictions, report.subjects]) {
      const sum = Object.values(groups).reduce((total, { concepts }) => total + concepts, 0);
      expect(sum).toBe(4);
    }
    expect(Object.keys(report.themes)).toEqual(['others', 'taiwan']);
    expect(report.kinds.initiative?.relations).toBe(1);
  });

  it('counts terms by language and status', () => {
    expect(report.statuses).toEqual({
      'zh-Hant': { official: 4, accepted: 0, proposed: 0, superseded: 0, discouraged: 0 },
      en: { official: 3, accepted: 0, proposed: 1, superseded: 0, discouraged: 0 },
    });
  });
});
