import { z } from 'zod';
import { entryChangeSchema, entryEditSchema, glossaryEntrySchema } from '../glossary/entry.ts';
import { packChangeSchema, packRecordSchema } from '../glossary/pack-record.ts';
import { termStatusSchema } from '../glossary/status.ts';
import type { RequestDefinition } from './request-definition.ts';

/** What contexts ask of the glossaries in the store: their entries, their packs, and the index over them. */

const nothing = z.null();

/** Names what is done, so that it can be undone by that name (`deeds:undo`). */
export const deedSchema = z.uuid().optional();

/** An entry of some pack as another one is held against it. */
const alikeSchema = z.strictObject({
  /** `entry:<uuid>`, or the id of a bundled concept. */
  id: z.string(),
  pack: z.string(),
  /** Title of the pack; empty for the reader's own. */
  packTitle: z.string(),
  zh: z.array(z.string()),
  en: z.array(z.string()),
  status: termStatusSchema,
});
export type AlikeEntry = z.infer<typeof alikeSchema>;

const packFactsSchema = packRecordSchema.pick({
  id: true,
  title: true,
  edition: true,
  licence: true,
  hash: true,
  origin: true,
});

/** Requests to the background. */
export const glossaryRequests = {
  /** Puts a term into the reader's own glossary; collecting it again adds the new context. */
  'entries:collect': { payload: glossaryEntrySchema, answer: glossaryEntrySchema, pages: true, writes: true },
  /** Stores an entry of the editor, a new one or in place of the one of its id. */
  'entries:put': { payload: glossaryEntrySchema, answer: glossaryEntrySchema, pages: true, writes: true },
  'entries:get': { payload: z.strictObject({ id: z.uuid() }), answer: glossaryEntrySchema },
  /** Changes the given fields of one entry; absent ones stay. */
  'entries:change': {
    payload: z.strictObject({ id: z.uuid(), change: entryChangeSchema }),
    answer: glossaryEntrySchema,
    writes: true,
  },
  /** Makes the same change to many entries. */
  'entries:edit': {
    payload: z.strictObject({ ids: z.array(z.uuid()), edit: entryEditSchema, deed: deedSchema }),
    answer: nothing,
    writes: true,
  },
  /** Puts all that the others say into one entry, and them into the bin. */
  'entries:merge': {
    payload: z.strictObject({ into: z.uuid(), others: z.array(z.uuid()).min(1), deed: deedSchema }),
    answer: glossaryEntrySchema,
    writes: true,
  },
  /** Gives the terms of these indexes to a new entry; the answer is the old one and the new one. */
  'entries:split': {
    payload: z.strictObject({
      id: z.uuid(),
      terms: z.array(z.number().int().nonnegative()),
      newId: z.uuid(),
    }),
    answer: z.tuple([glossaryEntrySchema, glossaryEntrySchema]),
    writes: true,
  },
  'entries:remove': {
    payload: z.strictObject({ ids: z.array(z.uuid()), deed: deedSchema }),
    answer: nothing,
    pages: true,
    writes: true,
  },
  'entries:restore': {
    payload: z.strictObject({ ids: z.array(z.uuid()), deed: deedSchema }),
    answer: nothing,
    writes: true,
  },
  /** Undoes or redoes what was last done to glossaries. `request` is new for every press of the user. */
  'entries:travel': {
    payload: z.strictObject({ direction: z.enum(['undo', 'redo']), request: z.uuid() }),
    answer: z.strictObject({ done: z.boolean() }),
    writes: true,
  },
  /** Entries of all packs, the bundled one too, that share a Chinese or an English term with these words, in the packs' order. */
  'entries:alike': {
    payload: z.strictObject({ zh: z.string().max(500), en: z.string().max(500) }),
    answer: z.strictObject({ sameZh: z.array(alikeSchema), sameEn: z.array(alikeSchema) }),
    pages: true,
  },
  /** Imports a list that fits into a message. Longer ones are written by the library itself (`glossary:changed`). */
  'entries:import': {
    payload: z.strictObject({
      pack: packFactsSchema,
      entries: z.array(glossaryEntrySchema).max(2000),
      duplicates: z.enum(['skip', 'replace', 'keep-both']),
      /** Names the import. */
      batch: z.uuid(),
    }),
    answer: z.strictObject({
      new: z.number().int(),
      same: z.number().int(),
      changed: z.number().int(),
      skipped: z.number().int(),
    }),
    writes: true,
  },
  /** Packs in use, the first in priority first. */
  'packs:list': { payload: nothing, answer: z.array(packRecordSchema) },
  'packs:change': {
    payload: z.strictObject({ id: z.string(), change: packChangeSchema }),
    answer: packRecordSchema,
    writes: true,
  },
  /** Sets the priority of packs; those that are not named follow. */
  'packs:order': { payload: z.strictObject({ ids: z.array(z.string()) }), answer: nothing, writes: true },
  /** Puts an imported pack into the bin with its entries (or takes it out again: `restore`). */
  'packs:remove': { payload: z.strictObject({ id: z.string() }), answer: nothing, writes: true },
  'packs:restore': { payload: z.strictObject({ id: z.string() }), answer: nothing, writes: true },
  /** Takes packs out of the bin for good, with all their entries; the answer is how many these are. */
  'packs:erase': {
    payload: z.strictObject({ ids: z.array(z.string()) }),
    answer: z.strictObject({ erased: z.number().int() }),
    writes: true,
  },
  /**
   * The library wrote to the glossaries itself: index, marks on pages and backups are to follow. Answered when the index
   * has; `glossary:state` says meanwhile how far it is.
   */
  'glossary:changed': { payload: nothing, answer: nothing, writes: true },
  'glossary:state': {
    payload: nothing,
    answer: z.strictObject({
      /** Terms that are recognised now. */
      terms: z.number().int(),
      /** Share of a new index that is built, from 0 to 1; absent when none is. */
      progress: z.number().optional(),
    }),
  },
} as const satisfies Readonly<Record<string, RequestDefinition>>;
