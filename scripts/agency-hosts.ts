import type { Concept } from '../src/glossary/concept.ts';

/** Suffixes under which everybody may register: a pattern on one of them would mean every site below it. */
const PUBLIC_SUFFIXES = new Set(['gov.tw', 'org.tw', 'edu.tw', 'com.tw', 'net.tw', 'idv.tw', 'tw']);

/**
 * Match patterns of the sites that the extension reads from the start: those of Taiwan's bodies in the glossary.
 * A site within another has no pattern of its own. Chrome words a pattern on a public suffix such as `*.gov.tw` as "all websites", so each agency is named.
 */
export function agencyHostPatterns(concepts: readonly Concept[]): string[] {
  const domains = concepts
    .filter(({ kind, jurisdiction, end }) => kind === 'organisation' && jurisdiction === 'TW' && !end)
    .flatMap((concept) => concept.domains);
  const isInside = (domain: string) =>
    domains.some((other) => !PUBLIC_SUFFIXES.has(other) && domain.endsWith(`.${other}`));
  const outermost = domains.filter((domain) => !isInside(domain));
  const patterns = outermost.map((domain) =>
    PUBLIC_SUFFIXES.has(domain) ? `*://www.${domain}/*` : `*://*.${domain}/*`,
  );
  return [...new Set(patterns)].sort();
}
