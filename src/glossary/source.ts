import { z } from 'zod';
import { bilingualTextSchema } from './language.ts';
import { partialDateSchema } from './partial-date.ts';

/** Stable, readable identifier: lower-case words joined by `-`, segments joined by `.`. */
export const identifierSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/,
    'use lower-case words joined by "-" and segments joined by "."',
  );

/** A document that a claim rests on: who published it, what it is, when, and where it can be read. */
export const sourceSchema = z.strictObject({
  id: identifierSchema,
  /** The body that published it (not the author of a translation). */
  body: bilingualTextSchema,
  /** Title of the document, in the languages it has one in. */
  title: z.union([
    bilingualTextSchema,
    z.strictObject({ 'zh-Hant': z.string().min(1) }),
    z.strictObject({ en: z.string().min(1) }),
  ]),
  /** When it was published (not when it was read). */
  date: partialDateSchema.optional(),
  /** Public address; absent for a document known only by title and page. */
  url: z.url().optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Reference to a source: its id, or its id with the place in it (page, article, table). */
export const citationSchema = z
  .union([identifierSchema, z.strictObject({ id: identifierSchema, at: z.string().min(1).optional() })])
  .transform((value): Citation => {
    if (typeof value === 'string') return { id: value };
    return value.at === undefined ? { id: value.id } : { id: value.id, at: value.at };
  });

/** A source by id, and where in it: `at` is free text such as `p. 15` or `Art. 3`. */
export interface Citation {
  id: string;
  at?: string;
}
