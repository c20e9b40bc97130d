import { z } from 'zod';

/** An address that the reader said leads to the same document as another. */
export const documentAliasSchema = z.strictObject({
  address: z.string().min(1),
  /** The address that the document is filed under. */
  document: z.string().min(1),
});
export type DocumentAlias = z.infer<typeof documentAliasSchema>;
