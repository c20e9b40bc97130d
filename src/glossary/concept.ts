import { z } from 'zod';
import { bilingualTextSchema } from './language.ts';
import { partialDateSchema } from './partial-date.ts';
import { citationSchema, identifierSchema } from './source.ts';
import { termSchema } from './term.ts';

/** What sort of thing a concept is. */
export const conceptKindSchema = z.enum([
  'initiative',
  'organisation',
  'law',
  'concept',
  'technology',
  'service',
  'indicator',
  'event',
  'fund',
  'region',
  'role',
]);
export type ConceptKind = z.infer<typeof conceptKindSchema>;

/** Typed relation from one concept to another; read as "this concept <type> the other". */
export const relationTypeSchema = z.enum([
  'partOf',
  'succeeds',
  'implements',
  'ledBy',
  'basedOn',
  'legislatedBy',
  'funds',
  'coordinatesWith',
  'comparedWith',
]);
export type RelationType = z.infer<typeof relationTypeSchema>;

/** One relation with the document that shows it. */
export const relationSchema = z.strictObject({
  type: relationTypeSchema,
  to: identifierSchema,
  source: citationSchema,
  note: bilingualTextSchema.optional(),
});
export type Relation = z.infer<typeof relationSchema>;

/** A target or budget figure that a document gives for a concept. */
export const figureSchema = z.strictObject({
  label: bilingualTextSchema,
  value: bilingualTextSchema,
  /** The date it is to be reached by, or that it was counted on. */
  by: partialDateSchema.optional(),
  source: citationSchema,
});
export type Figure = z.infer<typeof figureSchema>;

/** Whose concept it is: ISO 3166-1 alpha-2, `EU`, or `INT` for international and general ones. */
export const jurisdictionSchema = z.enum(['TW', 'SG', 'US', 'EU', 'GB', 'JP', 'KR', 'AE', 'CN', 'EE', 'INT']);
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;

/**
 * One meaning with all its terms (ISO 704; TBX `conceptEntry`).
 * An initiative is a concept of kind `initiative`; only it has `parent`, `order`, `lead`, `start`, `end` as a plan.
 * Other kinds may carry the same fields where they make sense (an agency's parent, a law's date).
 */
export const conceptSchema = z.strictObject({
  id: identifierSchema,
  kind: conceptKindSchema,
  /** Subject field, an id of `assets/glossary/subjects.yaml`. */
  subject: identifierSchema,
  jurisdiction: jurisdictionSchema,
  definition: bilingualTextSchema,
  note: bilingualTextSchema.optional(),
  /** Documents the definition and the facts rest on. The first also proves `parent` and `lead`. */
  sources: z.array(citationSchema).min(1),
  terms: z.array(termSchema).min(1),
  /** Initiatives this concept belongs to, nearest first (for an initiative: use `parent`). */
  initiatives: z.array(identifierSchema).default([]),
  related: z.array(identifierSchema).default([]),
  /** The whole it is a part of; together with `order` it makes the tree. */
  parent: identifierSchema.optional(),
  /** Place among the parts of `parent`, from 1. */
  order: z.number().int().positive().optional(),
  /** Responsible bodies, the leading one first. */
  lead: z.array(identifierSchema).default([]),
  start: partialDateSchema.optional(),
  end: partialDateSchema.optional(),
  relations: z.array(relationSchema).default([]),
  figures: z.array(figureSchema).default([]),
  /** Registered domains of an organisation, without `www.`: `ndc.gov.tw`. */
  domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)).default([]),
});
export type Concept = z.infer<typeof conceptSchema>;
