import { z } from 'zod';
import type { RequestDefinition } from './request-definition.ts';

/** What contexts tell each other of a page and its twin in the other language. */

const languageSchema = z.enum(['zh', 'en']);

const twinSchema = z.strictObject({
  address: z.url(),
  language: languageSchema,
  how: z.enum(['declared', 'link', 'rule', 'home']),
});

const placeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), number: z.string() }),
  z.strictObject({ kind: z.literal('heading'), at: z.number().int().nonnegative(), levels: z.string() }),
]);

const placedTermSchema = z.strictObject({
  kind: z.enum(['article', 'prose']),
  number: z.string().optional(),
  paragraphs: z.array(z.string()),
  at: z.number().int().nonnegative(),
  /** Language of the page and the date that it gives for itself. */
  language: languageSchema.optional(),
  date: z.string().optional(),
});

/** Requests to the background. */
export const twinRequests = {
  /** Where the page of a tab is in the other language. */
  'twin:find': {
    payload: z.strictObject({ tabId: z.number().int() }),
    answer: z.strictObject({
      /** Language of the page; absent when it is in both or neither. */
      language: languageSchema.optional(),
      found: twinSchema.optional(),
      /** Whether it is open in another tab. */
      isOpen: z.boolean(),
    }),
  },
  /** Goes there, to the part of the page that is being read: in a tab beside it, in its place, or side by side. */
  'twin:open': {
    payload: z.strictObject({
      /** New for every press of the user: the same one twice opens one tab. */
      id: z.uuid(),
      tabId: z.number().int(),
      where: z.enum(['beside', 'here', 'windows']),
    }),
    answer: z.null(),
  },
  /** Whether the twin of the page that asks is open in another tab. */
  'twin:beside': { payload: z.null(), answer: z.strictObject({ isOpen: z.boolean() }), pages: true },
  /** What the twin of the page that asks says where a term of the concept stands; `null` when that is not certain. */
  'twin:sentence': {
    payload: z.strictObject({ place: placedTermSchema, concept: z.string() }),
    answer: z
      .strictObject({
        text: z.string(),
        unit: z.enum(['sentence', 'paragraph']),
        language: languageSchema,
        /** Article that both stand in. */
        article: z.string().optional(),
        /** Dates that the pages give for themselves. */
        here: z.string().optional(),
        there: z.string().optional(),
      })
      .nullable(),
    pages: true,
  },
} as const satisfies Readonly<Record<string, RequestDefinition>>;

/** What the background asks of the script of twins in a page. */
export type TwinAsk =
  /** Where its twin is. */
  | { readonly type: 'twin-page:find' }
  /** Which part of it is being read. */
  | { readonly type: 'twin-page:place' }
  /** To go to a part; answered with whether the page has it. */
  | { readonly type: 'twin-page:arrive'; readonly place: z.infer<typeof placeSchema> }
  /** For the paragraphs of a part. */
  | { readonly type: 'twin-page:text'; readonly kind: 'article' | 'prose'; readonly number?: string };

/** What it answers. */
export const twinFoundSchema = z.strictObject({
  language: languageSchema.optional(),
  found: twinSchema.optional(),
});
export type TwinFound = z.infer<typeof twinFoundSchema>;

/** Where the reader is on a page; absent where no place can be named. */
export const twinPlaceSchema = z.strictObject({ place: placeSchema.optional() });
export type TwinPlace = z.infer<typeof twinPlaceSchema>;

/** What a page says at a place, with the language and the date that it gives for itself. */
export const twinTextSchema = z.strictObject({
  language: languageSchema.optional(),
  paragraphs: z.array(z.string()),
  date: z.string().optional(),
});
export type TwinText = z.infer<typeof twinTextSchema>;
