import names from '../../assets/addresses/other-language.json' with { type: 'json' };
import { documentAddress } from '../highlights/document-address.ts';
import type { PageLanguage } from './page-language.ts';
import { parametersIn } from './parameters.ts';

/** Segments of a path that may name its language: those at its beginning. */
const DEPTH = 2;

function languageNamed(word: string): PageLanguage | undefined {
  const lower = word.toLowerCase();
  if (names.markers.en.includes(lower)) return 'en';
  return names.markers.zh.includes(lower) ? 'zh' : undefined;
}

function segmentsOf(url: URL): string[] {
  return url.pathname.split('/').filter(Boolean);
}

const isParameter = (name: string) => names.parameters.includes(name.toLowerCase());

/** The language that an address names, by host, folder or parameter; undefined for none and for both. */
export function languageInAddress(url: URL): PageLanguage | undefined {
  const found = [
    languageNamed(url.hostname.split('.')[0]!),
    ...segmentsOf(url).slice(0, DEPTH).map(languageNamed),
    ...parametersIn(url.search).map(([name, value]) =>
      isParameter(name) ? languageNamed(value) : undefined,
    ),
  ].filter((language) => language !== undefined);
  return found.every((language) => language === found[0]) ? found[0] : undefined;
}

/** The host without what names its edition: `english.example.gov.tw` and `www.example.gov.tw` are one site. */
export function siteOf({ hostname }: URL): string {
  const [first, ...rest] = hostname.toLowerCase().split('.');
  return first === 'www' || languageNamed(first!) ? rest.join('.') : hostname.toLowerCase();
}

/** The segments of a path without those that name its language, in lower case. */
function placeSegments(url: URL): string[] {
  return segmentsOf(url)
    .map((segment) => segment.toLowerCase())
    .filter((segment, at) => at >= DEPTH || !languageNamed(segment));
}

/** Parameters that tell pages apart, without those for language and printing. */
function placeParameters(url: URL): [string, string][] {
  return parametersIn(new URL(documentAddress(url.href)).search)
    .filter(([name]) => !isParameter(name) && !names.printParameters.includes(name.toLowerCase()))
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function withoutEnding(segment: string): string {
  return segment.replace(/\.html?$/, '');
}

/**
 * What an address says beside its language: two pages of one site with the same key are the same page in two languages.
 * An ending `.html` does not count, as sites serve one page with and without it.
 */
export function placeKey(url: URL): string {
  const path = placeSegments(url).map(withoutEnding).join('/');
  return `${siteOf(url)}/${path}?${placeParameters(url).join('&')}`;
}

/** The pattern of an address: numbers and other identifiers are all alike, and parameters count by name. */
export function shapeKey(url: URL): string {
  const path = placeSegments(url)
    .map((segment) => segment.replace(/[0-9a-f]*\d[0-9a-f]*/g, '#'))
    .join('/');
  const parameters = placeParameters(url).map(([name]) => name);
  return `${siteOf(url)}/${path}?${parameters.join('&')}`;
}

/** Whether an address is that of a home page: of a site, or of an edition of it. */
export function isHome(url: URL): boolean {
  const left = placeSegments(url).map((segment) => segment.replace(/\.[a-z]+$/, '').replace(/-\d+$/, ''));
  return left.every((segment) => names.homeNames.includes(segment)) && placeParameters(url).length === 0;
}

/** Whether two addresses lead to the same document, printed or not. */
export function isSameDocument(a: URL, b: URL): boolean {
  const plain = (url: URL) => {
    const copy = new URL(url);
    for (const [name] of parametersIn(url.search))
      if (names.printParameters.includes(name.toLowerCase())) copy.searchParams.delete(name);
    return documentAddress(copy.href);
  };
  return plain(a) === plain(b);
}
