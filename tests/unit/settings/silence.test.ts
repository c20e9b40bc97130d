import { describe, expect, it } from 'vitest';
import {
  placeOf,
  readSilences,
  type Silence,
  silencedOn,
  withSilence,
} from '../../../src/settings/silence.ts';

const page = 'https://www.ndc.gov.tw/news?id=1';
const silence = (n: number, term: string, scope: Silence['scope']): Silence => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  term,
  scope,
  where: placeOf(scope, page),
});

describe('silencedOn', () => {
  const all = [silence(1, '信任', 'page'), silence(2, '成長', 'site'), silence(3, '社區', 'everywhere')];
  it.each([
    [page, ['信任', '成長', '社區']],
    ['https://www.ndc.gov.tw/other', ['成長', '社區']],
    ['https://moda.gov.tw/', ['社區']],
    ['not an address', ['社區']],
  ])('%s', (address, expected) => {
    expect(silencedOn(all, address)).toEqual(expected);
  });
});

describe('withSilence', () => {
  it('keeps the same wish once', () => {
    const twice = withSilence([silence(1, '信任', 'site')], silence(2, '信任', 'site'));
    expect(twice.map(({ id }) => id)).toEqual([silence(2, '信任', 'site').id]);
  });
});

describe('readSilences', () => {
  it('leaves out what does not fit', () => {
    expect(readSilences([silence(1, '信任', 'site'), { term: 1 }, null])).toEqual([
      silence(1, '信任', 'site'),
    ]);
    expect(readSilences('x')).toEqual([]);
  });
});
