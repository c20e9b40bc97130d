import { conceptOfEntry } from '../../../glossary/entry-concept.ts';
import { hashOf } from '../route.ts';

/** Where an entry of the store is edited. */
export function entryHref(id: string): string {
  return hashOf('glossary', conceptOfEntry(id));
}
