import { z } from 'zod';
import { type GlossaryEntry, glossaryEntrySchema } from '../glossary/entry.ts';
import { unpackText } from './packed-text.ts';

/**
 * Entries of an imported pack as our own file carries them: a record a line, without its pack and what is empty, packed
 * in parts. Written in full a pack of 200,000 entries would be larger than any file that is taken.
 */
export const entryListSchema = z.strictObject({
  /** Id of the pack. */
  pack: z.string().min(1),
  /** Entries in all parts. */
  entries: z.number().int().nonnegative(),
  /** Each by itself `packText` of its lines. */
  parts: z.array(z.string()),
});
export type EntryList = z.infer<typeof entryListSchema>;

/** A list that was unpacked; its lines are read when they are needed, since as entries they fill many times the memory. */
export interface OpenedList {
  readonly pack: string;
  /** Entries that the file says it holds. */
  readonly entries: number;
  /** Lines of each part. */
  readonly texts: readonly string[];
}

/** Bytes that one part, and all lists of a file together, may unpack to. */
const MOST_OF_PART = 64 * 1024 * 1024;
const MOST_OF_ALL = 512 * 1024 * 1024;

/** Unpacks lists. A part that is damaged, or larger than any of ours, is left out: then fewer
 * entries are there than the list says. */
export async function openLists(lists: readonly EntryList[]): Promise<OpenedList[]> {
  let room = MOST_OF_ALL;
  const opened: OpenedList[] = [];
  for (const { pack, entries, parts } of lists) {
    const texts: string[] = [];
    for (const part of parts) {
      const text = await unpackText(part, Math.min(MOST_OF_PART, room)).catch(() => '');
      room -= text.length;
      if (text) texts.push(text);
    }
    opened.push({ pack, entries, texts });
  }
  return opened;
}

function entryOfLine(pack: string, line: string): GlossaryEntry | undefined {
  try {
    return glossaryEntrySchema.safeParse({ ...JSON.parse(line), pack }).data;
  } catch {
    return undefined;
  }
}

/** The entries of a part; lines that are none are left out. */
export function entriesOfPart(pack: string, text: string): GlossaryEntry[] {
  return text.split('\n').flatMap((line) => (line ? (entryOfLine(pack, line) ?? []) : []));
}
