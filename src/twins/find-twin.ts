import data from '../../assets/addresses/other-language.json' with { type: 'json' };
import { isHome, isSameDocument, languageInAddress, placeKey, shapeKey, siteOf } from './address-language.ts';
import { twinByRule } from './address-rules.ts';
import { otherThan, type PageLanguage } from './page-language.ts';

/** A link as a page has it. */
export interface PageLink {
  /** Resolved; empty for one that leads nowhere. */
  readonly href: string;
  /** Whatever names it: its text, title, label, or the alternative text of its image. */
  readonly names: readonly string[];
}

/** What of a page tells where its twin is. */
export interface PageFacts {
  /** Address as it was opened. */
  readonly address: string;
  /** Language that its text is in. */
  readonly language: PageLanguage | undefined;
  /** Its `<link rel="alternate" hreflang>`, resolved. */
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
  readonly links: readonly PageLink[];
}

/**
 * How sure a twin is, from the surest: the page declares it; a link on the page says so; the site's addresses are known
 * to be made so; only the home page of the other edition is known.
 */
export type Certainty = 'declared' | 'link' | 'rule' | 'home';

/** Where a page is in the other language. */
export interface Twin {
  readonly address: string;
  readonly language: PageLanguage;
  readonly how: Certainty;
}

/** A label as it is compared: without marks around it and notes in brackets. */
function bare(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*(?:新視窗|window)[^\]]*\]/gi, ' ')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

const LABELS: Readonly<Record<PageLanguage, ReadonlySet<string>>> = {
  zh: new Set(data.labels.zh),
  en: new Set(data.labels.en),
};

function isTranslator(hostname: string): boolean {
  return data.translators.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** Whether an address may be that of a page, not of a file to download. */
function isOfPage(url: URL): boolean {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(url.pathname)?.[0].toLowerCase();
  return ending === undefined || data.pageEndings.includes(ending);
}

/** The address when it can be that of the page in the other language; nothing is asked of it but its spelling. */
function usable(href: string, page: URL, wanted: PageLanguage): URL | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol) || isTranslator(url.hostname) || !isOfPage(url)) return undefined;
  if (isSameDocument(url, page)) return undefined;
  const named = languageInAddress(url);
  return named === undefined || named === wanted ? url : undefined;
}

/** The one address among several; undefined when they lead to different documents. */
function only(urls: readonly URL[]): URL | undefined {
  const [first] = urls;
  return first && urls.every((url) => isSameDocument(url, first)) ? first : undefined;
}

/** What the page declares, by the most exact language tag. */
function declared(page: URL, { alternates }: PageFacts, wanted: PageLanguage): URL | undefined {
  for (const tag of data.hreflang[wanted]) {
    const of = alternates.filter(({ hreflang }) => hreflang.trim().toLowerCase().replace('_', '-') === tag);
    const found = only(of.map(({ href }) => usable(href, page, wanted)).filter((url) => url !== undefined));
    if (found) return found;
  }
  return undefined;
}

interface Links {
  /** Of the page itself, to judge by the address. */
  readonly agreeing: URL | undefined;
  /** Said to be in the other language, with an address that names that language and is made like that of the page. */
  readonly alike: URL | undefined;
  /** Said to be in the other language, and a home page. */
  readonly home: URL | undefined;
}

function linked(page: URL, { links }: PageFacts, wanted: PageLanguage): Links {
  const site = siteOf(page);
  const candidates = links.flatMap(({ href, names }) => {
    const url = usable(href, page, wanted);
    if (!url || siteOf(url) !== site) return [];
    return [{ url, isNamed: names.some((name) => LABELS[wanted].has(bare(name))) }];
  });
  const agreeing = candidates.filter(
    ({ url, isNamed }) =>
      placeKey(url) === placeKey(page) && (isNamed || languageInAddress(url) === wanted) && !isHome(url),
  );
  const named = candidates.filter(({ isNamed }) => isNamed).map(({ url }) => url);
  const alike = named.filter((url) => !isHome(url));
  const home = named.filter(isHome);
  return {
    agreeing: only(agreeing.map(({ url }) => url)),
    // Several, as in a list of documents in two languages, are of other pages.
    alike: alike.every((url) => languageInAddress(url) === wanted && shapeKey(url) === shapeKey(page))
      ? only(alike)
      : undefined,
    home: only(home) ?? home[0],
  };
}

/**
 * Where the page is in the other language, as far as what is in the page and what is known of its site's addresses
 * tell; nothing is asked of any site. Undefined rather than a guess: for a page in neither language or both, and where
 * links disagree.
 */
export function findTwin(facts: PageFacts): Twin | undefined {
  if (!facts.language || !URL.canParse(facts.address)) return undefined;
  const page = new URL(facts.address);
  const wanted = otherThan(facts.language);
  const twin = (url: URL | string, how: Certainty): Twin => ({
    address: String(url),
    language: wanted,
    how,
  });
  const ofHome = isHome(page);
  const said = declared(page, facts, wanted);
  if (said && (ofHome || !isHome(said))) return twin(said, 'declared');
  const { agreeing, alike, home } = linked(page, facts, wanted);
  if (agreeing) return twin(agreeing, 'link');
  if (ofHome && home) return twin(home, 'link');
  const ruled = twinByRule(page, facts.language);
  if (ruled?.gives === 'page') return twin(ruled.address, 'rule');
  if (alike && !ofHome) return twin(alike, 'link');
  const onlyHome = said ?? home ?? ruled?.address;
  return onlyHome ? twin(onlyHome, 'home') : undefined;
}
