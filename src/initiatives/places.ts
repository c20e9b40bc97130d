import type { Concept } from '../glossary/concept.ts';
import type { Place } from './card-model.ts';
import type { Edge, Graph } from './graph.ts';
import { named } from './named.ts';

function placeOf(graph: Graph, id: string, via?: Edge): Place | undefined {
  const path = graph.path(id);
  const nearest = path.at(-1);
  if (!nearest) return undefined;
  const dated = [...path].reverse().find((concept) => concept.start);
  return {
    trail: path.map(named),
    lead: nearest.lead.flatMap((body) => graph.concept(body) ?? []).map(named),
    ...(dated?.start && { start: dated.start }),
    ...(dated?.end && { end: dated.end }),
    ...(via && { via: { type: via.type, outgoing: via.outgoing } }),
  };
}

/** Where a concept stands by its own entry, nearest first: its place in the tree, then the initiatives it names. */
export function placesOf(graph: Graph, concept: Concept): Place[] {
  const says = concept.kind === 'initiative' && (concept.start || concept.end || concept.lead.length > 0);
  const own = concept.parent || says ? [concept.id] : [];
  return [...own, ...concept.initiatives].flatMap((id) => placeOf(graph, id) ?? []);
}

/** Order of initiatives: the nearer to the root first, then the one that more is connected with. Others stay. */
export function widerPlanFirst(graph: Graph, a: string, b: string): number {
  const [one, other] = [graph.concept(a), graph.concept(b)];
  if (one?.kind !== 'initiative' || other?.kind !== 'initiative') return 0;
  return graph.path(a).length - graph.path(b).length || graph.edges(b).length - graph.edges(a).length;
}

/**
 * Plans that a concept takes part in without being a part of them: those a body leads, those that rest on a law. The
 * widest first; a plan below one that is listed is left out. Comparisons are no part.
 */
export function servedPlans(graph: Graph, concept: Concept): Place[] {
  const served = graph
    .edges(concept.id)
    .filter(({ type, other }) => type !== 'comparedWith' && graph.concept(other)?.kind === 'initiative')
    .map((edge) => ({ edge, path: graph.path(edge.other).map(({ id }) => id) }))
    .sort((a, b) => widerPlanFirst(graph, a.edge.other, b.edge.other));
  const listed = new Set<string>();
  return served.flatMap(({ edge, path }) => {
    if (path.some((id) => listed.has(id))) return [];
    listed.add(edge.other);
    return placeOf(graph, edge.other, edge) ?? [];
  });
}

/** Whether a place lies in a plan, and not only in the tree of offices. */
function isInPlan(graph: Graph, place: Place): boolean {
  return place.trail.some(({ id }) => graph.concept(id)?.kind === 'initiative');
}

/** Where the bodies stand that are responsible for a concept: all there is to say of a law that no plan rests on. */
function placesOfLead(graph: Graph, concept: Concept): Place[] {
  return graph
    .edges(concept.id)
    .filter(({ type, outgoing }) => type === 'ledBy' && outgoing)
    .flatMap((edge) => (graph.concept(edge.other) && placeOf(graph, edge.other, edge)) ?? []);
}

/**
 * All places to show of a concept, nearest first: its own; for what lies in no plan the plans it serves; and for want of
 * both the places of the bodies responsible for it.
 */
export function placesToShow(graph: Graph, concept: Concept): Place[] {
  const own = placesOf(graph, concept);
  if (concept.kind === 'initiative' || own.some((place) => isInPlan(graph, place))) return own;
  const all = [...own, ...servedPlans(graph, concept)];
  return all.length > 0 ? all : placesOfLead(graph, concept);
}
