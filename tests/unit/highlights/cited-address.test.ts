import { describe, expect, it } from 'vitest';
import { citedAddress } from '../../../src/highlights/cited-address.ts';

describe('the address under which a document is cited', () => {
  it.each([
    { address: 'https://x.gov.tw/a?b=1', url: undefined, cited: 'https://x.gov.tw/a?b=1' },
    {
      address: 'https://x.gov.tw/a?b=1',
      url: 'http://x.gov.tw/a?b=1&sid=7#p',
      cited: 'http://x.gov.tw/a?b=1',
    },
    { address: 'https://x.gov.tw/a', url: 'https://www.x.gov.tw/a', cited: 'https://www.x.gov.tw/a' },
    { address: 'http://x.gov.tw:8080/a', url: 'http://x.gov.tw:8080/a#x', cited: 'http://x.gov.tw:8080/a' },
    { address: 'https://x.gov.tw/a', url: 'not an address', cited: 'https://x.gov.tw/a' },
    { address: 'https://x.gov.tw/a', url: 'javascript:alert(1)', cited: 'https://x.gov.tw/a' },
    { address: 'urn:document', url: 'http://x.gov.tw/a', cited: 'urn:document' },
  ])('$address, read at $url: $cited', ({ address, url, cited }) => {
    expect(citedAddress({ address, ...(url !== undefined && { url }) })).toBe(cited);
  });
});
