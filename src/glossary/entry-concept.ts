/** Concept of the entry of that UUID, as it stands in indexes and messages. */
export function conceptOfEntry(id: string): string {
  return `entry:${id}`;
}

/** The UUID of an entry whose concept it is, or undefined for a concept of the bundled pack. */
export function entryOfConceptId(concept: string): string | undefined {
  return concept.startsWith('entry:') ? concept.slice('entry:'.length) : undefined;
}
