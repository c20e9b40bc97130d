import type { Card } from '../initiatives/card-model.ts';
import type { Client } from './client.ts';
import { MOST_DESCRIBED } from './protocol.ts';

/** Cards of any number of concepts, asked for in as many messages as it takes; unknown ids are left out. */
export async function describeAll(request: Client, ids: readonly string[]): Promise<Card[]> {
  const cards: Card[] = [];
  for (let at = 0; at < ids.length; at += MOST_DESCRIBED)
    cards.push(...(await request('card:describe', { concepts: ids.slice(at, at + MOST_DESCRIBED) })));
  return cards;
}
