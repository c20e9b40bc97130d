import type { Concept } from '../concept.ts';
import type { Term } from '../term.ts';
import { type Authored, error, type Finding, warning } from './finding.ts';
import { hasHan, notTraditional } from './script.ts';

function languageFindings(concept: Concept): Finding[] {
  return (['zh-Hant', 'en'] as const)
    .filter((lang) => !concept.terms.some((term) => term.lang === lang))
    .map((lang) => error('language', concept.id, `no term in ${lang}`));
}

function scriptFindings(concept: Concept, term: Term): Finding[] {
  const { text, lang } = term;
  if (lang === 'en' && hasHan(text))
    return [error('script', concept.id, `English term “${text}” has Chinese`)];
  const strange = lang === 'zh-Hant' ? notTraditional(text) : [];
  return strange.length > 0 ? [error('script', concept.id, `“${text}” has ${strange.join(' ')}`)] : [];
}

/** Whether advice lets a term be marked anywhere. */
export function canBeMarked({ match }: Term): boolean {
  return match?.mark !== 'never' && !(match?.mark === 'context' && match.near.length === 0);
}

function matchingFindings(concept: Concept, term: Term): Finding[] {
  const { text, match, form } = term;
  const hasLonger = form === 'short' || form === 'abbreviation';
  if (match?.mark === 'context' && match.near.length === 0 && !hasLonger)
    return [error('matching', concept.id, `“${text}” is marked in context, but no cue is given (near)`)];
  if ([...text.trim()].length === 1 && (match?.mark ?? 'always') === 'always')
    return [error('matching', concept.id, `“${text}” is a single character and would be marked alone`)];
  if (match?.abroad && concept.jurisdiction === 'INT')
    return [error('matching', concept.id, `“${text}” is of no country, so it cannot be abroad`)];
  if (match && match.mark !== 'context' && match.near.length > 0)
    return [warning('matching', concept.id, `“${text}” has cues that “mark: ${match.mark}” does not use`)];
  return [];
}

/** Every concept has words in both languages, in their scripts, and can be found on a page. */
export function reviewTerms({ concepts }: Authored): Finding[] {
  return concepts.flatMap((concept) => [
    ...languageFindings(concept),
    ...concept.terms.flatMap((term) => [
      ...scriptFindings(concept, term),
      ...matchingFindings(concept, term),
    ]),
    ...(concept.terms.some(canBeMarked)
      ? []
      : [warning('matching', concept.id, 'none of its terms is ever marked')]),
  ]);
}

/** Only bodies have sites, and a site belongs to one body. */
export function reviewDomains({ concepts }: Authored): Finding[] {
  const owners = new Map<string, string>();
  return concepts.flatMap((concept) =>
    concept.domains.flatMap((domain) => {
      if (concept.kind !== 'organisation' && concept.kind !== 'fund')
        return [error('domain', concept.id, `${domain}: a ${concept.kind} has no site of its own`)];
      const owner = owners.get(domain);
      owners.set(domain, owner ?? concept.id);
      return owner ? [error('domain', concept.id, `${domain} belongs to ${owner} already`)] : [];
    }),
  );
}
