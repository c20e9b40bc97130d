import { writeExchangeFile } from '../../src/interchange/exchange-file.ts';
import { localStore, sessionStore } from '../../src/platform/local-store.ts';
import type { AddressStore } from '../../src/storage/address-store.ts';
import type { EntryRepository } from '../../src/storage/entry-repository.ts';
import type { HighlightRepository } from '../../src/storage/highlight-repository.ts';
import type { PackParts } from '../../src/storage/pack-parts.ts';
import type { PackRepository } from '../../src/storage/pack-repository.ts';
import type { PageStore } from '../../src/storage/page-store.ts';
import { createSafekeeping, type Safekeeping } from '../../src/storage/safekeeping.ts';

/** What safekeeping copies and counts. */
export interface KeptStores {
  readonly highlights: Pick<HighlightRepository, 'all' | 'count'>;
  readonly entries: Pick<EntryRepository, 'ownWork' | 'countOwnWork' | 'count'>;
  readonly packs: Pick<PackRepository, 'all'>;
  readonly packParts: PackParts;
  readonly pages: Pick<PageStore, 'all'>;
  readonly addresses: Pick<AddressStore, 'all'>;
}

/** Safekeeping of everything that the reader made, and of the packs that the reader imported. */
export function createSafety({
  highlights,
  entries,
  packs,
  packParts,
  pages,
  addresses,
}: KeptStores): Safekeeping {
  const now = () => new Date().toISOString();
  return createSafekeeping({
    store: localStore,
    session: sessionStore,
    now,
    packs: packParts,
    count: async () => ({
      highlights: await highlights.count(),
      entries: await entries.countOwnWork(),
      allEntries: await entries.count(),
    }),
    dump: async () =>
      writeExchangeFile(
        {
          highlights: await highlights.all(),
          entries: await entries.ownWork(),
          pages: await pages.all(),
          packs: await packs.all(),
          aliases: await addresses.all(),
        },
        { exportedAt: now(), edition: 'backup' },
      ),
  });
}
