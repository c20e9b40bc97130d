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
  /** Where a wording of an imported pack is from, in the words of its file. */
  source: z.string().optional(),
  usage: z.strictObject({ 'zh-Hant': z.string(), en: z.string() }).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type Wording = z.infer<typeof wordingSchema>;

/** A concept by id and its name in both languages. */
export const namedConceptSchema = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });
export type NamedConcept = z.infer<typeof namedConceptSchema>;

/**
 * Where a concept stands: the path from the whole down to the nearest initiative. `via`: the concept is not in the path
 * but related to its end so (a body that leads it, a law it rests on).
 */
export const placeSchema = z.strictObject({
  trail: z.array(namedConceptSchema),
  lead: z.array(namedConceptSchema),
  start: z.string().optional(),
  end: z.string().optional(),
  via: z.strictObject({ type: relationTypeSchema, outgoing: z.boolean() }).optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** A concept one step away, with how it is related; `outgoing` as in the graph, absent for an untyped relation. */
export const relatedConceptSchema = namedConceptSchema.extend({
  type: relationTypeSchema.optional(),
  outgoing: z.boolean().optional(),
});
export type RelatedConcept = z.infer<typeof relatedConceptSchema>;

/** How things stood with a concept on the date of a page. */
export const asOfSchema = z.strictObject({
  /** Date of the page, as far as it is known. */
  date: z.string(),
  /** Whether the date lies in the time of the concept; what is not known counts as within. */
  standing: z.enum(['before', 'within', 'after']),
  /** What stood in its place then: predecessors or successors, by their names of that day. */
  instead: z.array(namedConceptSchema),
  /** Its present names, when they are others than those of that day. */
  now: namedConceptSchema.optional(),
  start: z.string().optional(),
  end: z.string().optional(),
});
export type AsOf = z.infer<typeof asOfSchema>;

/** The pack that a card was made from, when it is not the bundled one. */
export const cardPackSchema = z.strictObject({
  id: z.string(),
  /** Empty for the reader's own. */
  title: z.string(),
  edition: z.string(),
});

/** A text in both languages, either of which may be missing. */
const eitherTextSchema = z.strictObject({ 'zh-Hant': z.string(), en: z.string() });

/** Everything a card shows of one concept. */
export const cardSchema = z.strictObject({
  id: z.string(),
  kind: conceptKindSchema,
  jurisdiction: jurisdictionSchema,
  zh: z.array(wordingSchema),
  en: z.array(wordingSchema),
  definition: eitherTextSchema,
  note: eitherTextSchema.optional(),
  /** Absent for a concept of the bundled pack. */
  pack: cardPackSchema.optional(),
  /** What the definition of an imported entry rests on, in the words of its file. */
  source: z.string().optional(),
  /** What the reader's own entry of this concept says that the concept does not. */
  yours: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()), note: z.string() }).optional(),
  /** UUID of the reader's own entry that the term was collected into: of this concept, or with the same words. */
  collected: z.uuid().optional(),
  /** Sentences that a collected entry stood in. */
  contexts: z
    .array(z.strictObject({ sentence: z.string(), title: z.string(), address: z.string() }))
    .optional(),
  places: z.array(placeSchema),
  related: z.array(relatedConceptSchema),
  /** Places and relations that the card leaves to the library. */
  hidden: z.number().int().nonnegative(),
  asOf: asOfSchema.optional(),
  /** Edition of the glossary the card was made from. */
  edition: z.string(),
});
export type Card = z.infer<typeof cardSchema>;
