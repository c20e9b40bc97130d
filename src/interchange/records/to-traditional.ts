import { documentWord } from '../highlights/document-words.ts';
import type { SheetLanguage } from '../tables/headings.ts';
import type { ExchangeEntry, ExchangeTerm } from './exchange-entry.ts';

/**
 * Gives every entry that has Simplified Chinese terms only the same words as they are written in Taiwan, beside the
 * original and said to be converted: a conversion is a guess, so it claims no status. `language`: of the remark.
 */
export async function traditionalBeside(
  language: SheetLanguage,
): Promise<(entry: ExchangeEntry) => ExchangeEntry> {
  // A megabyte of tables, wanted by few lists.
  const { Converter } = await import('opencc-js/cn2t');
  const convert = Converter({ from: 'cn', to: 'twp' });
  const remark = documentWord('converted', language);
  const converted = (term: ExchangeTerm): ExchangeTerm => ({
    ...term,
    lang: 'zh-Hant',
    text: convert(term.text),
    status: 'proposed',
    usage: [term.usage, remark].filter(Boolean).join('; '),
    contexts: [],
  });
  return (entry) => {
    if (entry.terms.some(({ lang }) => lang === 'zh-Hant')) return entry;
    const simplified = entry.terms.filter(({ lang }) => lang === 'zh-Hans');
    return { ...entry, terms: [...simplified.map(converted), ...entry.terms] };
  };
}
