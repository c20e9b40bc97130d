import { describe, expect, it } from 'vitest';
import { standingOn, statusOn, termsOn } from '../../../src/glossary/valid-on.ts';
import { concept, term } from '../../support/concepts.ts';

describe('standingOn', () => {
  it.each([
    [{}, '2020-01-01', 'within'],
    [{ start: '2014-03-03' }, '2014-03-02', 'before'],
    [{ start: '2014-03-03' }, '2014-03-03', 'within'],
    [{ end: '2022-07-26' }, '2022-07-26', 'within'],
    [{ end: '2022-07-26' }, '2022-07-27', 'after'],
    [{ end: '2022-07-26' }, '2022', 'within'],
    [{ end: '2022' }, '2022-12-31', 'within'],
    [{ end: '2022' }, '2023-01-01', 'after'],
    [{ start: '2022-08' }, '2022-08-01', 'within'],
    [{ start: '2022-08', end: '2023' }, '2022-07-31', 'before'],
  ] as const)('%j on %s: %s', (time, date, expected) => {
    expect(standingOn(time, date)).toBe(expected);
  });
});

describe('statusOn', () => {
  const old = term('en', 'Bilingual Nation policy', { status: 'superseded', to: '2022-03-28' });
  const present = term('en', 'Bilingual Policy', { from: '2022-03-28' });

  it.each([
    [old, '2020-01-01', 'official'],
    [old, '2022-03-28', 'official'],
    [old, '2023', 'superseded'],
    [present, '2020-01-01', undefined],
    [present, '2023', 'official'],
    [term('en', 'x', { status: 'superseded' }), '2020', 'superseded'],
    [term('en', 'x', { status: 'proposed' }), '1990', 'proposed'],
    [term('en', 'x', { status: 'accepted', to: '2024' }), '2025', 'superseded'],
  ] as const)('%o on %s: %s', (wording, date, expected) => {
    expect(statusOn(wording, date)).toBe(expected);
  });
});

describe('termsOn', () => {
  const policy = concept('tw.bilingual', {
    terms: [
      term('zh-Hant', '2030雙語政策', { from: '2022-03-28' }),
      term('zh-Hant', '雙語政策', { form: 'short' }),
      term('zh-Hant', '2030雙語國家政策', { status: 'superseded', to: '2022-03-28' }),
      term('en', 'Bilingual 2030'),
      term('en', 'Bilingual Nation', { status: 'superseded', to: '2022-03-28', form: 'variant' }),
      term('en', 'bilingual state', { status: 'discouraged' }),
    ],
  });
  const names = (lang: 'zh-Hant' | 'en', date: string) =>
    termsOn(policy, lang, date).map(({ term: { text }, status }) => `${text} ${status}`);

  it('gives the names of the time first, with the status they had', () => {
    expect(names('zh-Hant', '2020-05-01')).toEqual([
      '2030雙語國家政策 official',
      '雙語政策 official',
      '2030雙語政策 official',
    ]);
    expect(names('en', '2020-05-01')).toEqual([
      'Bilingual Nation official',
      'Bilingual 2030 official',
      'bilingual state discouraged',
    ]);
  });

  it('gives the present names on a present page', () => {
    expect(names('zh-Hant', '2024')).toEqual([
      '2030雙語政策 official',
      '雙語政策 official',
      '2030雙語國家政策 superseded',
    ]);
  });
});
