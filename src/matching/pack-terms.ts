import type { GlossaryEntry } from '../glossary/entry.ts';
import { conceptOfEntry } from '../glossary/entry-concept.ts';
import { termKey } from '../glossary/entry-keys.ts';
import type { TermLanguage } from '../glossary/language.ts';
import type { Pack } from '../glossary/pack.ts';
import { STATUS_RANK } from '../glossary/status.ts';
import type { MatchTerm } from './match-term.ts';

/** Room for the statuses between two packs of neighbouring priority. */
const RANKS_PER_PACK = 10;

/** Rank of the best term of a pack; `priority` 0 is the first pack. */
export function rankOfPack(priority: number): number {
  return priority * RANKS_PER_PACK;
}

/** Which pack a term is of, by its rank: the first has 0. */
export function priorityOf({ rank }: Pick<MatchTerm, 'rank'>): number {
  return Math.floor(rank / RANKS_PER_PACK);
}

/** Below all that somebody wrote, above the next pack: the worst status has rank 4. */
const GENERATED_RANK = 5;

/** A term of a glossary as the recogniser takes it. */
export type PackTerm = MatchTerm & { lang: TermLanguage };

/**
 * The terms of a pack as the recogniser takes them, in the pack's order; `priority` 0 is the first pack.
 * Terms advised never to be marked are in, so that the longer names around them are judged rightly.
 */
export function termsOfPack(pack: Pick<Pack, 'concepts'>, priority = 0): PackTerm[] {
  return pack.concepts.flatMap((concept) =>
    concept.terms.map((term) => ({
      text: term.text,
      lang: term.lang,
      form: term.form,
      concept: concept.id,
      jurisdiction: concept.jurisdiction,
      rank: rankOfPack(priority) + STATUS_RANK[term.status] + (term.generated ? GENERATED_RANK : 0),
      ...(term.generated && { generated: term.generated }),
      ...(term.match && { advice: term.match }),
    })),
  );
}

/** Priority of the pack, and the keys of wordings that its concept has already, if the entry was collected from one. */
export interface EntryPlace {
  readonly priority: number;
  /** Keys (`termKey`) of a bundled concept that is marked; undefined: there is no such concept. */
  readonly keysOfConcept?: (concept: string) => ReadonlySet<string> | undefined;
}

/**
 * The terms of a stored entry as the recogniser takes them. One that was collected from a marked concept stands for that
 * concept, with the wordings that it lacks.
 */
export function termsOfEntry(
  { id, concept, terms }: Pick<GlossaryEntry, 'id' | 'concept' | 'terms'>,
  { priority, keysOfConcept }: EntryPlace,
): PackTerm[] {
  const known = concept === undefined ? undefined : keysOfConcept?.(concept);
  const own = known ? terms.filter((term) => !known.has(termKey(term))) : terms;
  return own.map(({ text, lang, form, status }) => ({
    text,
    lang,
    form,
    concept: known && concept ? concept : conceptOfEntry(id),
    jurisdiction: 'INT',
    rank: rankOfPack(priority) + STATUS_RANK[status],
  }));
}
