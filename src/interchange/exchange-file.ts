import { z } from 'zod';
import { type GlossaryEntry, glossaryEntrySchema } from '../glossary/entry.ts';
import { entryFromVersion2, entryOfVersion2Schema } from '../glossary/entry-of-version-2.ts';
import { type Highlight, highlightSchema, type KeptPage, keptPageSchema } from '../highlights/highlight.ts';

/**
 * Version of our own file format. A file of a higher one is refused with a word about updating; earlier ones are read.
 * 2: versions of pages, and what highlights carry since then. 3: entries with any number of wordings, in packs.
 */
const FORMAT_VERSION = 3;
const FORMAT_NAME = 'policy-gloss';

/** Largest file taken, bytes: beyond it the page would freeze while the file is read. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Frame of the file; the records are validated one by one, so that a bad one is named and the rest can be judged. */
const frameSchema = z.object({
  formatName: z.literal(FORMAT_NAME),
  formatVersion: z.number().int().positive(),
  exportedAt: z.iso.datetime(),
  edition: z.string(),
  highlights: z.array(z.unknown()).default([]),
  entries: z.array(z.unknown()).default([]),
  pages: z.array(z.unknown()).default([]),
});

/** What a file may hold. */
export interface ExchangeRecords {
  readonly highlights: readonly Highlight[];
  readonly entries: readonly GlossaryEntry[];
  /** Versions of pages that the highlights were made on. */
  readonly pages?: readonly KeptPage[];
}

/** Why a file or a record cannot be taken. `code` is a key of the interface texts. */
export type ImportProblem =
  | { readonly code: 'not-json' | 'not-ours' | 'newer' | 'too-large' }
  | { readonly code: 'record'; readonly number: number; readonly path: string };

/** What a file would bring. Nothing is written here. */
export interface ImportPreview extends ExchangeRecords {
  readonly pages: readonly KeptPage[];
  readonly problems: readonly ImportProblem[];
}

/** The full-fidelity file: everything that is stored, to be imported again. `exportedAt` is ISO 8601 in UTC. */
export function writeExchangeFile(
  records: ExchangeRecords,
  facts: { exportedAt: string; edition: string },
): string {
  const file = { formatName: FORMAT_NAME, formatVersion: FORMAT_VERSION, ...facts, ...records };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function refuse(problem: ImportProblem): ImportPreview {
  return { highlights: [], entries: [], pages: [], problems: [problem] };
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

/** Reads a file that `writeExchangeFile` wrote: which records it holds and what cannot be taken. Never throws. */
export function readExchangeFile(text: string): ImportPreview {
  if (text.length > MOST_BYTES) return refuse({ code: 'too-large' });
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
  return {
    highlights: highlights.valid,
    entries: entries.valid,
    pages: pages.valid,
    problems: [...highlights.problems, ...entries.problems],
  };
}
