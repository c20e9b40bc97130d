import { conceptOfEntry } from '../glossary/entry-concept.ts';
import type { Collecting } from './collecting.ts';
import type { DatedPage } from './dated-page.ts';
import type { HighlightDesk } from './highlight-desk.ts';
import type { Box } from './placement.ts';
import type { MatchedTerm, ReaderPorts } from './ports.ts';
import type { CardView } from './surface.ts';
import { rangeOf, type TermHit } from './term-hit.ts';

/** What a card is opened for. */
export interface CardSubject {
  readonly term: MatchedTerm;
  readonly target: TermHit;
  readonly anchor: Box;
}

/** What can be done from a card, beside what closes or pins it. */
export type CardActions = Pick<
  CardView,
  'follow' | 'collect' | 'highlight' | 'openLibrary' | 'openMeanings' | 'openEntry'
>;

interface Tools {
  readonly dated: DatedPage;
  readonly collecting: Pick<Collecting, 'collect'>;
  readonly desk: Pick<HighlightDesk, 'keep'>;
}

/** The actions of the card of a term. */
export function cardActions(
  { term, target, anchor }: CardSubject,
  { dated, collecting, desk }: Tools,
  ports: Pick<ReaderPorts, 'describe' | 'openLibrary'>,
): CardActions {
  return {
    follow: async (id) => (await ports.describe([id], dated.date()))[0],
    collect: (card) => collecting.collect(card, target, anchor),
    highlight: async () => {
      const range = rangeOf(target);
      if (range) await desk.keep(range, 'yellow');
    },
    openLibrary: (card) =>
      void ports.openLibrary(
        card.kind === 'initiative' && !card.pack ? `#/initiatives/${card.id}` : `#/glossary/${card.id}`,
      ),
    openMeanings: () => void ports.openLibrary(`#/glossary?${new URLSearchParams({ q: term.term })}`),
    openEntry: (id) => void ports.openLibrary(`#/glossary/${conceptOfEntry(id)}`),
  };
}
