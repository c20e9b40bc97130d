import type { Concept } from '../concept.ts';
import { preferredTerm } from '../preferred-term.ts';
import type { TermStatus } from '../status.ts';
import type { Authored } from './finding.ts';
import { canBeMarked } from './terms.ts';

/** What a group of concepts holds. */
export interface Coverage {
  readonly concepts: number;
  readonly initiatives: number;
  /** Terms of all languages, and those that advice never lets be marked. */
  readonly terms: number;
  readonly neverMarked: number;
  /** Stated relations, and those that follow from `parent` and `lead`. */
  readonly relations: number;
  readonly derivedRelations: number;
  /** Concepts by the status of the English term that is offered first. */
  readonly english: Readonly<Record<TermStatus, number>>;
}

/** What the glossary covers, whole and by group. */
export interface CoverageReport {
  readonly whole: Coverage;
  readonly sources: number;
  readonly themes: Readonly<Record<string, Coverage>>;
  readonly kinds: Readonly<Record<string, Coverage>>;
  readonly jurisdictions: Readonly<Record<string, Coverage>>;
  readonly subjects: Readonly<Record<string, Coverage>>;
  /** Terms by language and status. */
  readonly statuses: Readonly<Record<string, Readonly<Record<TermStatus, number>>>>;
}

const NO_STATUS: Readonly<Record<TermStatus, number>> = {
  official: 0,
  accepted: 0,
  proposed: 0,
  superseded: 0,
  discouraged: 0,
};

function countStatuses(statuses: readonly TermStatus[]): Record<TermStatus, number> {
  const counts = { ...NO_STATUS };
  for (const status of statuses) counts[status]++;
  return counts;
}

function sum(concepts: readonly Concept[], of: (concept: Concept) => number): number {
  return concepts.reduce((total, concept) => total + of(concept), 0);
}

function coverageOf(concepts: readonly Concept[]): Coverage {
  return {
    concepts: concepts.length,
    initiatives: concepts.filter(({ kind }) => kind === 'initiative').length,
    terms: sum(concepts, ({ terms }) => terms.length),
    neverMarked: sum(concepts, ({ terms }) => terms.filter((term) => !canBeMarked(term)).length),
    relations: sum(concepts, ({ relations }) => relations.length),
    derivedRelations: sum(concepts, ({ parent, lead }) => (parent ? 1 : 0) + lead.length),
    english: countStatuses(concepts.map((concept) => preferredTerm(concept, 'en').status)),
  };
}

function byGroup(
  concepts: readonly Concept[],
  groupOf: (concept: Concept) => string,
): Record<string, Coverage> {
  const groups = [...Map.groupBy(concepts, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([name, members]) => [name, coverageOf(members)]));
}

/** Counts what is there; `themeOf` gives the theme (file) of a concept. */
export function coverGlossary(
  { concepts, sources }: Authored,
  themeOf: (concept: Concept) => string,
): CoverageReport {
  const terms = concepts.flatMap((concept) => concept.terms);
  const languages = Map.groupBy(terms, ({ lang }) => lang);
  return {
    whole: coverageOf(concepts),
    sources: sources.length,
    themes: byGroup(concepts, themeOf),
    kinds: byGroup(concepts, ({ kind }) => kind),
    jurisdictions: byGroup(concepts, ({ jurisdiction }) => jurisdiction),
    subjects: byGroup(concepts, ({ subject }) => subject),
    statuses: Object.fromEntries(
      [...languages].map(([lang, own]) => [lang, countStatuses(own.map(({ status }) => status))]),
    ),
  };
}
