import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../scripts/decode-file.ts';
import { parseHtml } from '../../scripts/parsed-html.ts';
import { readBlocks } from '../../src/page/blocks.ts';
import { isElement, type ReadableElement, type ReadableNode } from '../../src/page/readable.ts';
import { counterpartOf } from '../../src/twins/counterpart.ts';
import { findTwin, type PageFacts } from '../../src/twins/find-twin.ts';
import { articleNumbered, articlesOf } from '../../src/twins/law-text.ts';
import { linesOf } from '../../src/twins/lines.ts';
import { languageOfTexts, otherThan, type PageLanguage } from '../../src/twins/page-language.ts';

const shared = join(import.meta.dirname, '../../../shared');

function* elementsNamed(node: ReadableNode, name: string): Generator<ReadableElement> {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!isElement(child)) continue;
    if (child.nodeName === name) yield child;
    yield* elementsNamed(child, name);
  }
}

function textOf(node: ReadableNode): string {
  return [...readBlocks(node)].map(({ text }) => text).join(' ');
}

/** A saved page as it is seen in the browser at `address`. */
function factsOf(name: string, address: string): PageFacts {
  const root = parseHtml(decodeFile(readFileSync(join(shared, 'pages', name))));
  const [body] = elementsNamed(root, 'BODY');
  const links = [...elementsNamed(root, 'A')].filter((link) => link.hasAttribute('href'));
  return {
    address,
    language: languageOfTexts(body ? [...readBlocks(body)].map(({ text }) => text) : []),
    alternates: [...elementsNamed(root, 'LINK')]
      .filter((link) => link.getAttribute('rel') === 'alternate' && link.hasAttribute('hreflang'))
      .map((link) => ({
        hreflang: link.getAttribute('hreflang') ?? '',
        href: URL.parse(link.getAttribute('href') ?? '', address)?.href ?? '',
      })),
    links: links.map((link) => ({
      href: URL.parse(link.getAttribute('href') ?? '', address)?.href ?? '',
      names: [textOf(link), link.getAttribute('title') ?? '', link.getAttribute('aria-label') ?? ''],
    })),
  };
}

describe('the twin of a saved page', () => {
  it.each<[string, string, PageLanguage | undefined, string | undefined]>([
    [
      'judicial-scd-press-release.html',
      'https://scd.judicial.gov.tw/tw/cp-3252-279092-25798-191.html',
      'zh',
      'home https://scd.judicial.gov.tw/en/mp-192.html',
    ],
    [
      'judicial-tph-fulltext-search.html',
      'https://tph.judicial.gov.tw/tw/sp-search-051.html',
      'zh',
      'home https://tph.judicial.gov.tw/en/mp-052.html',
    ],
    [
      'twcert-article.html',
      'https://www.twcert.org.tw/tw/cp-155-8238-4ac73-1.html',
      'zh',
      'home https://www.twcert.org.tw/en/mp-2.html',
    ],
    [
      'vac-progress-query.html',
      'https://www.vac.gov.tw/progress-query-1.html',
      'zh',
      'home https://www.vac.gov.tw/mp-2.html',
    ],
    ['mol-relief-4.html', 'https://www.mol.gov.tw/topic/43563/', 'zh', 'home https://www.mol.gov.tw/enhome/'],
    [
      'boca-home-2021.html',
      'https://www.boca.gov.tw/mp-1.html',
      'zh',
      'link https://www.boca.gov.tw/mp-2.html',
    ],
    // The English link leads through a counter of clicks; that the two home pages belong together is known.
    ['mol-home-2021.html', 'https://www.mol.gov.tw/', 'zh', 'rule https://english.mol.gov.tw/'],
    // Written in both languages.
    ['npa-air-defense-new.html', 'https://www.npa.gov.tw/ch/app/data/view?id=1', undefined, undefined],
    // English links that lead nowhere, to a script, a picture, or another site.
    ['archives-organisation.html', 'https://www.archives.gov.tw/Publish.aspx?cnid=5', 'zh', undefined],
    ['nhi-secondary-use.html', 'https://www.nhi.gov.tw/ch/cp-1-2-3-1.html', 'zh', undefined],
    ['ncyu-news-old.html', 'https://www.ncyu.edu.tw/newsite/content.aspx?id=1', 'zh', undefined],
    ['moj-intranet-zh-hans-tw.html', 'https://www.moj.gov.tw/2204/2645/', 'zh', undefined],
    ['tainan-bud-minutes-frontpage-big5.html', 'http://bud.tncg.gov.tw/247.htm', 'zh', undefined],
    ['moda-wallet-terms-lang-en.html', 'https://wallet.moda.gov.tw/terms.html', 'zh', undefined],
    ['immigration-26-iframes.html', 'https://www.immigration.gov.tw/2275/', 'zh', undefined],
    // English in menus, links to Chinese that are scripts; one has Chinese filler.
    ['mohw-home-en.html', 'https://www.mohw.gov.tw/mp-2.html', 'en', undefined],
    ['tipo-home-en.html', 'https://www.tipo.gov.tw/en/mp-2.html', undefined, undefined],
  ])('%s', (name, address, language, expected) => {
    const facts = factsOf(name, address);
    const twin = findTwin(facts);
    expect(facts.language).toBe(language);
    expect(twin && `${twin.how} ${twin.address}`).toBe(expected);
  });
});

function lawText(code: string, language: PageLanguage) {
  const text = readFileSync(join(shared, 'texts', `law-${code}-${language}.txt`), 'utf8');
  const html = `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
  return articlesOf(linesOf(readBlocks(parseHtml(html)), () => true));
}

describe.each(['K0000199', 'A0030297', 'I0050021', 'H0170143'])('the law %s in two languages', (code) => {
  const texts = { zh: lawText(code, 'zh'), en: lawText(code, 'en') };

  it('has the same articles', () => {
    expect(texts.zh.length).toBeGreaterThan(9);
    expect(texts.zh.map(({ number }) => number)).toEqual(texts.en.map(({ number }) => number));
  });

  it.each(['zh', 'en'] as const)(
    'every paragraph of %s has its counterpart, that of the same number',
    (from) => {
      const to = otherThan(from);
      for (const article of texts[from]) {
        const paragraphs = article.lines.map(({ text }) => text);
        const other = articleNumbered(texts[to], article.number)!.lines.map(({ text }) => text);
        for (const at of paragraphs.keys()) {
          const found = counterpartOf({
            place: { kind: 'article', paragraphs, at },
            from,
            other,
            to,
            wordings: { zh: ['主管機關'], en: ['competent authority'] },
            holds: (text, wording) => text.toLowerCase().includes(wording),
          });
          expect(found, `${article.number}, ${at}`).toBeDefined();
          expect(other[at]).toContain(found?.text);
        }
      }
    },
  );

  it('nothing is said where the other side lacks a paragraph and the term is not there', () => {
    for (const article of texts.zh.filter(({ lines }) => lines.length > 1)) {
      const paragraphs = article.lines.map(({ text }) => text);
      const other = articleNumbered(texts.en, article.number)!
        .lines.map(({ text }) => text)
        .slice(1);
      const sides = {
        from: 'zh',
        other,
        to: 'en',
        wordings: { zh: [], en: [] },
        holds: () => false,
      } as const;
      for (const at of paragraphs.keys())
        expect(counterpartOf({ ...sides, place: { kind: 'article', paragraphs, at } })).toBeUndefined();
    }
  });
});
