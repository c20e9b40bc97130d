import type { GlossaryEntry } from './entry.ts';
import { termKey } from './entry-keys.ts';
import { wordingOf } from './entry-wording.ts';

/** How an entry that comes in is compared with one that is there. */

/** Name of the fact that holds the id an entry had in its file. */
export const FILE_ID = 'idInFile';

/** The id that the file gave an entry; `''` when it gave none. */
export function fileIdOf({ other }: Pick<GlossaryEntry, 'other'>): string {
  return other.find(({ name }) => name === FILE_ID)?.value ?? '';
}

/** Equal for entries that name the same pair of words; compared folded. */
export function pairKeyOf(entry: Pick<GlossaryEntry, 'terms'>): string {
  const [zh, en] = [wordingOf(entry, 'zh'), wordingOf(entry, 'en')];
  return `${zh ? termKey(zh) : ''}\n${en ? termKey(en) : ''}`;
}

/** Key of the first term, which an edition may give another equivalent. */
export function firstKeyOf({ terms }: Pick<GlossaryEntry, 'terms'>): string {
  return terms[0] ? termKey(terms[0]) : '';
}

/** A wording as imports compare it: NFC, blanks alike, English without regard to case. */
function comparable({ lang, text }: GlossaryEntry['terms'][number]): string {
  const plain = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  return lang === 'en' ? plain.toLowerCase() : plain;
}

/** All that an entry says: equal for entries of which the second brings nothing new. */
export function contentOf(entry: GlossaryEntry): string {
  const { kind, terms, subject, definition, note, source, contexts } = entry;
  const other = entry.other.filter(({ name }) => name !== FILE_ID);
  const words = terms.map((term) => [
    term.lang,
    comparable(term),
    term.form,
    term.status,
    term.source,
    term.usage,
    term.partOfSpeech,
    term.region,
    term.from,
    term.to,
  ]);
  return JSON.stringify([kind, words, subject, definition, note, source, contexts, other]);
}

/** An entry as a later edition of its list has it: what the reader did with it (review, contexts, marking) stays. */
export function replacedBy(here: GlossaryEntry, incoming: GlossaryEntry): GlossaryEntry {
  const { kind: _, deletedAt: __, ...rest } = here;
  const { kind, terms, subject, definition, note, source, other } = incoming;
  const known = new Set(here.contexts.map(({ sentence, address }) => `${address}\n${sentence}`));
  const contexts = incoming.contexts.filter(({ sentence, address }) => !known.has(`${address}\n${sentence}`));
  return {
    ...rest,
    ...(kind && { kind }),
    terms,
    subject,
    definition,
    note,
    source,
    other,
    contexts: [...here.contexts, ...contexts],
  };
}
