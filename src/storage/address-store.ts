import type { DocumentAlias } from '../highlights/document-alias.ts';
import type { PolicyGlossDatabase } from './database.ts';

/** Knows which addresses the reader said lead to one document. */
export interface AddressStore {
  /** The address that a document is filed under. */
  resolve(address: string): Promise<string>;
  /** The other addresses that lead to documents filed under these. */
  leadingTo(documents: readonly string[]): Promise<string[]>;
  all(): Promise<DocumentAlias[]>;
  /** Stores those of a file about addresses that nothing is known of yet. */
  addMissing(aliases: readonly DocumentAlias[]): Promise<void>;
}

/** The store over the extension's database. */
export function createAddressStore(database: PolicyGlossDatabase): AddressStore {
  const { aliases } = database;
  return {
    resolve: async (address) => (await aliases.get(address))?.document ?? address,
    leadingTo: async (documents) =>
      (await aliases.where('document').anyOf(documents).toArray()).map(({ address }) => address),
    all: () => aliases.toArray(),
    addMissing: (incoming) =>
      database.transaction('rw', aliases, async () => {
        for (const { address, document } of incoming) {
          const target = (await aliases.get(document))?.document ?? document;
          // Two that lead to each other would lead nowhere.
          if (target !== address && !(await aliases.get(address)))
            await aliases.put({ address, document: target });
        }
      }),
  };
}
