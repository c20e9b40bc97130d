import { Dexie, type EntityTable } from 'dexie';
import type { CollectedEntry } from '../glossary/collected-entry.ts';
import type { Highlight } from '../highlights/highlight.ts';

/** A compiled term index, kept so that it need not be built again. */
export interface StoredImage {
  /** Names the set of packs and the format it was built from. */
  key: string;
  image: Blob;
}

/** The extension's own database. Opened in extension contexts only: a content script would open the page's. */
export class PolicyGlossDatabase extends Dexie {
  readonly highlights!: EntityTable<Highlight, 'id'>;
  readonly entries!: EntityTable<CollectedEntry, 'id'>;
  readonly images!: EntityTable<StoredImage, 'key'>;

  constructor(options?: ConstructorParameters<typeof Dexie>[1]) {
    // Strict durability: a highlight that was shown as kept survives a crash (Dexie: chromeTransactionDurability).
    super('policy-gloss', { chromeTransactionDurability: 'strict', ...options });
    // Append-only: a released version is never edited, a new one is added below (docs/adr).
    this.version(1).stores({
      highlights: 'id, document.address, createdAt, updatedAt, *tags',
      entries: 'id, concept, updatedAt',
      images: 'key',
    });
  }
}
