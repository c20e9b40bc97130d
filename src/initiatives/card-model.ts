import { z } from 'zod';
import { conceptKindSchema, jurisdictionSchema, relationTypeSchema } from '../glossary/concept.ts';
import { bilingualTextSchema, termLanguageSchema } from '../glossary/language.ts';
import { termStatusSchema } from '../glossary/status.ts';
import { termFormSchema } from '../glossary/term.ts';

/** Evidence as a reader can check it. */
export const evidenceSchema = z.strictObject({
  body: bilingualTextSchema,
  title: z.strictObject({ 'zh-Hant': z.string().optional(), en: z.string().optional() }),
  date: z.string().optional(),
  at: z.string().optional(),
  url: z.string().optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** One wording with what is claimed of it. */
export const wordingSchema = z.strictObject({
  text: z.string(),
  lang: termLanguageSchema,
  form: termFormSchema,
  status: termStatusSchema,
  evidence: evidenceSchema.optional(),
  usage: z.strictObject({ 'zh-Hant': z.string(), en: z.string() }).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type Wording = z.infer<typeof wordingSchema>;

/** A concept by id and its name in both languages. */
export const namedConceptSchema = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });
export type NamedConcept = z.infer<typeof namedConceptSchema>;

/** Where a concept stands: the path from the whole down to the nearest initiative. */
export const placeSchema = z.strictObject({
  trail: z.array(namedConceptSchema),
  lead: z.array(namedConceptSchema),
  start: z.string().optional(),
  end: z.string().optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** A concept one step away, with how it is related; `outgoing` as in the graph, absent for an untyped relation. */
export const relatedConceptSchema = namedConceptSchema.extend({
  type: relationTypeSchema.optional(),
  outgoing: z.boolean().optional(),
});
export type RelatedConcept = z.infer<typeof relatedConceptSchema>;

/** Everything a card shows of one concept. */
export const cardSchema = z.strictObject({
  id: z.string(),
  kind: conceptKindSchema,
  jurisdiction: jurisdictionSchema,
  zh: z.array(wordingSchema),
  en: z.array(wordingSchema),
  definition: bilingualTextSchema,
  note: bilingualTextSchema.optional(),
  places: z.array(placeSchema),
  related: z.array(relatedConceptSchema),
  /** Edition of the glossary the card was made from. */
  edition: z.string(),
});
export type Card = z.infer<typeof cardSchema>;
