import type { Concept, Jurisdiction } from '../glossary/concept.ts';
import type { Graph } from './graph.ts';

/** One initiative on the time axis. Years are decimal: 2014.5 is the middle of 2014. */
export interface LineageBar {
  readonly id: string;
  readonly jurisdiction: Jurisdiction;
  /** Row in the whole picture, from 0. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** The date is not known: the bar is drawn open at that end. */
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

/** A succession; both ends are among the bars. */
export interface LineageLink {
  readonly earlier: string;
  readonly later: string;
}

/** The rows of one jurisdiction. */
export interface LineageLane {
  readonly jurisdiction: Jurisdiction;
  readonly row: number;
  readonly rows: number;
}

/** Initiatives on a time axis, with their successions, in rows where nothing overlaps. */
export interface Lineage {
  /** By row, then by time. */
  readonly bars: readonly LineageBar[];
  readonly links: readonly LineageLink[];
  readonly lanes: readonly LineageLane[];
  readonly rows: number;
  /** First and last whole year of the axis. */
  readonly years: readonly [number, number];
}

/** How the time axis is laid out. */
export interface LineageOptions {
  /** The present as a decimal year: what has no end runs until now. */
  readonly now: number;
  /** How many years of the axis the label of an initiative takes. */
  labelYears(concept: Concept): number;
  /** Dated parts down to this depth; 1 is whole plans only. What succeeds something is always in. */
  readonly depth: number;
}

/** Years that are drawn of an initiative of which only one end is known. */
const GUESSED_YEARS = 2;

/** Space between two bars of a row, in years' worth of a label's width. */
const GAP = 0.25;

/** The decimal year at which a partial date begins, or, with `end`, at which it is over. */
export function decimalYear(date: string, end = false): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  if (month === undefined) return year + (end ? 1 : 0);
  if (day === undefined) return year + (month - (end ? 0 : 1)) / 12;
  return year + (month - 1) / 12 + (day - (end ? 0 : 1)) / 372;
}

interface Span {
  from: number;
  to: number;
  openFrom: boolean;
  openTo: boolean;
}

/** Neighbours in the line of succession: what came before (`true`) or after. */
function inLine(graph: Graph, id: string, before: boolean): Concept[] {
  return graph
    .edges(id)
    .filter((edge) => edge.type === 'succeeds' && edge.outgoing === before)
    .flatMap((edge) => graph.concept(edge.other) ?? []);
}

function knownStart(concepts: readonly Concept[]): number | undefined {
  const starts = concepts.flatMap(({ start }) => (start ? [decimalYear(start)] : []));
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

/** Where a bar runs; what is not known is taken from what came before and after. Undefined without any date. */
function spanOf(graph: Graph, concept: Concept, now: number): Span | undefined {
  const next = knownStart(inLine(graph, concept.id, false));
  const before = inLine(graph, concept.id, true).flatMap(({ end }) => (end ? [decimalYear(end, true)] : []));
  const start = concept.start ? decimalYear(concept.start) : undefined;
  const end = concept.end ? decimalYear(concept.end, true) : undefined;
  const from = start ?? (before.length > 0 ? Math.max(...before) : undefined);
  const to = end ?? next;
  if (from === undefined && to === undefined) return undefined;
  // What is to be reached in years to come is under way by now.
  const left = from ?? Math.min(to!, now) - GUESSED_YEARS;
  const right = to ?? Math.max(now, left + GUESSED_YEARS / 2);
  return { from: Math.min(left, right), to: right, openFrom: start === undefined, openTo: end === undefined };
}

function depthOf(graph: Graph, concept: Concept): number {
  return graph.path(concept.id).filter(({ kind }) => kind === 'initiative').length;
}

function membersOf(graph: Graph, options: LineageOptions): Map<Concept, Span> {
  const members = new Map<Concept, Span>();
  for (const concept of graph.pack.concepts) {
    if (concept.kind !== 'initiative') continue;
    const succeeds = graph.edges(concept.id).some(({ type }) => type === 'succeeds');
    if (!succeeds && depthOf(graph, concept) > options.depth) continue;
    const span = spanOf(graph, concept, options.now);
    if (span) members.set(concept, span);
  }
  return members;
}

/** Members that are linked by succession, directly or through others, together; each group in order of time. */
function chainsOf(graph: Graph, members: ReadonlyMap<Concept, Span>): Concept[][] {
  const chains: Concept[][] = [];
  const seen = new Set<Concept>();
  for (const first of members.keys()) {
    if (seen.has(first)) continue;
    seen.add(first);
    const chain = [first];
    for (const concept of chain)
      for (const other of [...inLine(graph, concept.id, true), ...inLine(graph, concept.id, false)])
        if (members.has(other) && !seen.has(other)) {
          seen.add(other);
          chain.push(other);
        }
    chain.sort((a, b) => members.get(a)!.from - members.get(b)!.from);
    chains.push(chain);
  }
  const start = (chain: Concept[]) => members.get(chain[0]!)!.from;
  const weight = (chain: Concept[]) => Math.max(...chain.map(({ id }) => graph.edges(id).length));
  // Lines of succession first, the one on top that most is connected with; then the rest by time.
  return chains.sort((a, b) =>
    a.length > 1 && b.length > 1
      ? weight(b) - weight(a)
      : Number(b.length > 1) - Number(a.length > 1) || start(a) - start(b),
  );
}

/** Rows of a lane that are filled from the left; each knows where its last bar or label ends. */
class Rows {
  readonly #ends: number[] = [];

  get count(): number {
    return this.#ends.length;
  }

  /** The row that is free at `from`: the wanted one if it is, else the first from `least` on; taken until `to`. */
  take(from: number, to: number, least: number, wanted?: number): number {
    const isFree = (row: number) => (this.#ends[row] ?? -Infinity) + GAP <= from;
    let row = wanted !== undefined && isFree(wanted) ? wanted : least;
    while (!isFree(row)) row++;
    while (this.#ends.length < row) this.#ends.push(-Infinity);
    this.#ends[row] = to;
    return row;
  }
}

function laneBars(
  graph: Graph,
  chains: readonly Concept[][],
  members: ReadonlyMap<Concept, Span>,
  options: LineageOptions,
): { bars: { concept: Concept; row: number }[]; rows: number } {
  const rows = new Rows();
  const rowOf = new Map<string, number>();
  const bars: { concept: Concept; row: number }[] = [];
  for (const chain of chains) {
    // A line of succession has rows of its own; single initiatives fill up below.
    const least = chain.length > 1 ? rows.count : rowsOfChains(bars, chains, rows);
    for (const concept of chain) {
      const span = members.get(concept)!;
      const [before] = inLine(graph, concept.id, true).flatMap((other) => rowOf.get(other.id) ?? []);
      const width = Math.max(span.to - span.from, options.labelYears(concept));
      const row = rows.take(span.from, span.from + width, least, before);
      rowOf.set(concept.id, row);
      bars.push({ concept, row });
    }
  }
  return { bars, rows: rows.count };
}

/** Number of rows that lines of succession take up at the top of a lane. */
function rowsOfChains(
  bars: readonly { concept: Concept; row: number }[],
  chains: readonly Concept[][],
  rows: Rows,
): number {
  const chained = new Set(chains.filter(({ length }) => length > 1).flat());
  const taken = bars.filter(({ concept }) => chained.has(concept)).map(({ row }) => row + 1);
  return taken.length > 0 ? Math.min(rows.count, Math.max(...taken)) : 0;
}

/** Lays initiatives out on a time axis: a lane for each jurisdiction, Taiwan on top, then by number. */
export function lineageOf(graph: Graph, options: LineageOptions): Lineage {
  const members = membersOf(graph, options);
  const chains = chainsOf(graph, members);
  const lanes: LineageLane[] = [];
  const bars: LineageBar[] = [];
  const groups = [...Map.groupBy(chains, ([first]) => first!.jurisdiction)].sort(
    ([a, one], [b, other]) =>
      Number(b === 'TW') - Number(a === 'TW') || other.flat().length - one.flat().length,
  );
  let row = 0;
  for (const [jurisdiction, own] of groups) {
    const lane = laneBars(graph, own, members, options);
    lanes.push({ jurisdiction, row, rows: lane.rows });
    for (const { concept, row: inLane } of lane.bars)
      bars.push({ id: concept.id, jurisdiction, row: row + inLane, ...members.get(concept)! });
    row += lane.rows;
  }
  const shown = new Set(bars.map(({ id }) => id));
  const links = [...members.keys()].flatMap(({ id }) =>
    inLine(graph, id, true)
      .filter((other) => shown.has(other.id))
      .map((other) => ({ earlier: other.id, later: id })),
  );
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  return {
    bars: bars.sort((a, b) => a.row - b.row || a.from - b.from),
    links,
    lanes,
    rows: row,
    years: ends.length > 0 ? [Math.floor(Math.min(...ends)), Math.ceil(Math.max(...ends))] : [2000, 2001],
  };
}
