import type { Concept, ConceptKind } from '../concept.ts';
import { type Authored, error, type Finding, warning } from './finding.ts';

/** Kinds that can lead something: a fund has a management that acts for it, a post its holder. */
const BODIES: ReadonlySet<ConceptKind> = new Set<ConceptKind>(['organisation', 'fund', 'role']);

/** Every id that a concept names is there, and is what it should be. */
export function reviewReferences({ concepts, subjects }: Authored): Finding[] {
  const known = new Map(concepts.map((concept) => [concept.id, concept]));
  const fields = new Set(subjects.map(({ id }) => id));
  return concepts.flatMap((concept) => {
    const named = [
      ...(concept.parent ? [{ as: 'parent', id: concept.parent }] : []),
      ...concept.lead.map((id) => ({ as: 'lead', id })),
      ...concept.initiatives.map((id) => ({ as: 'initiatives', id })),
      ...concept.related.map((id) => ({ as: 'related', id })),
      ...concept.relations.map(({ type, to }) => ({ as: type, id: to })),
    ];
    const findings = named.flatMap(({ as, id }) => {
      if (id === concept.id) return [error('reference', concept.id, `${as}: refers to itself`)];
      const kind = known.get(id)?.kind;
      if (!kind) return [error('reference', concept.id, `${as}: no concept “${id}”`)];
      if (as === 'lead' && !BODIES.has(kind))
        return [warning('reference', concept.id, `lead: “${id}” is of kind ${kind}`)];
      if (as === 'initiatives' && kind !== 'initiative')
        return [warning('reference', concept.id, `initiatives: “${id}” is of kind ${kind}`)];
      return [];
    });
    if (!fields.has(concept.subject))
      findings.push(error('reference', concept.id, `no subject “${concept.subject}”`));
    return findings;
  });
}

/** The ids on a way from `from` back to itself along `next`, or undefined when there is none. */
function circle(from: string, next: (id: string) => readonly string[]): string[] | undefined {
  const seen = new Set<string>();
  const walk = (id: string, path: readonly string[]): string[] | undefined => {
    for (const other of next(id)) {
      if (other === from) return [...path, id, other];
      if (seen.has(other)) continue;
      seen.add(other);
      const found = walk(other, [...path, id]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(from, []);
}

/** Nothing is a part, or a successor, of itself: neither directly nor by a detour. One finding a circle. */
export function reviewCycles({ concepts }: Authored): Finding[] {
  const known = new Map(concepts.map((concept) => [concept.id, concept]));
  const along = (type: 'partOf' | 'succeeds') => (id: string) => {
    const concept = known.get(id);
    if (!concept) return [];
    const stated = concept.relations.filter((relation) => relation.type === type).map(({ to }) => to);
    return type === 'partOf' && concept.parent ? [concept.parent, ...stated] : stated;
  };
  return (['partOf', 'succeeds'] as const).flatMap((type) => {
    const told = new Set<string>();
    return concepts.flatMap(({ id }) => {
      if (told.has(id)) return [];
      const found = circle(id, along(type));
      if (!found) return [];
      for (const member of found) told.add(member);
      return [error('cycle', id, `${type}: ${found.join(' → ')}`)];
    });
  });
}

/** The parts of one whole have places of their own. */
export function reviewOrder({ concepts }: Authored): Finding[] {
  const taken = new Map<string, string>();
  return concepts.flatMap((concept) => {
    if (concept.order === undefined) return [];
    if (!concept.parent) return [error('order', concept.id, 'order without parent')];
    const place = `${concept.parent} ${concept.order}`;
    const other = taken.get(place);
    taken.set(place, other ?? concept.id);
    return other
      ? [error('order', concept.id, `place ${concept.order} in ${concept.parent} is taken by ${other}`)]
      : [];
  });
}

/** Whether `start` lies after `end`; partial dates are compared as far as both are known. */
function isAfter(start: string | undefined, end: string | undefined): boolean {
  if (!start || !end) return false;
  const length = Math.min(start.length, end.length);
  return start.slice(0, length) > end.slice(0, length);
}

/** What begins ends later, and what is over says since when. */
export function reviewDates({ concepts }: Authored): Finding[] {
  return concepts.flatMap((concept: Concept) => {
    const findings = isAfter(concept.start, concept.end)
      ? [error('dates', concept.id, `starts ${concept.start}, ends ${concept.end}`)]
      : [];
    for (const { text, from, to, status } of concept.terms) {
      if (isAfter(from, to)) findings.push(error('dates', concept.id, `“${text}” from ${from} to ${to}`));
      if (status === 'superseded' && !to && !concept.end)
        findings.push(warning('dates', concept.id, `“${text}” is superseded; “to” should say since when`));
    }
    return findings;
  });
}

/** Typed relations are stated once, and not where `parent` and `lead` state them already. */
export function reviewRelations({ concepts }: Authored): Finding[] {
  return concepts.flatMap((concept) => {
    const seen = new Set<string>();
    return concept.relations.flatMap(({ type, to }) => {
      const derived =
        (type === 'partOf' && to === concept.parent) || (type === 'ledBy' && concept.lead.includes(to));
      if (derived) return [warning('relation', concept.id, `${type} ${to} follows from parent or lead`)];
      if (seen.has(`${type} ${to}`)) return [error('relation', concept.id, `${type} ${to} is stated twice`)];
      seen.add(`${type} ${to}`);
      return [];
    });
  });
}
