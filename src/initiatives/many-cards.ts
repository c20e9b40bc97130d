import type { Card } from './card-model.ts';

/** Concepts whose cards one request may ask for; as many meanings of one wording are offered on a card. */
export const MOST_CARDS = 20;

/** Cards of any number of concepts, each once, asked for in as many requests as it takes; unknown ids are left out. */
export async function manyCards(
  ids: Iterable<string>,
  describe: (part: string[]) => Promise<readonly Card[]>,
): Promise<Card[]> {
  const all = [...new Set(ids)];
  const cards: Card[] = [];
  for (let at = 0; at < all.length; at += MOST_CARDS)
    cards.push(...(await describe(all.slice(at, at + MOST_CARDS))));
  return cards;
}
