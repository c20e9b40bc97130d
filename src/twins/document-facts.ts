import { readBlocks } from '../page/blocks.ts';
import type { PageFacts, PageLink } from './find-twin.ts';
import { languageOfTexts } from './page-language.ts';

/** Longest text that may be the name of a language, UTF-16 units: other links are known by their address alone. */
const LONGEST_NAME = 40;

function* textsOf(document: Document): Generator<string> {
  for (const { text } of readBlocks(document.body)) yield text;
}

function linkOf(link: HTMLAnchorElement | HTMLAreaElement): PageLink {
  const images = [...link.querySelectorAll('img[alt]')].map((image) => image.getAttribute('alt'));
  const names = [link.textContent, link.title, link.getAttribute('aria-label'), ...images];
  return {
    href: link.href,
    names: names.flatMap((name) => {
      const trimmed = name?.trim();
      return trimmed && trimmed.length <= LONGEST_NAME ? [trimmed] : [];
    }),
  };
}

/** What of a page in the browser tells where its twin is. */
export function factsOf(document: Document): PageFacts {
  const alternates = document.querySelectorAll<HTMLLinkElement>('link[rel~="alternate" i][hreflang][href]');
  const links = document.querySelectorAll<HTMLAnchorElement | HTMLAreaElement>('a[href], area[href]');
  return {
    address: document.location.href,
    language: languageOfTexts(textsOf(document)),
    alternates: [...alternates].map(({ hreflang, href }) => ({ hreflang, href })),
    links: [...links].map(linkOf),
  };
}
