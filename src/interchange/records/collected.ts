import type { CollectedEntry, TermContext } from '../../glossary/collected-entry.ts';
import {
  type ExchangeEntry,
  plainEntry,
  plainTerm,
  type TermExample,
  termsOfSide,
} from './exchange-entry.ts';

function exampleOf({ sentence, title, address, collectedOn }: TermContext): TermExample {
  return { text: sentence, source: [title, address, collectedOn].filter(Boolean).join(', ') };
}

/** An entry of the reader's own glossary as a record of exchange. Its contexts go with the Chinese term if there is one. */
export function entryOfCollected(entry: CollectedEntry): ExchangeEntry {
  const terms = [
    ...(entry.zh ? [{ ...plainTerm('zh-Hant', entry.zh), status: entry.status }] : []),
    ...(entry.en ? [{ ...plainTerm('en', entry.en), status: entry.status }] : []),
  ];
  const [first, ...rest] = terms;
  const withContexts = first ? [{ ...first, contexts: entry.contexts.map(exampleOf) }, ...rest] : [];
  return {
    ...plainEntry(withContexts, entry.id),
    note: { zh: entry.note, en: '' },
    created: entry.createdAt,
    changed: entry.updatedAt,
    other: entry.concept ? [{ name: 'concept', value: entry.concept }] : [],
  };
}

/** Sorts the parts of the words that `exampleOf` wrote back into their fields; free text becomes the title. */
function contextOf({ text, source }: TermExample, day: string): TermContext {
  const address = /https?:\/\/\S+?(?=,?(\s|$))/.exec(source)?.[0] ?? '';
  const date = /(?:^|, )(\d{4}-\d{2}-\d{2})$/.exec(source)?.[1];
  const title = source
    .replace(address, '')
    .replace(/(?:^|, )\d{4}-\d{2}-\d{2}$/, '')
    .replace(/^[\s,]+|[\s,]+$/g, '');
  return { sentence: text, title, address, collectedOn: date ?? day };
}

/**
 * An entry of exchange as an entry of the reader's own glossary: its best term of each language, the rest in the note.
 * `id` is used when the entry's own is no UUID; `now` is ISO 8601 in UTC.
 */
export function collectedOfEntry(entry: ExchangeEntry, id: string, now: string): CollectedEntry {
  const [zh, ...moreZh] = termsOfSide(entry, 'zh');
  const [en, ...moreEn] = termsOfSide(entry, 'en');
  const more = [...moreZh, ...moreEn].map(({ text }) => text).join('; ');
  const own = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(entry.id);
  const time = (text: string) => (/^\d{4}-\d{2}-\d{2}T.*Z$/.test(text) ? text : now);
  return {
    id: own ? entry.id : id,
    zh: zh?.text ?? '',
    en: en?.text ?? '',
    status: en?.status ?? zh?.status ?? 'proposed',
    note: [entry.note.zh, entry.note.en, more].filter(Boolean).join('\n'),
    contexts: entry.terms.flatMap(({ contexts }) =>
      contexts.map((example) => contextOf(example, now.slice(0, 10))),
    ),
    createdAt: time(entry.created),
    updatedAt: time(entry.changed),
  };
}
