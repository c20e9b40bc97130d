import type { Concept } from '../glossary/concept.ts';
import type { TermLanguage } from '../glossary/language.ts';
import { preferredTerm, termsIn } from '../glossary/preferred-term.ts';
import type { Citation } from '../glossary/source.ts';
import type { Term } from '../glossary/term.ts';
import type { Card, Evidence, NamedConcept, Place, RelatedConcept, Wording } from './card-model.ts';
import type { Graph } from './graph.ts';

/** Most places and relations a card shows; the library shows all. */
const MOST_PLACES = 3;
const MOST_RELATED = 8;

function named(concept: Concept): NamedConcept {
  return {
    id: concept.id,
    zh: preferredTerm(concept, 'zh-Hant').text,
    en: preferredTerm(concept, 'en').text,
  };
}

function evidenceOf(graph: Graph, citation: Citation | undefined): Evidence | undefined {
  const source = citation && graph.source(citation.id);
  if (!source) return undefined;
  return {
    body: source.body,
    title: source.title,
    ...(source.date && { date: source.date }),
    ...(citation.at && { at: citation.at }),
    ...(source.url && { url: source.url }),
  };
}

function wordingOf(graph: Graph, term: Term): Wording {
  const evidence = evidenceOf(graph, term.source);
  return {
    text: term.text,
    lang: term.lang,
    form: term.form,
    status: term.status,
    ...(evidence && { evidence }),
    ...(term.usage && { usage: term.usage }),
    ...(term.from && { from: term.from }),
    ...(term.to && { to: term.to }),
  };
}

function placeOf(graph: Graph, initiative: string): Place | undefined {
  const path = graph.path(initiative);
  const nearest = path.at(-1);
  if (!nearest) return undefined;
  const dated = [...path].reverse().find((concept) => concept.start);
  return {
    trail: path.map(named),
    lead: nearest.lead.flatMap((id) => graph.concept(id) ?? []).map(named),
    ...(dated?.start && { start: dated.start }),
    ...(dated?.end && { end: dated.end }),
  };
}

/** Initiatives a concept stands in, nearest first: its own place in the tree, then those it names. */
export function placesOf(graph: Graph, concept: Concept): Place[] {
  const own = concept.parent || (concept.kind === 'initiative' && concept.start) ? [concept.id] : [];
  return [...own, ...concept.initiatives].flatMap((id) => placeOf(graph, id) ?? []);
}

/** Concepts to follow from a card: typed relations first, then the untyped ones, without repeats. */
export function relatedTo(graph: Graph, concept: Concept): RelatedConcept[] {
  const seen = new Set([concept.id, ...graph.path(concept.id).map(({ id }) => id)]);
  const typed = graph.edges(concept.id).flatMap((edge) => {
    const other = graph.concept(edge.other);
    return other ? [{ other, type: edge.type, outgoing: edge.outgoing }] : [];
  });
  const untyped = [...concept.related, ...graph.members(concept.id).map(({ id }) => id)].flatMap((id) => {
    const other = graph.concept(id);
    return other ? [{ other }] : [];
  });
  return [...typed, ...untyped].flatMap(({ other, ...relation }) => {
    if (seen.has(other.id)) return [];
    seen.add(other.id);
    return [{ ...named(other), ...relation }];
  });
}

/** The card of a concept. `undefined` when the pack has no such concept. */
export function cardOf(graph: Graph, id: string): Card | undefined {
  const concept = graph.concept(id);
  if (!concept) return undefined;
  const wordings = (lang: TermLanguage) => termsIn(concept, lang).map((term) => wordingOf(graph, term));
  return {
    id,
    kind: concept.kind,
    jurisdiction: concept.jurisdiction,
    zh: [...wordings('zh-Hant'), ...wordings('zh-Hans')],
    en: wordings('en'),
    definition: concept.definition,
    ...(concept.note && { note: concept.note }),
    places: placesOf(graph, concept).slice(0, MOST_PLACES),
    related: relatedTo(graph, concept).slice(0, MOST_RELATED),
    edition: graph.pack.edition,
  };
}
