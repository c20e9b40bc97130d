import { z } from 'zod';
import {
  type Concept,
  conceptKindSchema,
  jurisdictionSchema,
  relationTypeSchema,
} from '../glossary/concept.ts';
import { bilingualTextSchema, type TermLanguage, termLanguageSchema } from '../glossary/language.ts';
import { preferredTerm, termsIn } from '../glossary/preferred-term.ts';
import type { Citation } from '../glossary/source.ts';
import { termStatusSchema } from '../glossary/status.ts';
import { type Term, termFormSchema } from '../glossary/term.ts';
import type { Graph } from './graph.ts';

/** Most places and relations a card shows; the library shows all. */
const MOST_PLACES = 3;
const MOST_RELATED = 8;

/** Evidence as a reader can check it. */
export const evidenceSchema = z.strictObject({
  body: bilingualTextSchema,
  title: z.strictObject({ 'zh-Hant': z.string().optional(), en: z.string().optional() }),
  date: z.string().optional(),
  at: z.string().optional(),
  url: z.string().optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** One wording with what is claimed of it. */
export const wordingSchema = z.strictObject({
  text: z.string(),
  lang: termLanguageSchema,
  form: termFormSchema,
  status: termStatusSchema,
  evidence: evidenceSchema.optional(),
  usage: z.strictObject({ 'zh-Hant': z.string(), en: z.string() }).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type Wording = z.infer<typeof wordingSchema>;

/** A concept by id and its name in both languages. */
export const namedConceptSchema = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });
export type NamedConcept = z.infer<typeof namedConceptSchema>;

/** Where a concept stands: the path from the whole down to the nearest initiative. */
export const placeSchema = z.strictObject({
  trail: z.array(namedConceptSchema),
  lead: z.array(namedConceptSchema),
  start: z.string().optional(),
  end: z.string().optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** A concept one step away, with how it is related; `outgoing` as in the graph, absent for an untyped relation. */
export const relatedConceptSchema = namedConceptSchema.extend({
  type: relationTypeSchema.optional(),
  outgoing: z.boolean().optional(),
});
export type RelatedConcept = z.infer<typeof relatedConceptSchema>;

/** Everything a card shows of one concept. */
export const cardSchema = z.strictObject({
  id: z.string(),
  kind: conceptKindSchema,
  jurisdiction: jurisdictionSchema,
  zh: z.array(wordingSchema),
  en: z.array(wordingSchema),
  definition: bilingualTextSchema,
  note: bilingualTextSchema.optional(),
  places: z.array(placeSchema),
  related: z.array(relatedConceptSchema),
  /** Edition of the glossary the card was made from. */
  edition: z.string(),
});
export type Card = z.infer<typeof cardSchema>;

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
