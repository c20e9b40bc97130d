import { cardOf } from './card.ts';
import type { Graph } from './graph.ts';

/** Whether a concept is a plan of its own: an initiative that is no part of another one. */
export function isRootPlan(graph: Graph, id: string): boolean {
  const concept = graph.concept(id);
  if (concept?.kind !== 'initiative') return false;
  return graph.path(id).every((above) => above.id === id || above.kind !== 'initiative');
}

/** What can be followed from a card with one press: every step of its places, every related concept. */
function linksOf(graph: Graph, id: string): string[] {
  const card = cardOf(graph, id);
  if (!card) return [];
  return [
    ...card.places.flatMap(({ trail }) => trail.map((step) => step.id)),
    ...card.related.map((other) => other.id),
  ];
}

/**
 * How many presses lead from the card of a concept to that of a whole plan, following only what cards show; 0 for a
 * plan itself. Undefined when more than `most` are needed.
 */
export function stepsToPlan(graph: Graph, id: string, most: number): number | undefined {
  const seen = new Set([id]);
  let row = [id];
  for (let steps = 0; steps <= most; steps++) {
    if (row.some((at) => isRootPlan(graph, at))) return steps;
    if (steps === most) break;
    row = [...new Set(row.flatMap((at) => linksOf(graph, at)))].filter((other) => !seen.has(other));
    for (const other of row) seen.add(other);
  }
  return undefined;
}
