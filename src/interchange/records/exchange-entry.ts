import { z } from 'zod';
import { termLanguageSchema } from '../../glossary/language.ts';
import { termStatusSchema } from '../../glossary/status.ts';
import { termFormSchema } from '../../glossary/term.ts';

/**
 * One record model for every glossary that goes out or comes in: bundled concepts, the reader's own entries, foreign
 * lists. Fields are plain texts, `''` where there is nothing, so that "what a format holds" can be said field by field.
 */

/** A text that may be absent from a file. */
const text = z.string().default('');

/** A sentence in which a term stood, and where (title and address in words). */
export const termExampleSchema = z.strictObject({ text, source: text });
export type TermExample = z.infer<typeof termExampleSchema>;

/** One wording. `status` without a claim is `proposed`, `form` without a word is `full`. */
export const exchangeTermSchema = z.strictObject({
  lang: termLanguageSchema,
  text: z.string().min(1),
  form: termFormSchema.default('full'),
  status: termStatusSchema.default('proposed'),
  /** Where the wording is from: body, document, date, place, address. */
  source: text,
  /** Who uses it, when to prefer it. */
  usage: text,
  partOfSpeech: text,
  /** Region where it is used (TBX `geographicalUsage`). */
  region: text,
  /** First and last date of the wording, ISO 8601 as far as known. */
  from: text,
  to: text,
  contexts: z.array(termExampleSchema).default([]),
});
export type ExchangeTerm = z.infer<typeof exchangeTermSchema>;

/** A text in Chinese and in English. */
export const exchangeTextSchema = z.strictObject({ zh: text, en: text });

/** One meaning with its terms. */
export const exchangeEntrySchema = z.strictObject({
  /** Stable id; `''` when the file it came from gave none. */
  id: text,
  subject: text,
  definition: exchangeTextSchema.prefault({}),
  note: exchangeTextSchema.prefault({}),
  /** What the definition rests on. */
  source: text,
  terms: z.array(exchangeTermSchema).min(1),
  /** ISO date or date and time; `''` when unknown. */
  created: text,
  changed: text,
  /** Facts that only our own file holds (kind, relations, matching advice …), each by name. */
  other: z.array(z.strictObject({ name: z.string(), value: text })).default([]),
});
export type ExchangeEntry = z.infer<typeof exchangeEntrySchema>;

/** A term with nothing said but its words. */
export function plainTerm(lang: ExchangeTerm['lang'], text: string): ExchangeTerm {
  return {
    lang,
    text,
    form: 'full',
    status: 'proposed',
    source: '',
    usage: '',
    partOfSpeech: '',
    region: '',
    from: '',
    to: '',
    contexts: [],
  };
}

/** An entry with nothing but terms. */
export function plainEntry(terms: readonly ExchangeTerm[], id = ''): ExchangeEntry {
  return {
    id,
    subject: '',
    definition: { zh: '', en: '' },
    note: { zh: '', en: '' },
    source: '',
    terms: [...terms],
    created: '',
    changed: '',
    other: [],
  };
}

/** Terms of one side: Chinese of either script, or English. */
export function termsOfSide(entry: ExchangeEntry, side: 'zh' | 'en'): ExchangeTerm[] {
  return entry.terms.filter(({ lang }) => (lang === 'en') === (side === 'en'));
}

/** All pairs of a Chinese and an English term of the entries, in order, at most `most`. */
export function termPairs(entries: Iterable<ExchangeEntry>, most: number): [string, string][] {
  const pairs: [string, string][] = [];
  for (const entry of entries) {
    const english = termsOfSide(entry, 'en');
    for (const chinese of termsOfSide(entry, 'zh')) {
      for (const { text } of english) {
        if (pairs.length >= most) return pairs;
        pairs.push([chinese.text, text]);
      }
    }
  }
  return pairs;
}
