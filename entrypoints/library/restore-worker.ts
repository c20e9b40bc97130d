import { pagesAsNamed } from '../../src/anchoring/named-page.ts';
import { openLists } from '../../src/interchange/entry-lists.ts';
import { type ImportProblem, MOST_BYTES, readExchangeFile } from '../../src/interchange/exchange-reading.ts';
import { PolicyGlossDatabase } from '../../src/storage/database.ts';
import { createRestore, type RestoreRecords } from '../../src/storage/restore.ts';
import type { FilePreview } from '../../src/ui/library/exchange/restore-ports.ts';

/** What the page asks of the worker: to read a file of ours, then to bring back what it holds. */
export type RestoreRequest = { readonly id: number } & (
  | { readonly kind: 'read'; readonly file: Blob }
  | { readonly kind: 'run'; readonly bringBack: boolean; readonly deed: string; readonly now: string }
);

/** Progress, the result, or why there is none. */
export type RestoreAnswer = { readonly id: number } & (
  | { readonly share: number }
  | { readonly value: unknown }
  | { readonly failure: string; readonly isStore: boolean }
);

const restore = createRestore(new PolicyGlossDatabase());
let records: RestoreRecords | undefined;

/** Problems told one by one; of a hostile file there may be any number. */
const MOST_TOLD = 20;

function listProblems(lists: FilePreview['lists']): ImportProblem[] {
  return lists.flatMap(({ title, entries, readable }) =>
    readable < entries ? [{ code: 'list' as const, title, missing: entries - readable }] : [],
  );
}

async function read(file: Blob): Promise<FilePreview> {
  const text = file.size > MOST_BYTES ? undefined : await file.text();
  const { problems, lists: packed, ...rest } = readExchangeFile(text);
  records = { ...rest, pages: await pagesAsNamed(rest.pages), lists: await openLists(packed) };
  const preview = await restore.preview(records);
  const told = [...problems, ...listProblems(preview.lists)];
  return {
    ...preview,
    packs: rest.packs.length,
    problems: told.slice(0, MOST_TOLD),
    refused: problems.filter(({ code }) => code === 'record').length,
  };
}

function answer(request: RestoreRequest): Promise<unknown> {
  if (request.kind === 'read') return read(request.file);
  if (!records) throw new Error('nothing was read');
  const { id, bringBack, deed, now } = request;
  const onProgress = (share: number) => self.postMessage({ id, share } satisfies RestoreAnswer);
  return restore.run({ records, bringBack, deed, now, onProgress });
}

self.onmessage = async ({ data }: MessageEvent<RestoreRequest>) => {
  try {
    const value = await answer(data);
    self.postMessage({ id: data.id, value } satisfies RestoreAnswer);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    self.postMessage({ id: data.id, failure, isStore: data.kind === 'run' } satisfies RestoreAnswer);
  }
};
