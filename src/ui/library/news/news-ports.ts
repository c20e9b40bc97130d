import type { Release } from '../../../settings/releases.ts';

/** What news the library tells. */
export interface NewsPorts {
  /** All releases, newest first. */
  readonly releases: readonly Release[];
  /** Version of the extension. */
  readonly version: string;
  /** Version before the update whose news has not been read. */
  readonly updatedFrom: { readonly value: string | undefined };
  newsRead(): Promise<unknown>;
}
