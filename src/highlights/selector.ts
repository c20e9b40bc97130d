import { z } from 'zod';

/** W3C Web Annotation: a quote with the text around it (all in the page's own characters). */
export const textQuoteSelectorSchema = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
export type TextQuoteSelector = z.infer<typeof textQuoteSelectorSchema>;

/** W3C Web Annotation: offsets in the text of the page, in UTF-16 units. */
export const textPositionSelectorSchema = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type TextPositionSelector = z.infer<typeof textPositionSelectorSchema>;

/** W3C Web Annotation: an XPath from the root of the document (here: to an element, refined by an offset). */
export const xpathSelectorSchema = z.strictObject({
  type: z.literal('XPathSelector'),
  value: z.string(),
  refinedBy: z.strictObject({
    type: z.literal('TextPositionSelector'),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
  }),
});

/** W3C Web Annotation: a range given by where it starts and ends. */
export const rangeSelectorSchema = z.strictObject({
  type: z.literal('RangeSelector'),
  startSelector: xpathSelectorSchema,
  endSelector: xpathSelectorSchema,
});
export type RangeSelector = z.infer<typeof rangeSelectorSchema>;

/** Any selector that a highlight may carry. */
export const selectorSchema = z.discriminatedUnion('type', [
  textQuoteSelectorSchema,
  textPositionSelectorSchema,
  rangeSelectorSchema,
]);
export type Selector = z.infer<typeof selectorSchema>;
