import { z } from 'zod';
import { selectorSchema } from './selector.ts';

/** Colours of a highlight. The reader gives each a meaning in the settings; colour is never the only sign. */
export const highlightColourSchema = z.enum(['yellow', 'green', 'blue', 'pink', 'orange']);
export type HighlightColour = z.infer<typeof highlightColourSchema>;

/**
 * How a highlight stands on the page as last seen:
 * `attached` where it was; `moved` same words elsewhere; `changed` the words differ; `lost` not on the page.
 */
export const highlightStateSchema = z.enum(['attached', 'moved', 'changed', 'lost']);
export type HighlightState = z.infer<typeof highlightStateSchema>;

/** The document a highlight stands in. */
export const highlightedDocumentSchema = z.strictObject({
  /** Canonical address (see `document-address.ts`). */
  address: z.string().min(1),
  title: z.string(),
  /** Concept id of the agency whose site it is, when it is a bundled one. */
  agency: z.string().optional(),
  /** Date the page gives for itself, ISO `YYYY-MM-DD`, when one was found. */
  pageDate: z.string().optional(),
  /** Day it was read, ISO `YYYY-MM-DD`, local time of the reader. */
  readOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});
export type HighlightedDocument = z.infer<typeof highlightedDocumentSchema>;

/** A concept recognised inside a quote, as it stood in the glossary when the highlight was saved. */
export const quotedConceptSchema = z.strictObject({
  id: z.string(),
  surface: z.string(),
  zh: z.string(),
  en: z.string(),
  status: z.string(),
  source: z.string().optional(),
  edition: z.string(),
});
export type QuotedConcept = z.infer<typeof quotedConceptSchema>;

/** A saved passage. One row in the store; ids are UUIDs, times ISO 8601 in UTC. */
export const highlightSchema = z.strictObject({
  id: z.uuid(),
  document: highlightedDocumentSchema,
  /** W3C Web Annotation selectors, each enough to try alone. */
  selectors: z.array(selectorSchema).min(1),
  /** The words as the page showed them. */
  quote: z.string().min(1),
  colour: highlightColourSchema,
  /** Plain text, may have line breaks. */
  note: z.string(),
  tags: z.array(z.string().min(1)),
  concepts: z.array(quotedConceptSchema),
  state: highlightStateSchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Set while the highlight lies in the bin, from where it can be restored. */
  deletedAt: z.iso.datetime().optional(),
});
export type Highlight = z.infer<typeof highlightSchema>;

/** What the reader may change of a highlight. */
export const highlightChangeSchema = z.strictObject({
  colour: highlightColourSchema.optional(),
  note: z.string().optional(),
  tags: z.array(z.string().min(1)).optional(),
  state: highlightStateSchema.optional(),
});
export type HighlightChange = z.infer<typeof highlightChangeSchema>;
