import { alignSections, type Section } from './align-sections.ts';
import { type Occurrence, occurrencesIn, type RecognisedBlocks } from './recognised.ts';
import type { BaseTerm, TermBase } from './term-base.ts';
import { type SearchableText, searchable } from './wording-search.ts';

/** What is wrong with how a term was translated. */
export type FindingKind =
  /** None of the listed equivalents stands where the term was translated. */
  | 'missing'
  /** An equivalent stands there that is advised against. */
  | 'discouraged'
  /** An equivalent stands there that has been replaced. */
  | 'superseded'
  /** One term, several full equivalents. */
  | 'inconsistent';

/** A finding with both places. */
export interface Finding {
  readonly kind: FindingKind;
  readonly concept: string;
  /** The words of the source text. */
  readonly term: string;
  /** Where they stand in the source text. */
  readonly source: Section;
  /** Where it was translated: the wording itself when one was found, else the section that should hold it. */
  readonly target?: Section;
  /** The wordings of the target text that the finding is about; empty when none was found. */
  readonly found: readonly string[];
  /** What would be right, best first. */
  readonly expected: readonly string[];
  /** How many places of the source text it is true of. */
  readonly count: number;
}

/** What was looked at, so that nobody takes silence for praise. */
export interface TranslationCheck {
  readonly findings: readonly Finding[];
  /** Different concepts of the source text that have an equivalent in the other language. */
  readonly checked: number;
  /** Whether sections of the two texts could be told to belong together. */
  readonly aligned: 'sections' | 'whole';
}

const CURRENT = new Set(['official', 'accepted', 'proposed']);

/** The last word of an English name (Ministry, Act, Plan): a text that has named it once may go on with it alone. */
function headsOf(terms: readonly BaseTerm[]): string[] {
  return terms.flatMap(({ lang, text, form }) => {
    if (form === 'abbreviation') return [];
    if (lang !== 'en') return text.length > 2 ? [`本${text.slice(-1)}`, `該${text.slice(-1)}`] : [];
    const words = text.split(/\s+/);
    const beforeOf = words.indexOf('of') > 0 ? words[words.indexOf('of') - 1] : undefined;
    return [words.at(-1)!, ...(beforeOf ? [beforeOf] : [])].filter((word) => /^[A-Za-z]{3,}$/.test(word));
  });
}

interface Place {
  readonly occurrence: Occurrence;
  /** Number of the section of the source text. */
  readonly section: number;
}

interface Sides {
  readonly source: RecognisedBlocks;
  readonly target: RecognisedBlocks;
  readonly language: 'zh' | 'en';
  readonly base: TermBase;
  readonly sections: readonly { source: Section; target: Section; text: SearchableText }[];
  readonly whole: SearchableText;
  /** Occurrences of the target text by concept. */
  readonly byConcept: ReadonlyMap<string, readonly Occurrence[]>;
}

/** Wordings of the concepts that a term may stand for, in the language of the target text. */
function equivalentsOf(concepts: readonly string[], { base, language }: Sides): BaseTerm[] {
  return concepts.flatMap((id) =>
    base.termsOf(id).filter(({ lang }) => (lang === 'en') === (language === 'en')),
  );
}

function within({ start, end }: Section, occurrence: Section): boolean {
  return occurrence.start >= start && occurrence.end <= end;
}

/** Whether one of the wordings stands in a section, or the text goes on with the head of a name it gave elsewhere. */
function isRendered(place: Place, terms: readonly BaseTerm[], sides: Sides): boolean {
  const section = sides.sections[place.section];
  const concepts = new Set(place.occurrence.concepts);
  if (!section) {
    return (
      [...concepts].some((id) => sides.byConcept.has(id)) || terms.some(({ text }) => sides.whole.has(text))
    );
  }
  const recognised = [...concepts].some((id) =>
    sides.byConcept.get(id)?.some((occurrence) => within(section.target, occurrence)),
  );
  if (recognised || terms.some(({ text }) => section.text.has(text))) return true;
  const isNamedElsewhere = terms.some(({ text }) => sides.whole.has(text));
  return isNamedElsewhere && headsOf(terms).some((head) => section.text.has(head));
}

function placesOf(sides: Sides): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  let section = 0;
  for (const occurrence of occurrencesIn(sides.source)) {
    while (section < sides.sections.length && occurrence.start >= sides.sections[section]!.source.end)
      section++;
    const key = occurrence.concepts.join(' ');
    const place = { occurrence, section };
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  }
  return places;
}

function expectedOf(terms: readonly BaseTerm[]): string[] {
  return [...new Set(terms.filter(({ status }) => CURRENT.has(status)).map(({ text }) => text))];
}

function missingOf(places: readonly Place[], terms: readonly BaseTerm[], sides: Sides): Finding | undefined {
  const missing = places.filter((place) => !isRendered(place, terms, sides));
  const first = missing[0];
  if (!first) return undefined;
  // Without sections nothing is known of single places: the term is missing altogether or not at all.
  const { occurrence, section } = first;
  const target = sides.sections[section]?.target;
  return {
    kind: 'missing',
    concept: occurrence.concepts[0]!,
    term: sides.source.text.slice(occurrence.start, occurrence.end),
    source: occurrence,
    ...(target && { target }),
    found: [],
    expected: expectedOf(terms),
    count: missing.length,
  };
}

/** Wordings of the target text for a concept, with their first places. */
function renderings(concepts: readonly string[], terms: readonly BaseTerm[], sides: Sides) {
  const { target } = sides;
  const found = new Map<BaseTerm, { first: Section; count: number }>();
  const keys = terms.map((term) => ({ term, text: searchable(term.text) }));
  for (const id of concepts) {
    for (const occurrence of sides.byConcept.get(id) ?? []) {
      const words = target.text.slice(occurrence.start, occurrence.end);
      const same = searchable(words);
      const match = keys.find(({ term, text }) => text.has(words) && same.has(term.text));
      if (!match) continue;
      const known = found.get(match.term);
      if (known) known.count++;
      else found.set(match.term, { first: occurrence, count: 1 });
    }
  }
  return found;
}

function wordingFindings(places: readonly Place[], terms: readonly BaseTerm[], sides: Sides): Finding[] {
  const { occurrence } = places[0]!;
  const found = renderings(occurrence.concepts, terms, sides);
  const about = {
    concept: occurrence.concepts[0]!,
    term: sides.source.text.slice(occurrence.start, occurrence.end),
    source: occurrence,
    expected: expectedOf(terms),
  };
  const findings: Finding[] = [];
  for (const kind of ['discouraged', 'superseded'] as const) {
    for (const [term, { first, count }] of found)
      if (term.status === kind) findings.push({ kind, ...about, target: first, found: [term.text], count });
  }
  const full = [...found].filter(([{ status, form }]) => CURRENT.has(status) && form === 'full');
  if (full.length > 1) {
    const ordered = full.toSorted((a, b) => a[1].first.start - b[1].first.start);
    findings.push({
      kind: 'inconsistent',
      ...about,
      target: ordered[1]![1].first,
      found: ordered.map(([{ text }]) => text),
      count: ordered.reduce((sum, [, { count }]) => sum + count, 0),
    });
  }
  return findings;
}

function sidesOf(
  source: RecognisedBlocks,
  target: RecognisedBlocks,
  language: 'zh' | 'en',
  base: TermBase,
): Sides {
  const byConcept = new Map<string, Occurrence[]>();
  for (const occurrence of occurrencesIn(target)) {
    for (const id of occurrence.concepts) {
      const known = byConcept.get(id);
      if (known) known.push(occurrence);
      else byConcept.set(id, [occurrence]);
    }
  }
  const sections = (alignSections(source.text, target.text) ?? []).map((section) => ({
    ...section,
    text: searchable(target.text.slice(section.target.start, section.target.end)),
  }));
  return { source, target, language, base, sections, byConcept, whole: searchable(target.text) };
}

/**
 * Checks a translation against the glossary: every term of the source text whose equivalents are known must be rendered
 * by one of them; any listed one will do. `language` is that of the target text. Findings follow the source text.
 */
export function checkTranslation(
  source: RecognisedBlocks,
  target: RecognisedBlocks,
  language: 'zh' | 'en',
  base: TermBase,
): TranslationCheck {
  const sides = sidesOf(source, target, language, base);
  const findings: Finding[] = [];
  let checked = 0;
  for (const places of placesOf(sides).values()) {
    const terms = equivalentsOf(places[0]!.occurrence.concepts, sides);
    if (terms.length === 0) continue;
    checked++;
    const missing = missingOf(places, terms, sides);
    if (missing) findings.push(missing);
    findings.push(...wordingFindings(places, terms, sides));
  }
  findings.sort((a, b) => a.source.start - b.source.start);
  return { findings, checked, aligned: sides.sections.length > 0 ? 'sections' : 'whole' };
}
