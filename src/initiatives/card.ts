import type { Concept } from '../glossary/concept.ts';
import type { TermLanguage } from '../glossary/language.ts';
import { termsIn } from '../glossary/preferred-term.ts';
import type { Citation } from '../glossary/source.ts';
import { type TermOn, termsOn } from '../glossary/valid-on.ts';
import { asOf } from './as-of.ts';
import type { Card, Evidence, Wording } from './card-model.ts';
import type { Graph } from './graph.ts';
import { placesToShow } from './places.ts';
import { relatedTo } from './related.ts';

/** Most places and relations a card shows; the library shows all. */
const MOST_PLACES = 3;
const MOST_RELATED = 8;

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

function wordingOf(graph: Graph, { term, status }: TermOn): Wording {
  const evidence = evidenceOf(graph, term.source);
  return {
    text: term.text,
    lang: term.lang,
    form: term.form,
    status,
    ...(evidence && { evidence }),
    ...(term.usage && { usage: term.usage }),
    ...(term.from && { from: term.from }),
    ...(term.to && { to: term.to }),
  };
}

function wordingsIn(
  graph: Graph,
  concept: Concept,
  lang: TermLanguage,
  onDate: string | undefined,
): Wording[] {
  const terms = onDate
    ? termsOn(concept, lang, onDate)
    : termsIn(concept, lang).map((term) => ({ term, status: term.status }));
  return terms.map((term) => wordingOf(graph, term));
}

/**
 * The card of a concept, `undefined` when the pack has no such concept. With `onDate` (`YYYY`, `YYYY-MM` or
 * `YYYY-MM-DD`) wordings come in the order and with the statuses of that day, and the card says how things stood then.
 */
export function cardOf(graph: Graph, id: string, onDate?: string): Card | undefined {
  const concept = graph.concept(id);
  if (!concept) return undefined;
  const places = placesToShow(graph, concept);
  const related = relatedTo(graph, concept);
  return {
    id,
    kind: concept.kind,
    jurisdiction: concept.jurisdiction,
    zh: [...wordingsIn(graph, concept, 'zh-Hant', onDate), ...wordingsIn(graph, concept, 'zh-Hans', onDate)],
    en: wordingsIn(graph, concept, 'en', onDate),
    definition: concept.definition,
    ...(concept.note && { note: concept.note }),
    places: places.slice(0, MOST_PLACES),
    related: related.slice(0, MOST_RELATED),
    hidden: Math.max(0, places.length - MOST_PLACES) + Math.max(0, related.length - MOST_RELATED),
    ...(onDate && { asOf: asOf(graph, concept, onDate) }),
    edition: graph.pack.edition,
  };
}
