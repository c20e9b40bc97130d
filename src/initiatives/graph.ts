import type { Concept, RelationType } from '../glossary/concept.ts';
import type { Pack } from '../glossary/pack.ts';
import type { Citation, Source } from '../glossary/source.ts';

/** One relation seen from a concept: `outgoing` reads "this <type> other", otherwise "other <type> this". */
export interface Edge {
  type: RelationType;
  other: string;
  outgoing: boolean;
  source: Citation;
}

/** The concepts of a pack with their relations in both directions. Built once per pack. */
export interface Graph {
  pack: Pack;
  concept(id: string): Concept | undefined;
  source(id: string): Source | undefined;
  /** Initiatives and other parts below a concept, in their order. */
  parts(id: string): Concept[];
  /** From the root down to the concept itself; a cycle in bad data ends the path. */
  path(id: string): Concept[];
  /** Relations of a concept, both ways, `partOf` and `ledBy` derived from `parent` and `lead` included. */
  edges(id: string): Edge[];
  /** Concepts that name this one among their `initiatives`. */
  members(id: string): Concept[];
  /** Untyped relations of a concept, both ways: what it names as `related`, then what names it so. No repeats. */
  related(id: string): Concept[];
}

/** Adds `value` to the list under `key`. */
function push<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function statedEdges(concept: Concept): { type: RelationType; to: string; source: Citation }[] {
  const evidence = concept.sources[0]!;
  return [
    ...(concept.parent ? [{ type: 'partOf' as const, to: concept.parent, source: evidence }] : []),
    ...concept.lead.map((to) => ({ type: 'ledBy' as const, to, source: evidence })),
    ...concept.relations.map(({ type, to, source }) => ({ type, to, source })),
  ];
}

/** Builds the graph of a pack. References to concepts outside the pack are kept as edges but resolve to nothing. */
export function buildGraph(pack: Pack): Graph {
  const concepts = new Map(pack.concepts.map((concept) => [concept.id, concept]));
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const partsOf = new Map<string, Concept[]>();
  const membersOf = new Map<string, Concept[]>();
  const edgesOf = new Map<string, Edge[]>();
  const namedBy = new Map<string, Concept[]>();
  for (const concept of pack.concepts) {
    if (concept.parent) push(partsOf, concept.parent, concept);
    for (const initiative of concept.initiatives) push(membersOf, initiative, concept);
    for (const other of concept.related) push(namedBy, other, concept);
    const seen = new Set<string>();
    for (const { type, to, source } of statedEdges(concept)) {
      if (seen.has(`${type} ${to}`)) continue;
      seen.add(`${type} ${to}`);
      push(edgesOf, concept.id, { type, other: to, outgoing: true, source });
      push(edgesOf, to, { type, other: concept.id, outgoing: false, source });
    }
  }
  for (const parts of partsOf.values()) parts.sort((a, b) => (a.order ?? 1e6) - (b.order ?? 1e6));
  return {
    pack,
    concept: (id) => concepts.get(id),
    source: (id) => sources.get(id),
    parts: (id) => partsOf.get(id) ?? [],
    edges: (id) => edgesOf.get(id) ?? [],
    members: (id) => membersOf.get(id) ?? [],
    related(id) {
      const own = (concepts.get(id)?.related ?? []).flatMap((other) => concepts.get(other) ?? []);
      return [...new Set([...own, ...(namedBy.get(id) ?? [])])];
    },
    path(id) {
      const path: Concept[] = [];
      const visited = new Set<string>();
      for (
        let at = concepts.get(id);
        at && !visited.has(at.id);
        at = at.parent ? concepts.get(at.parent) : undefined
      ) {
        visited.add(at.id);
        path.unshift(at);
      }
      return path;
    },
  };
}
