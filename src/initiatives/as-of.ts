import type { Concept } from '../glossary/concept.ts';
import { preferredTerm } from '../glossary/preferred-term.ts';
import { standingOn, termsOn } from '../glossary/valid-on.ts';
import type { AsOf, NamedConcept } from './card-model.ts';
import type { Graph } from './graph.ts';
import { named } from './named.ts';

/** A concept by the names it had on a day. */
function namedOn(concept: Concept, date: string): NamedConcept {
  const name = (lang: 'zh-Hant' | 'en') =>
    termsOn(concept, lang, date)[0]?.term.text ?? preferredTerm(concept, lang).text;
  return { id: concept.id, zh: name('zh-Hant'), en: name('en') };
}

/** What stood in a concept's place on a day: its predecessors before its time, its successors after, link by link. */
function standIns(graph: Graph, concept: Concept, date: string, outgoing: boolean): Concept[] {
  const found: Concept[] = [];
  const seen = new Set([concept.id]);
  let row = [concept];
  while (row.length > 0) {
    const next = row
      .flatMap(({ id }) => graph.edges(id))
      .filter((edge) => edge.type === 'succeeds' && edge.outgoing === outgoing && !seen.has(edge.other))
      .flatMap((edge) => graph.concept(edge.other) ?? []);
    row = [];
    for (const other of next) {
      if (seen.has(other.id)) continue;
      seen.add(other.id);
      if (standingOn(other, date) === 'within') found.push(other);
      else row.push(other);
    }
  }
  return found;
}

/**
 * How things stood with a concept on a day: whether there was such a thing, what stood in its place when there was not,
 * and its present names when they are others now.
 */
export function asOf(graph: Graph, concept: Concept, date: string): AsOf {
  const standing = standingOn(concept, date);
  const then = namedOn(concept, date);
  const now = named(concept);
  const others = standing === 'within' ? [] : standIns(graph, concept, date, standing === 'before');
  return {
    date,
    standing,
    instead: others.map((other) => namedOn(other, date)),
    ...(standing === 'within' && (then.zh !== now.zh || then.en !== now.en) && { now }),
    ...(concept.start && { start: concept.start }),
    ...(concept.end && { end: concept.end }),
  };
}
