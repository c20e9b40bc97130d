import { hashOf } from '../route.ts';

/** Where the reader was in the table when leaving it for an entry: to come back to. */
let place = { query: '', id: '' };

/** Remembers the query of the table and the row that is opened. */
export function leaveTable(query: string, id: string): void {
  place = { query, id };
}

/** The row that was left for its page from the table of this query; empty when another one was. */
export function rowLeft(query: string): string {
  return place.query === query ? place.id : '';
}

/** The address of the table as it was left. */
export function tableHref(): string {
  return hashOf('glossary', '', place.query);
}
