import type { Format } from '../format.ts';
import { type ExchangeEntry, termsOfSide } from '../records/exchange-entry.ts';
import type { Holding } from '../records/losses.ts';

/** A field of Anki's text import: quoted where it holds a delimiter, a quote or a line break, or begins like a remark. */
function field(text: string): string {
  return /[\t"\n\r]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A tag of Anki has no blanks. */
const tag = (text: string): string => text.trim().replace(/\s+/g, '-');

/** What Anki knows a note by when it is imported again: the id, else the words. */
const guidOf = (entry: ExchangeEntry): string => entry.id || entry.terms.map(({ text }) => text).join('=');

function lineOf(entry: ExchangeEntry): string {
  const side = (name: 'zh' | 'en') =>
    termsOfSide(entry, name)
      .map(({ text }) => text)
      .join('; ');
  const definition = [entry.definition.zh, entry.definition.en].filter(Boolean).join('\n');
  const note = [entry.note.zh, entry.note.en].filter(Boolean).join('\n');
  return [guidOf(entry), side('zh'), side('en'), definition, note, tag(entry.subject)]
    .map((text) => field(text.toWellFormed()))
    .join('\t');
}

const holding: Holding = {
  fields: new Set(['id', 'grouping', 'term', 'subject', 'definitionZh', 'definitionEn', 'noteZh', 'noteEn']),
  text: (value, name) => (name === 'subject' ? tag(value) : value.toWellFormed()),
};

/** Notes for Anki 2.1.54 and later: Chinese, English, definition, note. */
export const anki: Format = {
  name: 'anki',
  mediaType: 'text/plain',
  endings: ['txt'],
  kinds: ['glossary'],
  holds: () => holding,
  build: ({ entries }) => {
    const head = ['#separator:tab', '#html:false', '#guid column:1', '#tags column:6'];
    return [{ name: 'anki.txt', content: `${[...head, ...entries.map(lineOf)].join('\n')}\n` }];
  },
};
