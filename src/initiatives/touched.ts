import type { NamedConcept } from './card-model.ts';
import type { Graph } from './graph.ts';
import { named } from './named.ts';

/** A plan that a page touches, with the parts of it that it touches. */
export interface TouchedPlan extends NamedConcept {
  /** How often the page names the plan itself or what belongs to it, its parts included. */
  readonly count: number;
  readonly parts: readonly TouchedPlan[];
}

interface Node {
  readonly id: string;
  count: number;
  readonly parts: Map<string, Node>;
}

/** The initiatives a concept counts for: itself when it is one, else those it names as its own. */
function plansOf(graph: Graph, id: string): readonly string[] {
  const concept = graph.concept(id);
  if (!concept) return [];
  return concept.kind === 'initiative' ? [id] : concept.initiatives;
}

function frozen(graph: Graph, node: Node): TouchedPlan[] {
  const concept = graph.concept(node.id);
  if (!concept) return [];
  return [{ ...named(concept), count: node.count, parts: inOrder(graph, node.parts) }];
}

function inOrder(graph: Graph, nodes: ReadonlyMap<string, Node>): TouchedPlan[] {
  return [...nodes.values()].sort((a, b) => b.count - a.count).flatMap((node) => frozen(graph, node));
}

/**
 * The initiatives that a page touches, as trees from the widest plan down, the most named first. `counts`: concepts of
 * the page with how often each is named. A concept of two plans counts for both, once for each root.
 */
export function touchedPlans(graph: Graph, counts: ReadonlyMap<string, number>): TouchedPlan[] {
  const roots = new Map<string, Node>();
  for (const [id, count] of counts) {
    const counted = new Set<Node>();
    for (const plan of plansOf(graph, id)) {
      let level = roots;
      for (const step of graph.path(plan).filter(({ kind }) => kind === 'initiative')) {
        const node = level.get(step.id) ?? { id: step.id, count: 0, parts: new Map() };
        level.set(step.id, node);
        if (!counted.has(node)) node.count += count;
        counted.add(node);
        level = node.parts;
      }
    }
  }
  return inOrder(graph, roots);
}
