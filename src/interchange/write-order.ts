import { zipSync } from 'fflate';
import { type ExportResult, exportFile } from './export-file.ts';
import type { BuildFacts, BuiltFile, Format, FormatName } from './format.ts';
import { choicesOf } from './format-choices.ts';
import { htmlReport, plainReport } from './formats/html.ts';
import { pageFileNames, reportPages } from './highlights/report.ts';
import type { Loss, Records } from './records/losses.ts';
import { formatNamed } from './registry.ts';
import { htmlTable, plainTable } from './tables/table-text.ts';
import { layoutRows } from './tables/write-layouts.ts';

/** What an export is to be like, in values that may be sent to a worker. */
export interface WriteOrder {
  readonly format: FormatName;
  /** A file for each page, in an archive. Only where `choicesOf` offers it. */
  readonly perPage: boolean;
  readonly facts: Omit<BuildFacts, 'agencyName'>;
  /** Names of bodies by their concept id, in the language of the facts. */
  readonly agencyNames: ReadonlyMap<string, string>;
}

/** One file to be saved. */
export interface WrittenFile {
  /** Ending of its name, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** A file that was made, with what it could not hold. */
export interface Written {
  readonly file: WrittenFile;
  readonly losses: readonly Loss[];
  /** Records that are in the file. */
  readonly records: number;
}

/** What goes onto the clipboard. */
export interface Copied {
  readonly html: string;
  readonly plain: string;
}

const ZIP = { ending: 'zip', mediaType: 'application/zip' };

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const factsOf = ({ facts, agencyNames }: WriteOrder): BuildFacts => ({
  ...facts,
  agencyName: (id) => agencyNames.get(id),
});

function pack(files: readonly BuiltFile[], { exportedAt }: BuildFacts): Uint8Array {
  const members = files.map(({ name, content }) => [name, bytesOf(content)] as const);
  return zipSync(Object.fromEntries(members), { mtime: new Date(exportedAt) });
}

/** Losses of several files as those of one. */
function joinLosses(all: readonly (readonly Loss[])[]): Loss[] {
  const joined = new Map<string, Loss>();
  for (const loss of all.flat()) {
    const known = joined.get(loss.field);
    joined.set(
      loss.field,
      known
        ? {
            ...known,
            count: known.count + loss.count,
            examples: [...known.examples, ...loss.examples].slice(0, 3),
          }
        : loss,
    );
  }
  return [...joined.values()];
}

/** A file for each page, under its title. */
async function writePages(format: Format, records: Records, facts: BuildFacts): Promise<ExportResult> {
  const pages = reportPages(records.highlights, facts);
  const names = pageFileNames(pages, format.endings[0] ?? 'txt');
  const results = [];
  for (const { highlights, title } of pages)
    results.push(await exportFile(format, { ...records, highlights }, { ...facts, title }));
  const files = results.flatMap((result, at) =>
    result.files.map(({ content }) => ({ name: names[at] ?? `${at}`, content })),
  );
  return { files, records, losses: joinLosses(results.map(({ losses }) => losses)) };
}

/** Writes records as ordered: always one file, an archive where there are several. Works without a DOM. */
export async function carryOut(order: WriteOrder, records: Records): Promise<Written> {
  // Markdown has pages of its own kind, with the address of the page in their front matter.
  const own = order.perPage && order.format === 'markdown' ? 'markdown-pages' : order.format;
  const format = formatNamed(own);
  if (!format) throw new Error(`There is no format ${own}`);
  const facts = factsOf(order);
  const paged = order.perPage && own === order.format && choicesOf(own, facts.kind).has('perPage');
  const result = paged ? await writePages(format, records, facts) : await exportFile(format, records, facts);
  const [only] = result.files;
  const single = result.files.length === 1 && !paged && only;
  return {
    file: single
      ? { ending: format.endings[0] ?? '', mediaType: format.mediaType, content: bytesOf(only.content) }
      : { ...ZIP, content: pack(result.files, facts) },
    losses: result.losses,
    records: facts.kind === 'glossary' ? result.records.entries.length : result.records.highlights.length,
  };
}

/** Records for the clipboard: as rich text and as plain text. */
export function copyRecords(order: WriteOrder, records: Records): Copied {
  const facts = factsOf(order);
  if (facts.kind === 'highlights')
    return {
      html: htmlReport(records.highlights, facts),
      plain: plainReport(records.highlights, facts),
    };
  const rows = layoutRows(records.entries, facts);
  return { html: htmlTable(rows), plain: plainTable(rows) };
}
