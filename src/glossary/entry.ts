import { z } from 'zod';
import { conceptKindSchema } from './concept.ts';
import { termLanguageSchema } from './language.ts';
import { BUNDLED_PACK } from './pack-ids.ts';
import { termStatusSchema } from './status.ts';
import { termFormSchema } from './term.ts';

/**
 * Entries of glossaries that lie in the store: the reader's own, and those of imported packs. Fields are plain texts,
 * `''` where there is nothing (as in a record of exchange, so that both can be held against each other).
 */

/** A text that may be empty. */
const text = z.string().default('');

/** One wording of an entry. What is not claimed is `proposed`, what is not said is `full`. */
export const entryTermSchema = z.strictObject({
  lang: termLanguageSchema,
  text: z.string().min(1),
  form: termFormSchema.default('full'),
  status: termStatusSchema.default('proposed'),
  /** Where the wording is from, in words. */
  source: text,
  /** Who uses it, when to prefer it. */
  usage: text,
  partOfSpeech: text,
  /** Region where it is used (TBX `geographicalUsage`). */
  region: text,
  /** First and last date of the wording, ISO 8601 as far as known. */
  from: text,
  to: text,
});
export type EntryTerm = z.infer<typeof entryTermSchema>;

/** Where a term stood: kept so that a translator can quote it. */
export const termContextSchema = z.strictObject({
  sentence: z.string(),
  /** Title of the page, or what a file said of the place. */
  title: text,
  address: text,
  /** Day it was collected, ISO `YYYY-MM-DD`, local time of the reader; `''` for one that came from a file without it. */
  collectedOn: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/)
    .default(''),
  /** The wording that stood there; absent: the entry as a whole. */
  term: z.string().optional(),
  /** Its language, where the entry has those words in several. */
  lang: termLanguageSchema.optional(),
});
export type TermContext = z.infer<typeof termContextSchema>;

/** How far an entry has come. Who reviewed it, and when, is what the user wrote. */
export const reviewStateSchema = z.enum(['proposed', 'reviewed', 'approved']);
export type ReviewState = z.infer<typeof reviewStateSchema>;

/** A text in Chinese and in English. */
const bothSchema = z.strictObject({ zh: text, en: text }).prefault({});

/** One meaning with its wordings in a glossary of the store. */
export const glossaryEntrySchema = z.strictObject({
  /** In lower case: indexes keep ids in the order of their letters. */
  id: z.uuid().toLowerCase(),
  /** Id of the pack it belongs to: `mine`, or that of an imported one. */
  pack: z.string().min(1),
  /** Concept of the bundled pack that it was collected from. */
  concept: z.string().optional(),
  kind: conceptKindSchema.optional(),
  terms: z.array(entryTermSchema).min(1),
  subject: text,
  definition: bothSchema,
  note: bothSchema,
  /** What the definition rests on. */
  source: text,
  review: reviewStateSchema.default('proposed'),
  reviewedBy: text,
  reviewedOn: text,
  /** Whether it is marked on pages. */
  mark: z.boolean().default(true),
  contexts: z.array(termContextSchema).default([]),
  /** Facts of a file that have no field here, by name, so that nothing is lost on the way back. */
  other: z.array(z.strictObject({ name: z.string(), value: text })).default([]),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().optional(),
});
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;

/** What the editor may change of one entry; what is absent stays. */
export const entryChangeSchema = glossaryEntrySchema
  .pick({
    concept: true,
    kind: true,
    terms: true,
    subject: true,
    definition: true,
    note: true,
    source: true,
    review: true,
    reviewedBy: true,
    reviewedOn: true,
    mark: true,
    contexts: true,
  })
  // Without the defaults: an absent field is one that stays.
  .extend({
    subject: z.string(),
    definition: z.strictObject({ zh: z.string(), en: z.string() }),
    note: z.strictObject({ zh: z.string(), en: z.string() }),
    source: z.string(),
    review: reviewStateSchema,
    reviewedBy: z.string(),
    reviewedOn: z.string(),
    mark: z.boolean(),
    contexts: z.array(termContextSchema),
  })
  .partial();
export type EntryChange = z.infer<typeof entryChangeSchema>;

/** What may be changed in many entries at once. */
export const entryEditSchema = z
  .strictObject({
    /** The pack they are moved to; that of the extension is not written to. */
    pack: z
      .string()
      .min(1)
      .refine((id) => id !== BUNDLED_PACK),
    subject: z.string(),
    source: z.string(),
    kind: conceptKindSchema,
    /** Of all wordings. */
    status: termStatusSchema,
    review: reviewStateSchema,
    reviewedBy: z.string(),
    reviewedOn: z.string(),
    mark: z.boolean(),
  })
  .partial();
export type EntryEdit = z.infer<typeof entryEditSchema>;
