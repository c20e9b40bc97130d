import { z } from 'zod';
import { conceptSchema } from './concept.ts';
import { bilingualTextSchema } from './language.ts';
import { identifierSchema, sourceSchema } from './source.ts';

/** A subject field that concepts are filed under. */
export const subjectSchema = z.strictObject({ id: identifierSchema, label: bilingualTextSchema });
export type Subject = z.infer<typeof subjectSchema>;

/** A dated edition of a glossary. `hash` is the SHA-256 (hex) of its canonical JSON without `hash`. */
export const packSchema = z.strictObject({
  id: identifierSchema,
  title: bilingualTextSchema,
  /** Date of the edition, `YYYY-MM-DD`. */
  edition: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** SPDX licence identifier of the data. */
  licence: z.string().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  subjects: z.array(subjectSchema),
  sources: z.array(sourceSchema),
  concepts: z.array(conceptSchema),
});
export type Pack = z.infer<typeof packSchema>;
