import type { PolicyGlossDatabase } from './database.ts';

/** Knows which addresses the reader said lead to one document. */
export interface AddressStore {
  /** The address that a document is filed under. */
  resolve(address: string): Promise<string>;
}

/** The store over the extension's database. */
export function createAddressStore({ aliases }: PolicyGlossDatabase): AddressStore {
  return { resolve: async (address) => (await aliases.get(address))?.document ?? address };
}
