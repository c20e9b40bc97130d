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

/** Name of a version of a page, as anchoring gives it: 128 bits of its text, lower-case hexadecimal. */
export const pageHashSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** A version of a page, kept once for all highlights made on it. `state` is as anchoring encodes it, in Base64. */
export const keptPageSchema = z.strictObject({ hash: pageHashSchema, state: z.base64().min(1) });
export type KeptPage = z.infer<typeof keptPageSchema>;

/** The document a highlight stands in. */
export const highlightedDocumentSchema = z.strictObject({
  /** Canonical address (see `document-address.ts`). */
  address: z.string().min(1),
  /** Address as it was opened, when it is another. */
  url: z.string().optional(),
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

/** Other wording that was found where a highlight stood. */
export const foundWordingSchema = z.strictObject({
  text: z.string().min(1),
  /** When this wording was first seen. */
  seenAt: z.iso.datetime(),
  /** Selectors of the new wording, so that it can be accepted without the page. */
  selectors: z.array(selectorSchema).min(1),
  page: pageHashSchema.optional(),
});
export type FoundWording = z.infer<typeof foundWordingSchema>;

/** A wording that a highlight had before another was accepted. */
export const earlierWordingSchema = z.strictObject({ quote: z.string(), until: z.iso.datetime() });

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
  /** Why it is in this state, as anchoring says: `same`, `elsewhere`, `edited`, `deleted`, `ambiguous` and so on. */
  reason: z.string().optional(),
  /** The version of the page that the selectors were made on. */
  page: pageHashSchema.optional(),
  /** With state `changed`: what stands there now. */
  found: foundWordingSchema.optional(),
  /** The new wording next to which the reader chose to keep the old one as a record. */
  recordedAgainst: z.string().optional(),
  /** Wordings before the present one, oldest first. */
  earlier: z.array(earlierWordingSchema).optional(),
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
  /** The note that the change started from: when another hand has changed it meanwhile, both are kept. */
  noteBefore: z.string().optional(),
  tags: z.array(z.string().min(1)).optional(),
  /** The tags that the change started from: what another hand has added or taken away meanwhile stays so. */
  tagsBefore: z.array(z.string().min(1)).optional(),
});
export type HighlightChange = z.infer<typeof highlightChangeSchema>;

/** The same change to many highlights. */
export const highlightEditSchema = z.strictObject({
  colour: highlightColourSchema.optional(),
  addTags: z.array(z.string().min(1)).optional(),
  removeTags: z.array(z.string().min(1)).optional(),
});
export type HighlightEdit = z.infer<typeof highlightEditSchema>;

/** A highlight put onto other words by hand. */
export const reanchoringSchema = z.strictObject({
  quote: z.string().min(1),
  selectors: z.array(selectorSchema).min(1),
  page: pageHashSchema.optional(),
});
export type Reanchoring = z.infer<typeof reanchoringSchema>;

/** How a highlight was found on its page. */
export const stateReportSchema = z.strictObject({
  id: z.uuid(),
  state: highlightStateSchema,
  reason: z.string().optional(),
  found: foundWordingSchema.omit({ seenAt: true }).optional(),
});
export type StateReport = z.infer<typeof stateReportSchema>;
