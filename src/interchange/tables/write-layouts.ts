import { STATUS_RANK } from '../../glossary/status.ts';
import type { BuildFacts } from '../format.ts';
import { type ExchangeEntry, type ExchangeTerm, termsOfSide } from '../records/exchange-entry.ts';
import { type ColumnField, formWord, languageTag, statusWord, writtenColumns } from './headings.ts';

type Words = Pick<BuildFacts, 'language' | 'layout'>;
type Cells = Partial<Record<ColumnField, string>>;

/** Synonyms stand in one cell between bars, so a bar inside a term becomes a full-width one. */
function joinTerms(terms: readonly ExchangeTerm[]): string {
  return terms.map(({ text }) => text.replaceAll('|', '｜')).join('|');
}

/** The term that the one status of a row is about: the best English one, else the best there is. */
function speaker(entry: ExchangeEntry): ExchangeTerm | undefined {
  const terms = termsOfSide(entry, 'en').length > 0 ? termsOfSide(entry, 'en') : entry.terms;
  return terms.toSorted((a, b) => STATUS_RANK[a.status] - STATUS_RANK[b.status])[0];
}

function conceptCells(entry: ExchangeEntry, { language }: Words): Cells {
  const about = speaker(entry);
  return {
    id: entry.id,
    zh: joinTerms(entry.terms.filter(({ lang }) => lang === 'zh-Hant')),
    en: joinTerms(termsOfSide(entry, 'en')),
    status: about ? statusWord(about.status, language) : '',
    subject: entry.subject,
    definition:
      language === 'en'
        ? entry.definition.en || entry.definition.zh
        : entry.definition.zh || entry.definition.en,
    source: about?.source ?? '',
    note: language === 'en' ? entry.note.en || entry.note.zh : entry.note.zh || entry.note.en,
  };
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

function termCells(entry: ExchangeEntry, term: ExchangeTerm, id: string, { language }: Words): Cells {
  const side = term.lang === 'en' ? 'en' : 'zh';
  const first = termsOfSide(entry, side)[0] === term;
  return {
    id,
    language: languageTag(term.lang),
    term: term.text,
    form: formWord(term.form, language),
    status: statusWord(term.status, language),
    subject: entry.subject,
    definition: first ? entry.definition[side] : '',
    definitionSource: first ? entry.source : '',
    source: term.source,
    usage: term.usage,
    context: term.contexts.map(({ text }) => oneLine(text)).join('\n'),
    contextSource: term.contexts.map(({ source }) => oneLine(source)).join('\n'),
    partOfSpeech: term.partOfSpeech,
    region: term.region,
    from: term.from,
    to: term.to,
    note: first ? entry.note[side] : '',
    created: entry.created,
    changed: entry.changed,
  };
}

/** Rows of a glossary in a layout of ours, the headings first. `concepts`: a row an entry; `terms`: a row a term. */
export function layoutRows(entries: readonly ExchangeEntry[], words: Words): string[][] {
  const columns = writtenColumns(words.layout, words.language);
  const toRow = (cells: Cells) => columns.map(({ field }) => cells[field] ?? '');
  const rows =
    words.layout === 'concepts'
      ? entries.map((entry) => toRow(conceptCells(entry, words)))
      : entries.flatMap((entry, at) =>
          // Rows belong together by id, so an entry without one is given its number.
          entry.terms.map((term) => toRow(termCells(entry, term, entry.id || `${at + 1}`, words))),
        );
  return [columns.map(({ heading }) => heading), ...rows];
}
