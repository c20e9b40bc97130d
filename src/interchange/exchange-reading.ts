import { z } from 'zod';
import { glossaryEntrySchema } from '../glossary/entry.ts';
import { entryFromVersion2, entryOfVersion2Schema } from '../glossary/entry-of-version-2.ts';
import { type PackRecord, packRecordSchema } from '../glossary/pack-record.ts';
import { type DocumentAlias, documentAliasSchema } from '../highlights/document-alias.ts';
import { highlightSchema, type KeptPage, keptPageSchema } from '../highlights/highlight.ts';
import { type EntryList, entryListSchema } from './entry-lists.ts';
import { type ExchangeRecords, FORMAT_NAME, FORMAT_VERSION } from './exchange-file.ts';

/** Largest file taken, bytes. It is read off the page; several packs of 200,000 entries, packed, must find room. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** Frame of the file; the records are validated one by one, so that a bad one is named and the rest can be judged. */
const frameSchema = z.object({
  formatName: z.literal(FORMAT_NAME),
  formatVersion: z.number().int().positive(),
  exportedAt: z.iso.datetime(),
  edition: z.string(),
  highlights: z.array(z.unknown()).default([]),
  entries: z.array(z.unknown()).default([]),
  pages: z.array(z.unknown()).default([]),
  packs: z.array(z.unknown()).default([]),
  aliases: z.array(z.unknown()).default([]),
  lists: z.array(z.unknown()).default([]),
});

/** Why a file or a record cannot be taken. `code` is a key of the interface texts. */
export type ImportProblem =
  | { readonly code: 'not-json' | 'not-ours' | 'newer' | 'too-large' }
  | { readonly code: 'record'; readonly number: number; readonly path: string }
  /** Entries of an imported pack that cannot be read. */
  | { readonly code: 'list'; readonly title: string; readonly missing: number };

/** What a file would bring. Nothing is written here. */
export interface ImportPreview extends ExchangeRecords {
  readonly pages: readonly KeptPage[];
  readonly packs: readonly PackRecord[];
  readonly aliases: readonly DocumentAlias[];
  readonly lists: readonly EntryList[];
  readonly problems: readonly ImportProblem[];
}

function refuse(problem: ImportProblem): ImportPreview {
  return { highlights: [], entries: [], pages: [], packs: [], aliases: [], lists: [], problems: [problem] };
}

/** Validates records one by one; `offset` numbers them through the file, from 1. */
function judge<T>(schema: z.ZodType<T>, values: readonly unknown[], offset: number) {
  const valid: T[] = [];
  const problems: ImportProblem[] = [];
  values.forEach((value, index) => {
    const result = schema.safeParse(value);
    if (result.success) valid.push(result.data);
    else {
      const path = result.error.issues[0]?.path.join('.') || '–';
      problems.push({ code: 'record', number: offset + index + 1, path });
    }
  });
  return { valid, problems };
}

/**
 * Reads a file that `writeExchangeFile` wrote: which records it holds and what cannot be taken. Never throws. `undefined`
 * stands for the text of a file that was too large to be read.
 */
export function readExchangeFile(text: string | undefined): ImportPreview {
  if (text === undefined || text.length > MOST_BYTES) return refuse({ code: 'too-large' });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse({ code: 'not-json' });
  }
  const frame = frameSchema.safeParse(value);
  if (!frame.success) return refuse({ code: 'not-ours' });
  if (frame.data.formatVersion > FORMAT_VERSION) return refuse({ code: 'newer' });
  const highlights = judge(highlightSchema, frame.data.highlights, 0);
  const entrySchema =
    frame.data.formatVersion < 3 ? entryOfVersion2Schema.transform(entryFromVersion2) : glossaryEntrySchema;
  const entries = judge(entrySchema, frame.data.entries, frame.data.highlights.length);
  // A page that is damaged costs nothing: its highlights are then found by their selectors.
  const pages = judge(keptPageSchema, frame.data.pages, 0);
  const packs = judge(packRecordSchema, frame.data.packs, 0);
  const aliases = judge(documentAliasSchema, frame.data.aliases, 0);
  const lists = judge(entryListSchema, frame.data.lists, 0);
  return {
    highlights: highlights.valid,
    entries: entries.valid,
    pages: pages.valid,
    packs: packs.valid,
    aliases: aliases.valid,
    lists: lists.valid,
    problems: [...highlights.problems, ...entries.problems],
  };
}
