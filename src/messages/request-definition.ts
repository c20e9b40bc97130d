import type { z } from 'zod';

/** What a request is: the wire format of both ways, who may ask, and whether backups are to follow. */
export interface RequestDefinition {
  readonly payload: z.ZodType;
  readonly answer: z.ZodType;
  /**
   * Whether scripts in pages may ask it. A page's process may be taken over by the page: it is answered what reading
   * needs. All else only the extension's own pages may ask.
   */
  readonly pages?: true;
  /** Whether the reader's records are others afterwards: they are counted and copied then. */
  readonly writes?: true;
}
