import type { TermLanguage } from '../glossary/language.ts';
import type { Pack } from '../glossary/pack.ts';
import { STATUS_RANK } from '../glossary/status.ts';
import type { MatchTerm } from './match-term.ts';

/** Room for the statuses between two packs of neighbouring priority. */
const RANKS_PER_PACK = 10;

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
      rank: priority * RANKS_PER_PACK + STATUS_RANK[term.status] + (term.generated ? GENERATED_RANK : 0),
      ...(term.generated && { generated: term.generated }),
      ...(term.match && { advice: term.match }),
    })),
  );
}
