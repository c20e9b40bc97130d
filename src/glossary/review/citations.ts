import type { Concept } from '../concept.ts';
import type { Citation, Source } from '../source.ts';
import { type Authored, error, type Finding, warning } from './finding.ts';

/** One place where a concept cites a document; `official` when the status of a term rests on it. */
interface Cited {
  readonly citation: Citation;
  readonly what: string;
  readonly rule: 'status' | 'relation' | 'evidence';
}

function citationsOf(concept: Concept): Cited[] {
  return [
    ...concept.sources.map((citation): Cited => ({ citation, what: 'the concept', rule: 'evidence' })),
    ...concept.terms.flatMap(({ source, text, status }): Cited[] =>
      source ? [{ citation: source, what: `${status} term “${text}”`, rule: 'status' }] : [],
    ),
    ...concept.relations.map(
      ({ source, type, to }): Cited => ({ citation: source, what: `${type} ${to}`, rule: 'relation' }),
    ),
    ...concept.figures.map(
      ({ source, label }): Cited => ({
        citation: source,
        what: `figure “${label.en}”`,
        rule: 'evidence',
      }),
    ),
  ];
}

/** Whether a reader can check it: an address, or a document with the place in it. */
function isCheckable(source: Source, citation: Citation): boolean {
  return source.url !== undefined || citation.at !== undefined;
}

/** Every claim names a document that is there and can be looked up; every document is cited. */
export function reviewCitations({ concepts, sources }: Authored): Finding[] {
  const known = new Map(sources.map((source) => [source.id, source]));
  const cited = new Set<string>();
  const findings = concepts.flatMap((concept) =>
    citationsOf(concept).flatMap(({ citation, what, rule }) => {
      cited.add(citation.id);
      const source = known.get(citation.id);
      if (!source) return [error('reference', concept.id, `${what}: no source “${citation.id}”`)];
      if (isCheckable(source, citation)) return [];
      const report = rule === 'status' ? error : warning;
      return [report(rule, concept.id, `${what}: “${source.id}” has no address, so give the place (at)`)];
    }),
  );
  const unclaimed = concepts.flatMap((concept) =>
    concept.terms
      .filter(({ status, source }) => status !== 'proposed' && !source)
      .map(({ status, text }) => error('status', concept.id, `“${text}” is ${status} without a source`)),
  );
  const unused = sources
    .filter(({ id }) => !cited.has(id))
    .map(({ id }) => warning('source', id, 'no concept cites it'));
  return [...findings, ...unclaimed, ...unused];
}
