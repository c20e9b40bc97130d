import type { GlossaryEntry } from '../../../glossary/entry.ts';

/** An entry as it is being written, and as it was when that was begun. */
export interface EntryDraft {
  readonly base: GlossaryEntry;
  readonly draft: GlossaryEntry;
}

/** Drafts by where they are written; they last as long as the page. */
const drafts = new Map<string, EntryDraft>();

/** The browser asks before it lets go of a page with drafts. */
const askFirst = (event: BeforeUnloadEvent) => event.preventDefault();

/** Keeps what was written at a place and is not stored, for when the reader comes back; `undefined`: nothing is. */
export function keepDraft(place: string, draft: EntryDraft | undefined): void {
  if (draft) drafts.set(place, draft);
  else drafts.delete(place);
  if (drafts.size > 0) addEventListener('beforeunload', askFirst);
  else removeEventListener('beforeunload', askFirst);
}

/** What was written at a place and is not stored. */
export function draftAt(place: string): EntryDraft | undefined {
  return drafts.get(place);
}
