import { exchangeOfEntry } from '../../src/interchange/records/glossary-entry.ts';
import type { Records } from '../../src/interchange/records/losses.ts';
import { carryOut, copyRecords, type WriteOrder } from '../../src/interchange/write-order.ts';
import { PolicyGlossDatabase } from '../../src/storage/database.ts';
import { createEntryRepository } from '../../src/storage/entry-repository.ts';
import type { RecordsPart } from '../../src/ui/library/exchange/export-ports.ts';

/** What the page asks of the worker. Records come in parts, and stay until the worker ends. */
export type WorkerRequest =
  | { readonly kind: 'add'; readonly part: RecordsPart }
  | { readonly kind: 'write' | 'copy'; readonly id: number; readonly order: WriteOrder };

/** What the worker answers to an order: the result, or why there is none. */
export type WorkerAnswer = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly failure: string }
);

const records = {
  entries: [] as Records['entries'][number][],
  highlights: [] as Records['highlights'][number][],
  pages: [] as NonNullable<Records['pages']>[number][],
};

/** Takes a part in. Packs are read from the database here: the page never holds a big one. */
async function add({ entries = [], highlights = [], pages = [], pack }: RecordsPart): Promise<void> {
  for (const entry of entries) records.entries.push(entry);
  for (const highlight of highlights) records.highlights.push(highlight);
  for (const page of pages) records.pages.push(page);
  if (pack === undefined) return;
  const rows = await createEntryRepository(new PolicyGlossDatabase()).ofPack(pack);
  for (const row of rows) if (!row.deletedAt) records.entries.push(exchangeOfEntry(row));
}

let filled: Promise<void> = Promise.resolve();

self.onmessage = async ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'add') {
    filled = filled.then(() => add(data.part));
    return;
  }
  try {
    await filled;
    if (data.kind === 'copy') {
      self.postMessage({ id: data.id, value: copyRecords(data.order, records) });
      return;
    }
    const value = await carryOut(data.order, records);
    self.postMessage({ id: data.id, value }, { transfer: [value.file.content.buffer] });
  } catch (error) {
    self.postMessage({ id: data.id, failure: error instanceof Error ? error.message : String(error) });
  }
};
