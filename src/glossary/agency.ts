import type { Concept } from './concept.ts';

/**
 * The body whose site a host is: the concept with the longest of its `domains` that the host equals or lies below.
 * A domain is without `www.`; `www.gov.tw` lies below `gov.tw` only when a body lists that itself.
 */
export function agencyOfHost(concepts: readonly Concept[], host: string): Concept | undefined {
  const name = host.toLowerCase();
  let best: { concept: Concept; length: number } | undefined;
  for (const concept of concepts) {
    for (const domain of concept.domains) {
      const fits = name === domain || name.endsWith(`.${domain}`);
      if (fits && (!best || domain.length > best.length)) best = { concept, length: domain.length };
    }
  }
  return best?.concept;
}
