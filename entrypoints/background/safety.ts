import { writeExchangeFile } from '../../src/interchange/exchange-file.ts';
import type { RequestName } from '../../src/messages/protocol.ts';
import { localStore } from '../../src/platform/local-store.ts';
import type { EntryRepository } from '../../src/storage/entry-repository.ts';
import type { HighlightRepository } from '../../src/storage/highlight-repository.ts';
import type { PageStore } from '../../src/storage/page-store.ts';
import { createSafekeeping, type Safekeeping } from '../../src/storage/safekeeping.ts';

/** Requests after which the reader's records are others. */
const WRITES: ReadonlySet<string> = new Set<RequestName>([
  'highlights:save',
  'highlights:change',
  'highlights:edit',
  'highlights:reanchor',
  'highlights:settle',
  'highlights:remove',
  'highlights:restore',
  'highlights:travel',
  'highlights:merge-addresses',
  'tags:rename',
  'exchange:import',
  'entries:collect',
  'entries:change',
  'entries:remove',
  'entries:restore',
]);

/** Whether a message changes what is to be kept safe. */
export function changesRecords(message: unknown): boolean {
  const { type } = (message ?? {}) as { type?: unknown };
  return typeof type === 'string' && WRITES.has(type);
}

/** Safekeeping of everything that the reader made. */
export function createSafety(
  highlights: HighlightRepository,
  entries: EntryRepository,
  pages: PageStore,
): Safekeeping {
  const now = () => new Date().toISOString();
  return createSafekeeping({
    store: localStore,
    now,
    count: async () => ({ highlights: await highlights.count(), entries: await entries.count() }),
    dump: async () =>
      writeExchangeFile(
        { highlights: await highlights.all(), entries: await entries.all(), pages: await pages.all() },
        { exportedAt: now(), edition: 'backup' },
      ),
  });
}
