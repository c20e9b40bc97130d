import { join } from 'node:path';
import { z } from 'zod';
import english from '../assets/locales/en/exchange.json' with { type: 'json' };
import chinese from '../assets/locales/zh-TW/exchange.json' with { type: 'json' };
import { termsIn } from '../src/glossary/preferred-term.ts';
import { encodings } from '../src/interchange/decode/encoding-names.ts';
import { exportFile } from '../src/interchange/export-file.ts';
import { emptyReading, type ImportChoices } from '../src/interchange/file-reading.ts';
import type { BuildFacts, Format, RecordKind } from '../src/interchange/format.ts';
import { type ImportReport, importFile } from '../src/interchange/import-file.ts';
import { MOST_FILE_BYTES } from '../src/interchange/limits.ts';
import { type Blanks, Refusal } from '../src/interchange/notices.ts';
import { termPairs } from '../src/interchange/records/exchange-entry.ts';
import type { Loss, Records } from '../src/interchange/records/losses.ts';
import { formatNamed, formatOfName } from '../src/interchange/registry.ts';
import { type ColumnField, columnFields } from '../src/interchange/tables/headings.ts';
import { localDay } from '../src/text/local-day.ts';
import { compilePack } from './load-glossary.ts';

/** What the command prints. */
export interface ConvertResult {
  outcome: 'accept' | 'accept-with-warning' | 'reject';
  message: string;
  warnings: string[];
  format: string | null;
  encoding: string | null;
  delimiter: string | null;
  sheet: string | null;
  /** Number of the heading row, from 1; `null` without one. */
  headerRow: number | null;
  columns: { column: number; heading: string; field: string | null }[];
  rows: number;
  /** Entries and highlights that are taken. */
  entries: number;
  /** Chinese, English. */
  pairs: [string, string][];
  losses: (Loss & { message: string })[];
}

/** A request: files are the caller's. */
export interface ConvertRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly size: number;
  /** Why the file cannot be read, when it cannot. */
  readonly fault?: string;
  readonly as: string | undefined;
  /** Text of the options file. */
  readonly options: string | undefined;
  /** Name of the file to write, without folder. */
  readonly output: string | undefined;
  readonly write: (content: string | Uint8Array) => void;
  readonly now: Date;
}

const MOST_PAIRS = 5_000;
/** Rows left out that are named one by one in the warnings. */
const MOST_ROWS_NAMED = 50;

const columnSchema = z.enum(columnFields as [ColumnField, ...ColumnField[]]);
/** Columns by their place (`["zh", null, "en"]`) or by field with their numbers from 1 (`{"zh": 1, "en": [3, 4]}`). */
const columnsSchema = z.union([
  z.array(columnSchema.nullable()).transform((fields) => fields.map((field) => field ?? undefined)),
  z
    .partialRecord(columnSchema, z.union([z.number().int().positive(), z.array(z.number().int().positive())]))
    .transform((byField) => {
      const fields: (ColumnField | undefined)[] = [];
      for (const [field, places] of Object.entries(byField))
        for (const place of [places ?? []].flat()) fields[place - 1] = field as ColumnField;
      return Array.from(fields);
    }),
]);

const optionsSchema = z.strictObject({
  encoding: z.string().toLowerCase().pipe(z.enum(encodings)).optional(),
  delimiter: z.string().min(1).optional(),
  sheet: z.string().optional(),
  headerRow: z.number().int().positive().nullable().optional(),
  columns: columnsSchema.optional(),
  splitAt: z.array(z.string().length(1)).optional(),
  braces: z.boolean().optional(),
  kind: z.enum(['glossary', 'highlights']).optional(),
  layout: z.enum(['concepts', 'terms']).default('concepts'),
  language: z.enum(['zh', 'en', 'zh-TW']).default('zh'),
  direction: z.enum(['zh-en', 'en-zh']).default('zh-en'),
  currentOnly: z.boolean().optional(),
  title: z.string().optional(),
  edition: z.string().optional(),
  /** Language of messages. */
  messages: z.enum(['en', 'zh-TW']).default('en'),
});
type Options = z.infer<typeof optionsSchema>;

type Say = (key: string, blanks?: Blanks) => string;

/** Looks a text up by its key and fills in its blanks. */
function speaker(language: Options['messages']): Say {
  const texts: unknown = language === 'en' ? english : chinese;
  return (key, blanks = {}) => {
    let found: unknown = texts;
    for (const part of key.split('.'))
      found =
        typeof found === 'object' && found !== null
          ? Object.entries(found).find(([name]) => name === part)?.[1]
          : undefined;
    if (typeof found !== 'string') return key;
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(blanks[name] ?? ''));
  };
}

function parseOptions(text: string | undefined): Options {
  let value: unknown = {};
  try {
    if (text !== undefined) value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refusal('options', { reason: error instanceof Error ? error.message : '' });
  }
  const parsed = optionsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal('options', { reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() });
}

function resultOf(report: ImportReport, say: Say): ConvertResult {
  const { reading, refusal } = report;
  const records = reading.taken.length + reading.highlights.length;
  const named = reading.problems.slice(0, MOST_ROWS_NAMED);
  return {
    outcome: report.outcome,
    message: refusal
      ? say(`imports.refusal.${refusal.code}`, refusal.blanks)
      : say(`imports.outcome.${report.outcome}`, { count: records, rows: reading.rows }),
    warnings: [
      ...reading.notices.map(({ code, blanks }) => say(`imports.warning.${code}`, blanks)),
      ...named.map(({ row, code, text }) =>
        say('imports.rowProblem', { row, text, reason: say(`imports.row.${code}`) }),
      ),
    ],
    format: report.format,
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    sheet: reading.sheet,
    headerRow: reading.headerRow,
    columns: [...reading.columns],
    rows: reading.rows,
    entries: records,
    pairs: termPairs(
      reading.taken.map(({ entry }) => entry),
      MOST_PAIRS,
    ),
    losses: [],
  };
}

function outputFormat({ as, output }: ConvertRequest, kind: RecordKind): Format | undefined {
  if (as !== undefined) {
    const format = formatNamed(as);
    if (!format?.build) throw new Refusal('unknown-output', { name: as });
    if (!format.kinds.includes(kind)) throw new Refusal('wrong-kind', { name: as });
    return format;
  }
  if (output === undefined) return undefined;
  const format = formatOfName(output, kind);
  if (!format) throw new Refusal('unknown-output', { name: output });
  return format;
}

/** Names of bodies from the bundled glossary, read only when a report needs them. */
function agencyNames(language: 'zh' | 'en'): (id: string) => string | undefined {
  let names: Map<string, string | undefined> | undefined;
  return (id) => {
    names ??= new Map(
      compilePack(join(import.meta.dirname, '..')).concepts.map((concept) => [
        concept.id,
        termsIn(concept, language === 'en' ? 'en' : 'zh-Hant')[0]?.text,
      ]),
    );
    return names.get(id);
  };
}

function factsOf(request: ConvertRequest, options: Options, kind: RecordKind, format: Format): BuildFacts {
  const language = options.language === 'en' ? 'en' : 'zh';
  const day = localDay(request.now);
  return {
    kind,
    exportedAt: request.now.toISOString(),
    edition: options.edition ?? day,
    title: options.title ?? request.name.replace(/\.[^.]+$/, ''),
    language,
    layout: options.layout,
    direction: options.direction,
    // OmegaT does not look at status: it would offer what one is advised against like any other.
    currentOnly: options.currentOnly ?? format.name === 'omegat',
    agencyName: agencyNames(language),
  };
}

async function writeOutput(request: ConvertRequest, options: Options, records: Records, say: Say) {
  const kind = options.kind ?? (records.entries.length > 0 ? 'glossary' : 'highlights');
  const format = outputFormat(request, kind);
  if (!format) return [];
  const { files, losses } = await exportFile(format, records, factsOf(request, options, kind, format));
  const [file] = files;
  if (request.output !== undefined) {
    if (!file || files.length > 1) throw new Refusal('several-files', { count: files.length });
    request.write(file.content);
  }
  return losses.map((loss) => ({ ...loss, message: say(`losses.field.${loss.field}`) }));
}

/** Does what the command says, on bytes: reads, writes through `write`, and gives what is to be printed. */
export async function convert(request: ConvertRequest): Promise<ConvertResult> {
  let say = speaker('en');
  let report: ImportReport | undefined;
  try {
    const options = parseOptions(request.options);
    say = speaker(options.messages);
    if (request.fault !== undefined) throw new Refusal('unreadable', { reason: request.fault });
    if (request.size > MOST_FILE_BYTES)
      throw new Refusal('too-large', { most: MOST_FILE_BYTES / 1024 / 1024 });
    const choices: ImportChoices = options;
    report = await importFile({ name: request.name, bytes: request.bytes }, choices);
    const result = resultOf(report, say);
    if (report.outcome === 'reject') return result;
    const records: Records = {
      entries: report.reading.taken.map(({ entry }) => entry),
      highlights: report.reading.highlights,
    };
    return { ...result, losses: await writeOutput(request, options, records, say) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reading = report?.reading ?? emptyReading;
    const refusal = { code: error.code, blanks: error.blanks };
    return resultOf({ outcome: 'reject', refusal, format: report?.format ?? null, reading }, say);
  }
}
