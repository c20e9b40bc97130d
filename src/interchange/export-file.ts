import type { BuildFacts, BuiltFile, Format } from './format.ts';
import { Refusal } from './notices.ts';
import { type Loss, lossesBeside, lossesBetween, type Records } from './records/losses.ts';

/** A file ready to be saved, and what it does not hold. */
export interface ExportResult {
  readonly files: readonly BuiltFile[];
  /** What was asked to be written. */
  readonly records: Records;
  readonly losses: readonly Loss[];
}

/** The records that an export is about: those of its kind, without what the user wants left out. */
function asked(records: Records, { kind, currentOnly }: BuildFacts): Records {
  if (kind === 'highlights') return { ...records, entries: [] };
  if (!currentOnly) return { highlights: [], entries: records.entries };
  const old = new Set(['superseded', 'discouraged']);
  const entries = records.entries
    .map((entry) => ({ ...entry, terms: entry.terms.filter(({ status }) => !old.has(status)) }))
    .filter(({ terms }) => terms.length > 0);
  return { highlights: [], entries };
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** What the written files give back when our own reader reads them. */
async function readBack(format: Format, files: readonly BuiltFile[]): Promise<Records> {
  if (!format.read) throw new Error(`${format.name} neither says what it holds nor can be read`);
  const entries: Records['entries'][number][] = [];
  const highlights: Records['highlights'][number][] = [];
  for (const { name, content } of files) {
    try {
      const reading = await format.read({ name, bytes: bytesOf(content) }, {});
      for (const { entry } of reading.taken) entries.push(entry);
      for (const highlight of reading.highlights) highlights.push(highlight);
    } catch (error) {
      // A file from which nothing can be read back holds nothing.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { entries, highlights };
}

/**
 * Writes records in a format and computes what it does not hold, by reading back what was written wherever we have a
 * reader. The report is so about these records, not about the format in general.
 */
export async function exportFile(format: Format, records: Records, facts: BuildFacts): Promise<ExportResult> {
  if (!format.build) throw new Error(`${format.name} is only read`);
  const wanted = asked(records, facts);
  const files = await format.build(wanted, facts);
  // Measured against what was given, so that what the user left out is in the report too.
  const given = facts.kind === 'glossary' ? { ...wanted, entries: records.entries } : wanted;
  const holding = format.holds?.(facts);
  const losses = holding ? lossesBeside(given, holding) : lossesBetween(given, await readBack(format, files));
  return { files, records: wanted, losses };
}
