import type { Concept, RelationType } from '../glossary/concept.ts';
import type { Citation } from '../glossary/source.ts';
import type { Graph } from './graph.ts';

/** A row of two columns: parts that a document sets against each other, or a part that stands alone. */
export interface PartPair {
  readonly left?: Concept;
  readonly right?: Concept;
  /** What compares them. */
  readonly source?: Citation;
}

/** A relation that a document states between the two, or between one and a part of the other. */
export interface Bridge {
  readonly from: Concept;
  readonly type: RelationType;
  readonly to: Concept;
  readonly source: Citation;
}

/** Two initiatives side by side. */
export interface Comparison {
  readonly left: Concept;
  readonly right: Concept;
  /** Parts of the left in their order, each with its counterpart on the right; then those left over on the right. */
  readonly parts: readonly PartPair[];
  readonly bridges: readonly Bridge[];
  /** Concepts that both are related with, such as a body that takes part in both. */
  readonly shared: readonly Concept[];
}

/** The concept and everything below it. */
function within(graph: Graph, concept: Concept): Concept[] {
  const found = [concept];
  const seen = new Set([concept.id]);
  for (const at of found)
    for (const part of graph.parts(at.id))
      if (!seen.has(part.id)) {
        seen.add(part.id);
        found.push(part);
      }
  return found;
}

/** A comparison that a document makes between two concepts, whichever of them states it. */
function comparedIn(graph: Graph, left: string, right: string): Citation | undefined {
  return graph.edges(left).find(({ type, other }) => type === 'comparedWith' && other === right)?.source;
}

function pairParts(graph: Graph, left: Concept, right: Concept): PartPair[] {
  const open = new Map(within(graph, right).map((part) => [part.id, part]));
  const pairs = graph.parts(left.id).map((part): PartPair => {
    for (const [id, other] of open) {
      const source = id === right.id ? undefined : comparedIn(graph, part.id, id);
      if (!source) continue;
      open.delete(id);
      return { left: part, right: other, source };
    }
    return { left: part };
  });
  const rest = graph.parts(right.id).filter(({ id }) => open.has(id));
  return [...pairs, ...rest.map((part) => ({ right: part }))];
}

function bridgesBetween(graph: Graph, left: Concept, right: Concept): Bridge[] {
  const [ours, theirs] = [within(graph, left), within(graph, right)].map(
    (concepts) => new Set(concepts.map(({ id }) => id)),
  ) as [Set<string>, Set<string>];
  return [...ours].flatMap((id) =>
    graph.edges(id).flatMap(({ type, other, outgoing, source }) => {
      // Parts that are set against each other stand in the table already.
      const isPair = type === 'comparedWith' && id !== left.id && other !== right.id;
      const [one, two] = [graph.concept(id), graph.concept(other)];
      if (!theirs.has(other) || ours.has(other) || isPair || !one || !two) return [];
      return [outgoing ? { from: one, type, to: two, source } : { from: two, type, to: one, source }];
    }),
  );
}

function neighbours(graph: Graph, id: string): Set<string> {
  return new Set([
    ...graph.edges(id).map(({ other }) => other),
    ...graph.related(id).map((other) => other.id),
  ]);
}

/** Sets two concepts side by side. Undefined when one is not in the pack. */
export function compareInitiatives(graph: Graph, leftId: string, rightId: string): Comparison | undefined {
  const [left, right] = [graph.concept(leftId), graph.concept(rightId)];
  if (!left || !right) return undefined;
  const theirs = neighbours(graph, rightId);
  const shared = [...neighbours(graph, leftId)]
    .filter((id) => theirs.has(id) && id !== leftId && id !== rightId)
    .flatMap((id) => graph.concept(id) ?? []);
  return {
    left,
    right,
    parts: pairParts(graph, left, right),
    bridges: bridgesBetween(graph, left, right),
    shared,
  };
}

/** Initiatives that a document compares with this one, or with a part of it: the likeliest to set beside it. */
export function counterpartsOf(graph: Graph, id: string): Concept[] {
  const concept = graph.concept(id);
  if (!concept) return [];
  const own = within(graph, concept);
  const direct = own.flatMap((part) =>
    graph
      .edges(part.id)
      .filter(({ type }) => type === 'comparedWith')
      .flatMap(({ other }) => graph.concept(other) ?? []),
  );
  const initiatives = direct.filter((other) => other.kind === 'initiative' && !own.includes(other));
  return [...new Set(initiatives)];
}
