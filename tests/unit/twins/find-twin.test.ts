import { describe, expect, it } from 'vitest';
import { findTwin, type PageFacts, type PageLink } from '../../../src/twins/find-twin.ts';

const HOST = 'https://www.some.gov.tw';

function link(href: string, ...names: string[]): PageLink {
  return { href: URL.parse(href, `${HOST}/x`)?.href ?? href, names };
}

function find(change: Partial<PageFacts>) {
  const twin = findTwin({
    address: `${HOST}/tw/cp-1-2-ab3-1.html`,
    language: 'zh',
    alternates: [],
    links: [],
    ...change,
  });
  return twin && `${twin.how} ${twin.address}`;
}

describe('what a page declares', () => {
  const alternate = (hreflang: string, href: string) => ({ hreflang, href: new URL(href, HOST).href });

  it.each([
    ['en', '/en/cp-9-8-cd7-2.html', 'declared https://www.some.gov.tw/en/cp-9-8-cd7-2.html'],
    ['EN', '/en/cp-9-8-cd7-2.html', 'declared https://www.some.gov.tw/en/cp-9-8-cd7-2.html'],
    ['en_US', '/en/cp-9-8-cd7-2.html', 'declared https://www.some.gov.tw/en/cp-9-8-cd7-2.html'],
    ['en', 'https://english.some.gov.tw/news/5', 'declared https://english.some.gov.tw/news/5'],
    // Traps: itself, itself printed, a home page, the folder of its own language, a machine, no page.
    ['en', '/tw/cp-1-2-ab3-1.html', undefined],
    ['en', '/tw/cp-1-2-ab3-1.html#content', undefined],
    ['en', '/tw/cp-1-2-ab3-1.html?print=1', undefined],
    ['en', '/en/', 'home https://www.some.gov.tw/en/'],
    ['en', '/en/mp-2.html', 'home https://www.some.gov.tw/en/mp-2.html'],
    ['en', '/tw/cp-5-6-ef7-1.html', undefined],
    ['en', 'https://translate.google.com/translate?u=x', undefined],
    ['en', '/en/report.pdf', undefined],
    ['ja', '/jp/cp-9-8-cd7-3.html', undefined],
    ['x-default', '/en/cp-9-8-cd7-2.html', undefined],
  ])('%s at %s', (hreflang, href, expected) => {
    expect(find({ alternates: [alternate(hreflang, href)] })).toBe(expected);
  });

  it('of a page in English: Chinese in traditional script, not in simplified', () => {
    const facts = { address: `${HOST}/en/news/5`, language: 'en' as const };
    const simplified = alternate('zh-Hans', '/cn/news/5');
    expect(find({ ...facts, alternates: [simplified] })).toBeUndefined();
    expect(find({ ...facts, alternates: [alternate('zh-CN', '/cn/news/5')] })).toBeUndefined();
    expect(find({ ...facts, alternates: [simplified, alternate('zh-Hant', '/tw/news/5')] })).toBe(
      'declared https://www.some.gov.tw/tw/news/5',
    );
  });

  it('twice, of two documents, is believed of none', () => {
    const alternates = [alternate('en', '/en/cp-9-8-cd7-2.html'), alternate('en', '/en/cp-7-7-cd7-2.html')];
    expect(find({ alternates })).toBeUndefined();
  });

  it('goes before what links say', () => {
    const alternates = [alternate('en', '/en/cp-9-8-cd7-2.html')];
    expect(find({ alternates, links: [link('/en/cp-1-2-ab3-1.html', 'English')] })).toMatch(
      /^declared .*cp-9/,
    );
  });
});

describe('links', () => {
  const press = { address: 'https://www.some.gov.tw/news/39105' };

  it.each<[string, Partial<PageFacts>, PageLink[], string | undefined]>([
    [
      'the same path in another folder',
      {},
      [link('/en/cp-1-2-ab3-1.html', 'English')],
      'link https://www.some.gov.tw/en/cp-1-2-ab3-1.html',
    ],
    [
      'the same path, not said in words',
      {},
      [link('/en/cp-1-2-ab3-1.html', 'Read this')],
      'link https://www.some.gov.tw/en/cp-1-2-ab3-1.html',
    ],
    [
      'a folder more',
      press,
      [link('/en/news/39105.html', 'EN')],
      'link https://www.some.gov.tw/en/news/39105.html',
    ],
    [
      'a parameter',
      press,
      [link('/news/39105?lang=en', 'English')],
      'link https://www.some.gov.tw/news/39105?lang=en',
    ],
    [
      'another host',
      press,
      [link('https://english.some.gov.tw/News/6919', 'English')],
      'link https://english.some.gov.tw/News/6919',
    ],
    [
      'marks around the name',
      {},
      [link('/en/cp-1-2-ab3-1.html', ' [English] ')],
      'link https://www.some.gov.tw/en/cp-1-2-ab3-1.html',
    ],
    [
      'other numbers in the folder of the language',
      {},
      [link('/en/cp-7-8-99-2.html', 'English(另開新視窗)')],
      'link https://www.some.gov.tw/en/cp-7-8-99-2.html',
    ],
    [
      'the same link in two menus',
      {},
      [link('/en/cp-7-8-99-2.html', 'English'), link('/en/cp-7-8-99-2.html#top', 'EN')],
      'link https://www.some.gov.tw/en/cp-7-8-99-2.html',
    ],
    // Traps.
    ['the home page', {}, [link('/en/mp-2.html', 'English')], 'home https://www.some.gov.tw/en/mp-2.html'],
    [
      'the home page without a folder',
      {},
      [link('/mp-2.html', 'English')],
      'home https://www.some.gov.tw/mp-2.html',
    ],
    [
      'the home page by another name',
      {},
      [link('/enhome/', 'English')],
      'home https://www.some.gov.tw/enhome/',
    ],
    ['a script', {}, [link('#', 'English'), link('javascript:;', 'English')], undefined],
    ['mail', {}, [link('mailto:english@some.gov.tw', 'English')], undefined],
    ['itself', {}, [link('/tw/cp-1-2-ab3-1.html', 'English')], undefined],
    ['itself printed', {}, [link('/tw/cp-1-2-ab3-1.html?print=1', 'English')], undefined],
    ['a machine', {}, [link('https://translate.google.com/translate?tl=en&u=x', 'English')], undefined],
    [
      'a machine under a name of its own',
      {},
      [link('https://www-some-gov-tw.translate.goog/tw/cp-1-2-ab3-1.html', 'English')],
      undefined,
    ],
    ['a picture', {}, [link('/en/20220722102017672.jpg', '英文版')], undefined],
    ['another site', {}, [link('https://www.other.gov.tw/en/cp-1-2-ab3-1.html', 'English')], undefined],
    [
      'the site above',
      { address: 'https://law.some.gov.tw/a/5' },
      [link('https://www.some.gov.tw/en/5', 'English')],
      undefined,
    ],
    ['a page about English', {}, [link('/en/english-learning/5', 'English')], undefined],
    ['a page of its own language', {}, [link('/tw/cp-5-6-77-1.html', 'English')], undefined],
    ['a page that names no language', press, [link('/news/39106', 'English')], undefined],
    ['words that only begin so', {}, [link('/en/cp-7-8-99-2.html', 'English news')], undefined],
    [
      'a list of documents in two languages',
      {},
      [link('/en/cp-7-8-99-2.html', 'English'), link('/en/cp-7-9-99-2.html', 'English')],
      undefined,
    ],
    [
      'an outer redirect',
      {},
      [link('/umbraco/surface/Ini/CountAndRedirectUrl?nodeId=3273', 'English')],
      undefined,
    ],
    ['Japanese', {}, [link('/jp/cp-1-2-ab3-1.html', '日本語')], undefined],
  ])('%s', (_, change, links, expected) => {
    expect(find({ ...change, links })).toBe(expected);
  });

  it('of a home page lead to the very page, as it is a home page itself', () => {
    expect(find({ address: `${HOST}/mp-1.html`, links: [link('/mp-2.html', 'English')] })).toBe(
      'link https://www.some.gov.tw/mp-2.html',
    );
    expect(find({ address: `${HOST}/`, links: [link('/en/', 'EN')] })).toBe(
      'link https://www.some.gov.tw/en/',
    );
  });

  it('of a page in English lead to Chinese', () => {
    const facts = { address: `${HOST}/en/news/5`, language: 'en' as const };
    expect(find({ ...facts, links: [link('/news/5', '中文')] })).toBe('link https://www.some.gov.tw/news/5');
    expect(find({ ...facts, links: [link('/', '中文版')] })).toBe('home https://www.some.gov.tw/');
    expect(find({ ...facts, links: [link('/en/news/6', '中文版')] })).toBeUndefined();
  });

  it('say nothing for a page that is in both languages, or in none', () => {
    expect(find({ language: undefined, links: [link('/en/cp-1-2-ab3-1.html', 'English')] })).toBeUndefined();
  });
});

describe('rules of addresses', () => {
  it.each<[string, 'zh' | 'en', string | undefined]>([
    [
      'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=I0050021',
      'zh',
      'rule https://law.moj.gov.tw/ENG/LawClass/LawAll.aspx?pcode=I0050021',
    ],
    [
      'https://law.moj.gov.tw/LawClass/LawAll.aspx?PCode=I0050021&print=1',
      'zh',
      'rule https://law.moj.gov.tw/ENG/LawClass/LawAll.aspx?pcode=I0050021',
    ],
    [
      'https://law.moj.gov.tw/LawClass/LawSingle.aspx?pcode=I0050021&flno=6',
      'zh',
      'rule https://law.moj.gov.tw/ENG/LawClass/LawAll.aspx?pcode=I0050021',
    ],
    [
      'https://law.moj.gov.tw/Eng/LawClass/LawAll.aspx?pcode=I0050021',
      'en',
      'rule https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=I0050021',
    ],
    // An older version of a law has no twin of its age.
    ['https://law.moj.gov.tw/LawClass/LawOldVer.aspx?pcode=I0050021&lnndate=20151230', 'zh', undefined],
    ['https://law.moj.gov.tw/LawClass/LawAll.aspx', 'zh', undefined],
    [
      'https://moda.gov.tw/press/press-releases/18316',
      'zh',
      'rule https://moda.gov.tw/en/press/press-releases/18316',
    ],
    [
      'https://moda.gov.tw/press/press-releases/18316.html',
      'zh',
      'rule https://moda.gov.tw/en/press/press-releases/18316.html',
    ],
    [
      'https://moda.gov.tw/en/press/press-releases/18316',
      'en',
      'rule https://moda.gov.tw/press/press-releases/18316',
    ],
    // Chinese filler in the English section, and the other way round.
    ['https://moda.gov.tw/en/press/press-releases/18316', 'zh', undefined],
    ['https://moda.gov.tw/press/press-releases/18316', 'en', undefined],
    ['https://data.gov.tw/dataset/37331', 'zh', 'rule https://data.gov.tw/en/datasets/37331'],
    ['https://data.gov.tw/en/datasets/37331', 'en', 'rule https://data.gov.tw/dataset/37331'],
    ['https://www.president.gov.tw/NEWS/39105', 'zh', 'home https://english.president.gov.tw/'],
    ['https://english.president.gov.tw/NEWS/6919', 'en', 'home https://www.president.gov.tw/'],
    ['https://www.president.gov.tw/', 'zh', 'rule https://english.president.gov.tw/'],
    ['https://english.ey.gov.tw/Page/61BF20C3E89B856/d57a1a70', 'en', 'home https://www.ey.gov.tw/'],
    ['https://www.example.gov.tw/news/1', 'zh', undefined],
  ])('%s in %s', (address, language, expected) => {
    expect(find({ address, language })).toBe(expected);
  });

  it('goes after a link that agrees, and before one that is only made alike', () => {
    const address = 'https://moda.gov.tw/press/press-releases/18316';
    const english = (href: string) => [{ href, names: ['English'] }];
    expect(find({ address, links: english('https://moda.gov.tw/en/press/press-releases/18316') })).toMatch(
      /^link/,
    );
    expect(find({ address, links: english('https://moda.gov.tw/en/press/press-releases/7') })).toMatch(
      /^rule .*18316/,
    );
    expect(find({ address, links: english('https://moda.gov.tw/en/') })).toMatch(/^rule/);
  });
});
