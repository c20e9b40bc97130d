import type { Concept } from '../glossary/concept.ts';
import type { RelatedConcept } from './card-model.ts';
import type { Edge, Graph } from './graph.ts';
import { named } from './named.ts';
import { widerPlanFirst } from './places.ts';

/** Counterparts that come before everything else; a plan may be compared with a dozen others. */
const FIRST_COUNTERPARTS = 2;

/** Place of parts that have none. */
const LAST = 1e6;

const RANK = { parent: 0, successor: 1, predecessor: 2, counterpart: 3, part: 4, plan: 5, other: 6 } as const;

function rankOf(graph: Graph, { type, outgoing, other }: Edge): number {
  const isPlan = graph.concept(other)?.kind === 'initiative';
  if (type === 'partOf' && outgoing) return RANK.parent;
  if (type === 'partOf' && isPlan) return RANK.part;
  if (type === 'succeeds') return outgoing ? RANK.predecessor : RANK.successor;
  if (type === 'comparedWith') return RANK.counterpart;
  return isPlan ? RANK.plan : RANK.other;
}

function compareEdges(graph: Graph, a: Edge, b: Edge): number {
  const [one, two] = [rankOf(graph, a), rankOf(graph, b)];
  if (one !== two) return one - two;
  if (one === RANK.part)
    return (graph.concept(a.other)?.order ?? LAST) - (graph.concept(b.other)?.order ?? LAST);
  return one === RANK.counterpart || one === RANK.plan ? widerPlanFirst(graph, a.other, b.other) : 0;
}

/** Edges in the order in which they are offered: up, on, back, abroad; then the rest. */
function offeredEdges(graph: Graph, id: string): Edge[] {
  const sorted = [...graph.edges(id)].sort((a, b) => compareEdges(graph, a, b));
  const counterparts = sorted.filter((edge) => rankOf(graph, edge) === RANK.counterpart);
  const late = new Set(counterparts.slice(FIRST_COUNTERPARTS));
  return [...sorted.filter((edge) => !late.has(edge)), ...late];
}

/**
 * Concepts to follow from a concept, without repeats: parent, successors, predecessors, the first counterparts, plans,
 * parts and other typed relations, then those that are related without a type.
 */
export function relatedTo(graph: Graph, concept: Concept): RelatedConcept[] {
  const seen = new Set([concept.id]);
  const typed = offeredEdges(graph, concept.id).map(({ other, type, outgoing }) => ({
    id: other,
    type,
    outgoing,
  }));
  const untyped = [...graph.related(concept.id), ...graph.members(concept.id)]
    .sort((a, b) => Number(b.kind === 'initiative') - Number(a.kind === 'initiative'))
    .map(({ id }) => ({ id }));
  return [...typed, ...untyped].flatMap(({ id, ...relation }) => {
    const other = graph.concept(id);
    if (!other || seen.has(id)) return [];
    seen.add(id);
    return [{ ...named(other), ...relation }];
  });
}
