import { type HierarchyPointNode, hierarchy, tree } from 'd3-hierarchy';
import type { Concept, RelationType } from '../glossary/concept.ts';
import type { Citation } from '../glossary/source.ts';
import type { Graph } from './graph.ts';

/** How a group of neighbours is related: a typed relation seen from the centre, or one without a type. */
export type GroupType = RelationType | 'related' | 'member';

/** Neighbours of one relation. */
export interface NetGroup {
  readonly type: GroupType;
  readonly outgoing: boolean;
  /** `origin`: what the centre comes from or stands under; `outcome`: what comes of it. */
  readonly side: 'origin' | 'outcome';
  readonly members: readonly NetMember[];
  /** Members that are not drawn. */
  readonly hidden: number;
}

/** A concept one step away. */
export interface NetMember {
  readonly concept: Concept;
  /** What shows a typed relation. */
  readonly source?: Citation;
}

/** Relations that lead to what a concept comes from, read from the concept. */
const ORIGINS: ReadonlySet<string> = new Set<`${GroupType} ${boolean}`>([
  'partOf true',
  'succeeds true',
  'implements true',
  'ledBy true',
  'basedOn true',
  'legislatedBy true',
  'funds false',
  'comparedWith true',
  'comparedWith false',
]);

/** Order of the groups of a side, from the top. */
const ORDER: readonly GroupType[] = [
  'partOf',
  'succeeds',
  'implements',
  'basedOn',
  'legislatedBy',
  'ledBy',
  'funds',
  'coordinatesWith',
  'comparedWith',
  'member',
  'related',
];

/** The relation has no direction to speak of: both ways are one group. */
const SYMMETRIC: ReadonlySet<GroupType> = new Set<GroupType>(['comparedWith', 'coordinatesWith', 'related']);

interface Neighbour extends NetMember {
  readonly type: GroupType;
  readonly outgoing: boolean;
}

function neighboursOf(graph: Graph, id: string): Neighbour[] {
  const typed = graph.edges(id).flatMap(({ type, outgoing, other, source }) => {
    const concept = graph.concept(other);
    return concept ? [{ concept, type, source, outgoing: outgoing || SYMMETRIC.has(type) }] : [];
  });
  const members = graph.members(id).map((concept) => ({ concept, type: 'member' as const, outgoing: false }));
  const untyped = graph.related(id).map((concept) => ({ concept, type: 'related' as const, outgoing: true }));
  return [...typed, ...members, ...untyped];
}

/**
 * The neighbours of a concept by relation, each once, at most `most` of a group. Parts come in their order.
 */
export function neighbourhood(graph: Graph, id: string, most: number): NetGroup[] {
  const seen = new Set([id]);
  const neighbours = neighboursOf(graph, id).filter(({ concept }) => {
    const isNew = !seen.has(concept.id);
    seen.add(concept.id);
    return isNew;
  });
  const groups = Map.groupBy(neighbours, ({ type, outgoing }) => `${type} ${outgoing}`);
  return [...groups]
    .map(([key, own]): NetGroup => {
      const { type, outgoing } = own[0]!;
      const isParts = type === 'partOf' && !outgoing;
      const members = isParts
        ? own.sort((a, b) => (a.concept.order ?? own.length) - (b.concept.order ?? own.length))
        : own;
      return {
        type,
        outgoing,
        side: ORIGINS.has(key) ? 'origin' : 'outcome',
        members: members
          .slice(0, most)
          .map(({ concept, source }) => ({ concept, ...(source && { source }) })),
        hidden: Math.max(0, members.length - most),
      };
    })
    .sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
}

/** A box of the picture, by its centre, CSS px. */
export interface NetBox {
  readonly x: number;
  readonly y: number;
}

/** The box of a concept one step away. */
export interface NetMemberBox extends NetBox {
  readonly member: NetMember;
}

/** The box that names a relation, with those of all that are related so. */
export interface NetGroupBox extends NetBox {
  readonly group: NetGroup;
  readonly members: readonly NetMemberBox[];
}

/** A neighbourhood laid out: origins on the left, outcomes on the right, the centre between them. */
export interface NetLayout {
  readonly centre: NetBox;
  readonly groups: readonly NetGroupBox[];
  readonly width: number;
  readonly height: number;
}

/** Measures of the picture, CSS px. */
export interface NetMeasures {
  /** Distance of two rows. */
  readonly row: number;
  /** Distance of two columns: from the centre to a group's name, and from there to its members. */
  readonly toGroup: number;
  readonly toMember: number;
  /** Width of the boxes at the outer ends; half of it lies beyond their centres. */
  readonly box: number;
}

interface Twig {
  readonly group?: NetGroup;
  readonly member?: NetMember;
  readonly children?: Twig[];
}

function twigOf(group: NetGroup): Twig {
  return { group, children: group.members.map((member) => ({ member })) };
}

/** Positions of one side: `x` the distance from the centre, `y` the height above or below it. */
function sideOf(groups: readonly NetGroup[], row: number): HierarchyPointNode<Twig>[] {
  const root = hierarchy<Twig>({ children: groups.map(twigOf) });
  const laidOut = tree<Twig>()
    .nodeSize([row, 1])
    .separation((a, b) => (a.parent === b.parent ? 1 : 1.4))(root);
  return laidOut.children ?? [];
}

/** Lays the groups out as two trees that share their root, the centre. */
export function layOutNet(groups: readonly NetGroup[], measures: NetMeasures): NetLayout {
  const { row, toGroup, toMember, box } = measures;
  const sides = (['origin', 'outcome'] as const).map((side) => ({
    sign: side === 'origin' ? -1 : 1,
    twigs: sideOf(
      groups.filter((group) => group.side === side),
      row,
    ),
  }));
  const heights = sides.flatMap(({ twigs }) => twigs.flatMap((twig) => twig.descendants().map(({ x }) => x)));
  const top = Math.min(0, ...heights) - row;
  const bottom = Math.max(0, ...heights) + row;
  const centre = { x: toGroup + toMember + box / 2, y: -top };
  const boxes = sides.flatMap(({ sign, twigs }) =>
    twigs.map(
      (twig): NetGroupBox => ({
        group: twig.data.group!,
        x: centre.x + sign * toGroup,
        y: centre.y + twig.x,
        members: (twig.children ?? []).map((leaf) => ({
          member: leaf.data.member!,
          x: centre.x + sign * (toGroup + toMember),
          y: centre.y + leaf.x,
        })),
      }),
    ),
  );
  return { centre, groups: boxes, width: 2 * centre.x, height: bottom - top };
}
