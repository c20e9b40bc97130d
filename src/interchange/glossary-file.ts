import { z } from 'zod';
import type { RowProblem } from './notices.ts';
import { Refusal } from './notices.ts';
import { type ExchangeEntry, exchangeEntrySchema } from './records/exchange-entry.ts';

/** Our own file for glossaries of any origin: every field of the record model, in versions. */
export const GLOSSARY_FORMAT = 'policy-gloss-glossary';
const VERSION = 1;

const frameSchema = z.object({
  formatName: z.literal(GLOSSARY_FORMAT),
  formatVersion: z.number().int().positive(),
  exportedAt: z.iso.datetime(),
  edition: z.string(),
  title: z.string(),
  entries: z.array(z.unknown()),
});

/** Leaves out what is empty: the schema fills it in again, so that long lists fit into the limit on files. */
function filled(_key: string, value: unknown): unknown {
  return value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

/** The text of a glossary file, an entry a line; nothing is lost in it. */
export function writeGlossaryFile(
  entries: readonly ExchangeEntry[],
  facts: { exportedAt: string; edition: string; title: string },
): string {
  const { exportedAt, edition, title } = facts;
  const frame = { formatName: GLOSSARY_FORMAT, formatVersion: VERSION, exportedAt, edition, title };
  const lines = entries.map((entry) => JSON.stringify(entry, filled));
  return `${JSON.stringify(frame).slice(0, -1)},"entries":[\n${lines.join(',\n')}\n]}\n`;
}

/** Entries of a glossary file, each judged alone. Throws `Refusal` when the frame is not ours or of a later version. */
export function readGlossaryFile(value: unknown): {
  entries: { entry: ExchangeEntry; row: number }[];
  problems: RowProblem[];
} {
  const frame = frameSchema.safeParse(value);
  if (!frame.success) throw new Refusal('not-ours');
  if (frame.data.formatVersion > VERSION) throw new Refusal('newer');
  const entries: { entry: ExchangeEntry; row: number }[] = [];
  const problems: RowProblem[] = [];
  for (const [at, value] of frame.data.entries.entries()) {
    const result = exchangeEntrySchema.safeParse(value);
    if (result.success) entries.push({ entry: result.data, row: at + 1 });
    else problems.push({ row: at + 1, code: 'record', text: result.error.issues[0]?.path.join('.') || '–' });
  }
  return { entries, problems };
}
