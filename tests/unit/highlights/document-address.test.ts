import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentAddress } from '../../../src/highlights/document-address.ts';

describe('the canonical address of a document', () => {
  it.each([
    ['https://moda.gov.tw/digital-affairs/1520.html#top', 'https://moda.gov.tw/digital-affairs/1520.html'],
    ['http://www.ey.gov.tw/Page/5A8A0CB5B41DA11E/abc', 'https://www.ey.gov.tw/Page/5A8A0CB5B41DA11E/abc'],
    ['https://www.moda.gov.tw/en/press/1', 'https://moda.gov.tw/en/press/1'],
    ['https://moda.gov.tw/press/1', 'https://moda.gov.tw/press/1'],
    ['https://www.mol.gov.tw:443/1607/?utm_source=x&fbclid=1', 'https://www.mol.gov.tw/1607/'],
    [
      'https://www.ndc.gov.tw/News_Content.aspx?s=B2&n=A1&utm_medium=mail',
      'https://www.ndc.gov.tw/News_Content.aspx?n=A1&s=B2',
    ],
    [
      'https://law.moj.gov.tw/LawClass/LawAll.aspx?PCode=A0030055',
      'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=A0030055',
    ],
    ['https://web.pcc.gov.tw/a/b.do;jsessionid=1F?id=7', 'https://web.pcc.gov.tw/a/b.do?id=7'],
    ['https://www.gov.tw/a?PHPSESSID=1&q=2', 'https://www.gov.tw/a?q=2'],
    ['https://www.gov.tw/%7euser/%e5%8f%b0', 'https://www.gov.tw/~user/%E5%8F%B0'],
    ['https://user:pass@WWW.Gov.TW./a', 'https://www.gov.tw/a'],
    ['http://intra.gov.tw:8080/a', 'http://intra.gov.tw:8080/a'],
    ['https://www.gov.tw/a?b=2&a=1&b=1', 'https://www.gov.tw/a?a=1&b=2&b=1'],
    ['file:///C:/a.html#x', 'file:///C:/a.html'],
  ])('%s → %s', (address, expected) => {
    expect(documentAddress(address)).toBe(expected);
  });

  it.each([
    [
      'a parameter that the page leaves out',
      'https://a.gov.tw/x?page=1&from=rss',
      { canonical: '/x?page=1' },
      'https://a.gov.tw/x?page=1',
    ],
    [
      'og:url where no canonical is given',
      'http://a.gov.tw/x.html?from=rss',
      { ogUrl: 'https://a.gov.tw/x.html' },
      'https://a.gov.tw/x.html',
    ],
    [
      'og:url where the canonical is wrong',
      'https://a.gov.tw/x?r=1',
      { canonical: 'https://a.gov.tw/', ogUrl: 'https://a.gov.tw/x' },
      'https://a.gov.tw/x',
    ],
  ])('believes %s', (_, address, claims, expected) => {
    expect(documentAddress(address, claims)).toBe(expected);
  });

  it.each([
    [
      'a staging host',
      'https://www.mol.gov.tw/topic/1/',
      { ogUrl: 'https://mol.hywebj00.com.tw%2ftopic%2f43563%2f' },
    ],
    [
      'the home page',
      'https://www.mol.gov.tw/topic/1/',
      { canonical: 'https://www.mol.gov.tw/', ogUrl: '/' },
    ],
    ['another language', 'https://a.gov.tw/en/x', { canonical: 'https://a.gov.tw/x' }],
    ['a page without .html', 'https://a.gov.tw/x.html', { canonical: 'https://a.gov.tw/x' }],
    ['a script without its parameters', 'https://a.gov.tw/News.aspx?n=1&s=2', { canonical: '/News.aspx' }],
    [
      'a home page that is chosen by a parameter',
      'https://a.gov.tw/?p=12',
      { canonical: 'https://a.gov.tw/' },
    ],
    ['another scheme', 'https://a.gov.tw/x', { canonical: 'javascript:alert(1)', ogUrl: 'ftp://a.gov.tw/x' }],
    ['nonsense', 'https://a.gov.tw/x', { canonical: 'http://[', ogUrl: '' }],
  ])('does not believe %s', (_, address, claims) => {
    expect(documentAddress(address, claims)).toBe(documentAddress(address));
  });

  const addresses = fc.webUrl({
    withFragments: true,
    withQueryParameters: true,
    validSchemes: ['http', 'https'],
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const once = documentAddress(address);
        expect(documentAddress(once)).toBe(once);
      }),
    );
  });

  it('does not depend on fragment, scheme, tracking or the order of parameters', () => {
    const parameters = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}x$/), { maxLength: 5 });
    fc.assert(
      fc.property(parameters, fc.integer({ min: 0, max: 4 }), fc.string(), (names, turn, noise) => {
        const ordered = names.map((name) => `${name}=1`);
        const turned = [
          ...ordered.slice(turn),
          `utm_term=${encodeURIComponent(noise)}`,
          ...ordered.slice(0, turn),
        ];
        const here = documentAddress(`https://a.gov.tw/p?${ordered.join('&')}`);
        expect(documentAddress(`http://a.gov.tw/p?${turned.join('&')}#${encodeURIComponent(noise)}`)).toBe(
          here,
        );
      }),
    );
  });

  it('never leaves the host that was seen, whatever the page claims', () => {
    fc.assert(
      fc.property(addresses, addresses, (seen, claim) => {
        const address = documentAddress(seen, { canonical: claim, ogUrl: claim });
        expect(new URL(address).hostname).toBe(new URL(documentAddress(seen)).hostname);
      }),
    );
  });
});
