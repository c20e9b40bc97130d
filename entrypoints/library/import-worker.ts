import { v7 as uuid } from 'uuid';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { hashOfEntries } from '../../src/glossary/pack-hash.ts';
import type { ImportChoices } from '../../src/interchange/file-reading.ts';
import { type ImportReport, importFile } from '../../src/interchange/import-file.ts';
import { summaryOf, writeReport } from '../../src/interchange/import-summary.ts';
import { MOST_FILE_BYTES } from '../../src/interchange/limits.ts';
import { entryOfExchange } from '../../src/interchange/records/glossary-entry.ts';
import { traditionalBeside } from '../../src/interchange/records/to-traditional.ts';
import { PolicyGlossDatabase } from '../../src/storage/database.ts';
import { createEntryImport } from '../../src/storage/entry-import.ts';
import type { Importer, ImportReading, ImportTarget } from '../../src/ui/library/exchange/import-ports.ts';

/** What the page asks of the worker, which does one thing after the other. */
export type ImportRequest = { readonly id: number } & (
  | { readonly kind: 'read'; readonly file: File; readonly reading: ImportReading }
  | { readonly kind: 'count' | 'run'; readonly target: ImportTarget }
  | { readonly kind: 'report'; readonly order: Parameters<Importer['report']> }
);

/** Progress, the result, or why there is none. */
export type ImportAnswer = { readonly id: number } & (
  | { readonly share: number }
  | { readonly value: unknown }
  | { readonly failure: string }
);

/** Milliseconds between two words on progress. */
const PROGRESS_TIME = 80;

const entryImport = createEntryImport(new PolicyGlossDatabase());
let report: ImportReport | undefined;
let made: { readonly pack: string; readonly entries: readonly GlossaryEntry[] } | undefined;

function progressOf(id: number): (share: number) => void {
  let told = 0;
  return (share) => {
    const now = performance.now();
    if (now - told < PROGRESS_TIME) return;
    told = now;
    self.postMessage({ id, share } satisfies ImportAnswer);
  };
}

async function converted(read: ImportReport, language: 'zh' | 'en'): Promise<ImportReport> {
  const convert = await traditionalBeside(language);
  const taken = read.reading.taken.map((row) => ({ ...row, entry: convert(row.entry) }));
  return { ...read, reading: { ...read.reading, taken } };
}

async function read(file: File, { convert, ...choices }: ImportReading, onProgress: (share: number) => void) {
  made = undefined;
  // A file over the limit is not taken into memory: one byte more than the limit says enough.
  const bytes = new Uint8Array(await file.slice(0, MOST_FILE_BYTES + 1).arrayBuffer());
  const found = await importFile({ name: file.name, bytes }, {
    ...choices,
    onProgress,
  } satisfies ImportChoices);
  report = convert ? await converted(found, convert) : found;
  return summaryOf(report);
}

/** What was read as entries of a pack; made once for each. */
function entriesFor(pack: string, now: string): readonly GlossaryEntry[] {
  if (made?.pack !== pack) {
    const taken = report?.reading.taken ?? [];
    made = { pack, entries: taken.map(({ entry }) => entryOfExchange(entry, { id: uuid(), pack, now })) };
  }
  return made.entries;
}

async function count({ pack, duplicates, now }: ImportTarget, onProgress: (share: number) => void) {
  const entries = entriesFor(pack.id, now);
  return entryImport.preview({ pack: { ...pack, hash: '' }, entries, duplicates, onProgress });
}

async function run(target: ImportTarget, onProgress: (share: number) => void) {
  const { pack, duplicates, batch, now, file } = target;
  const entries = entriesFor(pack.id, now);
  const hash = await hashOfEntries(entries);
  const origin = { file, format: report?.format ?? '', importedAt: now };
  return entryImport.run({ pack: { ...pack, hash, origin }, entries, duplicates, batch, now, onProgress });
}

function answer(request: ImportRequest): Promise<unknown> {
  const onProgress = progressOf(request.id);
  switch (request.kind) {
    case 'read':
      return read(request.file, request.reading, onProgress);
    case 'count':
      return count(request.target, onProgress);
    case 'run':
      return run(request.target, onProgress);
    case 'report': {
      const [as, words] = request.order;
      return Promise.resolve(writeReport(report?.reading.problems ?? [], words, as));
    }
  }
}

self.onmessage = async ({ data }: MessageEvent<ImportRequest>) => {
  try {
    const value = await answer(data);
    self.postMessage({ id: data.id, value } satisfies ImportAnswer);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    self.postMessage({ id: data.id, failure } satisfies ImportAnswer);
  }
};
