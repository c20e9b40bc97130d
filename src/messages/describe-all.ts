import type { Card } from '../initiatives/card-model.ts';
import { manyCards } from '../initiatives/many-cards.ts';
import type { Client } from './client.ts';

/** Cards of any number of concepts, asked for in as many messages as it takes; unknown ids are left out. */
export function describeAll(request: Client, ids: readonly string[]): Promise<Card[]> {
  return manyCards(ids, (concepts) => request('card:describe', { concepts }));
}
