import { Dexie, type EntityTable } from 'dexie';
import { type EntryOfVersion2, entryFromVersion2 } from '../glossary/entry-of-version-2.ts';
import type { EntryStep } from '../glossary/entry-step.ts';
import { MY_PACK } from '../glossary/pack-ids.ts';
import { type PackRecord, STANDING_PACKS } from '../glossary/pack-record.ts';
import type { DocumentAlias } from '../highlights/document-alias.ts';
import type { Highlight } from '../highlights/highlight.ts';
import type { Step } from '../highlights/step.ts';
import { rowOf, type StoredEntry } from './stored-entry.ts';

/** A compiled term index, kept so that it need not be built again. */
export interface StoredImage {
  /** Names the set of packs and the format it was built from. */
  key: string;
  image: Blob;
  /** Absent in rows of version 2, which are built anew. */
  directory?: Blob;
  upTo?: number;
  unmarked?: string[];
}

/** A version of a page, kept once for all highlights made on it. */
export interface StoredPage {
  hash: string;
  /** As anchoring encodes it. */
  state: Uint8Array<ArrayBuffer>;
}

/** A pack that was emptied out of the bin: what is left of it, so that it is never taken for one that got lost. */
export interface ErasedPack {
  id: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** Number of the last write when it went: numbers of writes never fall, whatever rows go. */
  written: number;
  /** Set until its rows are gone: there may be 200,000 of them, which takes its time. */
  isLeaving?: 1;
}

/** The extension's own database. Opened in extension contexts only: a content script would open the page's. */
export class PolicyGlossDatabase extends Dexie {
  readonly highlights!: EntityTable<Highlight, 'id'>;
  readonly entries!: EntityTable<StoredEntry, 'id'>;
  readonly images!: EntityTable<StoredImage, 'key'>;
  readonly pages!: EntityTable<StoredPage, 'hash'>;
  readonly steps!: EntityTable<Step, 'number'>;
  readonly aliases!: EntityTable<DocumentAlias, 'address'>;
  readonly packs!: EntityTable<PackRecord, 'id'>;
  readonly glossarySteps!: EntityTable<EntryStep, 'number'>;
  readonly erasedPacks!: EntityTable<ErasedPack, 'id'>;

  constructor(options?: ConstructorParameters<typeof Dexie>[1]) {
    // Strict durability: a highlight that was shown as kept survives a crash (Dexie: chromeTransactionDurability).
    super('policy-gloss', { chromeTransactionDurability: 'strict', ...options });
    // Append-only: a released version is never edited, a new one is added below (docs/adr).
    this.version(1).stores({
      highlights: 'id, document.address, createdAt, updatedAt, *tags',
      entries: 'id, concept, updatedAt',
      images: 'key',
    });
    // Versions of pages, steps to undo, addresses of one document. Rows of version 1 stay as they are: every field that
    // came later is optional, and a highlight without a page is found by its selectors alone.
    this.version(2).stores({ pages: 'hash', steps: '++number', aliases: 'address, document' });
    // Glossaries: entries of version 2 become entries of the reader's own collection.
    this.version(3)
      .stores({
        packs: 'id, order',
        entries: 'id, [pack+id], concept, [written+id], touched, *keys',
        glossarySteps: '++number, *ids',
      })
      .upgrade(async (transaction) => {
        let count = 0;
        await transaction
          .table('entries')
          .toCollection()
          .modify((row, reference: { value: StoredEntry }) => {
            const entry = entryFromVersion2(row as EntryOfVersion2);
            if (!entry.deletedAt) count++;
            reference.value = rowOf(entry, { written: 0, touched: 1 });
          });
        const own = STANDING_PACKS.find(({ id }) => id === MY_PACK);
        if (count > 0) await transaction.table('packs').put({ ...own, count });
      });
    // Packs that were emptied out of the bin. Rows of version 3 stay as they are.
    this.version(4).stores({ erasedPacks: 'id, isLeaving' });
  }
}
