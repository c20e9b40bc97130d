import { MY_PACK } from '../../src/glossary/pack-ids.ts';
import { writeExchangeFile } from '../../src/interchange/exchange-file.ts';
import type { RequestName } from '../../src/messages/protocol.ts';
import { localStore, sessionStore } from '../../src/platform/local-store.ts';
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
  'highlights:erase',
  'highlights:travel',
  'highlights:merge-addresses',
  'tags:rename',
  'exchange:import',
  'entries:collect',
  'entries:put',
  'entries:change',
  'entries:edit',
  'entries:merge',
  'entries:split',
  'entries:remove',
  'entries:restore',
  'entries:travel',
  'entries:import',
  'packs:change',
  'packs:order',
  'packs:remove',
  'packs:restore',
  'glossary:changed',
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
    session: sessionStore,
    now,
    count: async () => ({ highlights: await highlights.count(), entries: await entries.countMine() }),
    dump: async () =>
      writeExchangeFile(
        {
          highlights: await highlights.all(),
          entries: await entries.ofPack(MY_PACK),
          pages: await pages.all(),
        },
        { exportedAt: now(), edition: 'backup' },
      ),
  });
}
