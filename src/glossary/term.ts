import { z } from 'zod';
import { termLanguageSchema } from './language.ts';
import { partialDateSchema } from './partial-date.ts';
import { citationSchema } from './source.ts';
import { termStatusSchema } from './status.ts';

/** How a term stands to the full name: ISO 12620 term types, reduced to what recognition needs. */
export const termFormSchema = z.enum(['full', 'short', 'abbreviation', 'variant']);
export type TermForm = z.infer<typeof termFormSchema>;

/** Fullest first: the order in which terms of one status are offered. */
export const FORM_RANK: Readonly<Record<TermForm, number>> = {
  full: 0,
  short: 1,
  abbreviation: 2,
  variant: 3,
};

/** When and where a term may be marked on a page. All strings are compared on folded text. */
export const matchAdviceSchema = z.strictObject({
  /** `always` (default); `context`: only where one of `near` stands in the same block or heading; `never`. */
  mark: z.enum(['always', 'context', 'never']).default('always'),
  /**
   * Cues for `context`: words one of which must stand on the page near the term. Without any, a longer form of the concept
   * must stand on the page.
   */
  near: z.array(z.string().min(1)).default([]),
  /** Not marked when directly preceded by one of these. */
  notAfter: z.array(z.string().min(1)).default([]),
  /** Not marked when directly followed by one of these. */
  notBefore: z.array(z.string().min(1)).default([]),
  /**
   * For a name that other countries have too: not marked where the text is about one of them. `near`: where the country
   * named nearest is another one; `page`: only in a text that names other countries and never its own.
   */
  abroad: z.enum(['near', 'page']).optional(),
  /** Letter case of Latin terms; default: `exact` for abbreviations, `free` for the rest. */
  case: z.enum(['exact', 'free']).optional(),
});
export type MatchAdvice = z.infer<typeof matchAdviceSchema>;

/** One wording of a concept in one language. */
export const termSchema = z.strictObject({
  lang: termLanguageSchema,
  text: z.string().min(1),
  form: termFormSchema.default('full'),
  status: termStatusSchema,
  /** Required for every status but `proposed`; checked by `npm run glossary`. */
  source: citationSchema.optional(),
  /** First and last date on which this wording was the current one. */
  from: partialDateSchema.optional(),
  to: partialDateSchema.optional(),
  /** Who uses it, when to prefer it: shown on the card. */
  usage: z.strictObject({ 'zh-Hant': z.string(), en: z.string() }).optional(),
  match: matchAdviceSchema.optional(),
  /**
   * Made from another wording by rule when the pack is compiled (Mainland usage), to be recognised on pages; nobody
   * vouches for it, so it is never shown as a term.
   */
  generated: z.literal(true).optional(),
});
export type Term = z.infer<typeof termSchema>;
