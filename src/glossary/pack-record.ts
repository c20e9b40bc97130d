import { z } from 'zod';
import { BUNDLED_PACK, MY_PACK } from './pack-ids.ts';

/** The file a pack came from. */
const originSchema = z.strictObject({ file: z.string(), format: z.string(), importedAt: z.iso.datetime() });

/** What a pack was before a newer edition came in. */
const earlierEditionSchema = z.strictObject({
  edition: z.string(),
  licence: z.string(),
  hash: z.string(),
  origin: originSchema.optional(),
  /** When the newer one came. */
  until: z.iso.datetime(),
});

/** A glossary in use: the reader's own, the bundled one, or one that was imported. */
export const packRecordSchema = z.strictObject({
  /** `mine`, the id of the bundled pack, or a UUID. */
  id: z.string().min(1),
  /** Empty for the first two: their names are texts of ours. */
  title: z.string(),
  /** A date or whatever the publisher calls it. */
  edition: z.string().default(''),
  licence: z.string().default(''),
  /** SHA-256 (hex) of its entries as they were imported; `''` for the first two. */
  hash: z.string().default(''),
  /** The file it came from. */
  origin: originSchema.optional(),
  /** Editions before this one, the newest first. */
  earlier: z.array(earlierEditionSchema).optional(),
  /** Lower comes first: where packs name one thing differently, the first one's word is offered first. */
  order: z.number(),
  enabled: z.boolean(),
  /** Entries that are not in the bin. */
  count: z.number().int().nonnegative(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().optional(),
});
export type PackRecord = z.infer<typeof packRecordSchema>;

/** What may be changed of a pack. */
export const packChangeSchema = packRecordSchema
  .pick({ title: true, enabled: true })
  .extend({ edition: z.string(), licence: z.string() })
  .partial();
export type PackChange = z.infer<typeof packChangeSchema>;

const NEVER = '2026-01-01T00:00:00.000Z';

/** The two that are always there, as long as nothing else was said of them: the reader's own comes first. */
export const STANDING_PACKS: readonly PackRecord[] = [MY_PACK, BUNDLED_PACK].map((id, order) => ({
  id,
  title: '',
  edition: '',
  licence: '',
  hash: '',
  order,
  enabled: true,
  count: 0,
  updatedAt: NEVER,
}));

/** Whether a pack is one of the two that are always there. */
export function isStandingPack(id: string): boolean {
  return STANDING_PACKS.some((pack) => pack.id === id);
}
