import { hashOf } from '../route.ts';

/** How entries of the store are told from concepts where both are named by one id. */
const PREFIX = 'entry:';

/** The id of the entry that an item of the address stands for; `undefined` when it stands for something else. */
export function entryIdOf(item: string): string | undefined {
  return item.startsWith(PREFIX) ? item.slice(PREFIX.length) : undefined;
}

/** Where an entry of the store is edited. */
export function entryHref(id: string): string {
  return hashOf('glossary', PREFIX + id);
}
