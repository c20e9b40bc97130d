import { manyCards } from '../initiatives/many-cards.ts';
import { preferredWording } from '../initiatives/preferred-wording.ts';
import type { PageTerms } from './page-terms.ts';
import type { MatchedTerm, ReaderPorts } from './ports.ts';
import type { TermListView } from './surface.ts';
import { languageOf } from './surface-language.ts';
import { type TermHit, wordsOf } from './term-hit.ts';
import { termOrder } from './term-order.ts';

/** A wording of the page with all places where it stands, in the order of the document. */
export interface ListedTerm {
  readonly text: string;
  readonly term: MatchedTerm;
  readonly hits: readonly TermHit[];
}

/** The term that a hit stands for. */
export function termOfHit(hit: TermHit, terms: PageTerms): MatchedTerm | undefined {
  return terms.termAt(hit.term);
}

/** The terms of a page, each wording once, in the order in which they are first met; hidden parts left out. */
export function listTerms(terms: PageTerms): ListedTerm[] {
  const listed = new Map<string, { text: string; term: MatchedTerm; hits: TermHit[] }>();
  for (const hit of termOrder(terms)) {
    const term = termOfHit(hit, terms);
    if (!term) continue;
    const text = wordsOf(hit);
    const key = `${term.concepts[0]}\n${text}`;
    const known = listed.get(key);
    if (known) known.hits.push(hit);
    else listed.set(key, { text, term, hits: [hit] });
  }
  return [...listed.values()];
}

/** The places of a concept on the page, in the order of the document. */
export function hitsOf(concept: string, terms: PageTerms): TermHit[] {
  return termOrder(terms).filter((hit) => termOfHit(hit, terms)?.concepts[0] === concept);
}

/** What the list shows of the terms; the equivalents are asked for when it does. */
export function wordingsOf(
  listed: readonly ListedTerm[],
  ports: Pick<ReaderPorts, 'describe'>,
): Pick<TermListView, 'terms' | 'equivalents'> {
  return {
    terms: listed.map(({ text, term, hits }) => ({
      text,
      language: languageOf(term.lang),
      count: hits.length,
    })),
    async equivalents() {
      const first = listed.map(({ term }) => term.concepts[0]!);
      const cards = await manyCards(first, (part) => ports.describe(part));
      const byId = new Map(cards.map((card) => [card.id, card]));
      return listed.map(({ term }, index) => {
        const card = byId.get(first[index]!);
        return (card && preferredWording(card, languageOf(term.lang) === 'zh' ? 'en' : 'zh')?.text) ?? '';
      });
    },
  };
}
