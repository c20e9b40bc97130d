import { z } from 'zod';
import { termStatusSchema } from './status.ts';

/** Where a collected term stood: kept so that a translator can quote it. */
export const termContextSchema = z.strictObject({
  sentence: z.string(),
  title: z.string(),
  address: z.string(),
  /** Day it was collected, ISO `YYYY-MM-DD`, local time of the reader. */
  collectedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});
export type TermContext = z.infer<typeof termContextSchema>;

/** An entry of the reader's own glossary. One row in the store. */
export const collectedEntrySchema = z.strictObject({
  id: z.uuid(),
  /** Concept it was collected from, when it came from a card. */
  concept: z.string().optional(),
  zh: z.string(),
  en: z.string(),
  status: termStatusSchema,
  note: z.string(),
  contexts: z.array(termContextSchema),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().optional(),
});
export type CollectedEntry = z.infer<typeof collectedEntrySchema>;

/**
 * The entry that results from collecting `incoming` when `existing` (same concept or same pair of words) is there:
 * the contexts are joined without repeats, the reader's own words stay.
 */
export function mergeCollected(existing: CollectedEntry, incoming: CollectedEntry): CollectedEntry {
  const known = new Set(existing.contexts.map((context) => `${context.address}\n${context.sentence}`));
  const added = incoming.contexts.filter((context) => !known.has(`${context.address}\n${context.sentence}`));
  const { deletedAt: _, ...kept } = existing;
  return { ...kept, contexts: [...existing.contexts, ...added], updatedAt: incoming.updatedAt };
}
