import { z } from 'zod';

/** Language tags of terms, BCP 47 with script subtag: Traditional Chinese, Simplified Chinese, English. */
export const termLanguageSchema = z.enum(['zh-Hant', 'zh-Hans', 'en']);
export type TermLanguage = z.infer<typeof termLanguageSchema>;

/** A text in both languages of the product, in our own words (definitions, notes, labels). */
export const bilingualTextSchema = z.strictObject({ 'zh-Hant': z.string().min(1), en: z.string().min(1) });
export type BilingualText = z.infer<typeof bilingualTextSchema>;
