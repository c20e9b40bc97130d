import { describe, expect, it } from 'vitest';
import { agencyHostPatterns } from '../../../scripts/agency-hosts.ts';
import { agencyOfHost } from '../../../src/glossary/agency.ts';
import { type Concept, conceptSchema } from '../../../src/glossary/concept.ts';

function body(id: string, domains: string[], change: object = {}): Concept {
  return conceptSchema.parse({
    id,
    kind: 'organisation',
    subject: 'government-bodies',
    jurisdiction: 'TW',
    definition: { 'zh-Hant': '機關', en: 'A body' },
    sources: ['source'],
    terms: [{ lang: 'zh-Hant', text: '機關', status: 'proposed' }],
    domains,
    ...change,
  });
}

const bodies = [
  body('tw.org.moea', ['moea.gov.tw']),
  body('tw.org.tipo', ['tipo.gov.tw', 'patent.moea.gov.tw']),
  body('tw.org.portal', ['gov.tw']),
  body('tw.org.epa', ['epa.gov.tw'], { end: '2023-08-21' }),
  body('sg.org.govtech', ['tech.gov.sg'], { jurisdiction: 'SG' }),
];

describe('agencyOfHost', () => {
  it.each([
    ['moea.gov.tw', 'tw.org.moea'],
    ['www.moea.gov.tw', 'tw.org.moea'],
    ['WWW.MOEA.GOV.TW', 'tw.org.moea'],
    ['patent.moea.gov.tw', 'tw.org.tipo'],
    ['notmoea.gov.tw', 'tw.org.portal'],
    ['moea.gov.tw.example', undefined],
    ['', undefined],
  ])('%s', (host, expected) => {
    expect(agencyOfHost(bodies, host)?.id).toBe(expected);
  });
});

describe('agencyHostPatterns', () => {
  it("names the sites of Taiwan's present bodies, none within another, and no public suffix", () => {
    expect(agencyHostPatterns(bodies)).toEqual([
      '*://*.moea.gov.tw/*',
      '*://*.tipo.gov.tw/*',
      '*://www.gov.tw/*',
    ]);
  });
});
