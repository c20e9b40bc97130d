import data from '../../../assets/interchange/columns.json' with { type: 'json' };
import type { TermLanguage } from '../../glossary/language.ts';
import type { TermStatus } from '../../glossary/status.ts';
import type { TermForm } from '../../glossary/term.ts';

/** What a column may hold. */
export type ColumnField = keyof typeof data.headings;
export const columnFields = Object.keys(data.headings) as ColumnField[];

/** Headings and words without what people write differently: width, case, blanks, punctuation. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, (signs) => (/^#$/.test(signs) ? signs : ''));
}

function tableOf<Name extends string>(words: Record<Name, readonly string[]>): ReadonlyMap<string, Name> {
  const table = new Map<string, Name>();
  for (const name of Object.keys(words) as Name[]) {
    for (const word of words[name]) {
      const key = headingKey(word);
      if (key !== '' && !table.has(key)) table.set(key, name);
    }
  }
  return table;
}

const headings = tableOf<ColumnField>(data.headings);
const statuses = tableOf<TermStatus>(data.statuses);
const forms = tableOf<TermForm>(data.forms);
const languages = tableOf<TermLanguage>(data.languages);

/** Longest first, so that a heading that holds several words goes by the one that says most. */
const longHeadings = [...headings].filter(([key]) => key.length >= 2).sort(([a], [b]) => b.length - a.length);
/** Words in Latin letters stand for themselves only when they are words: `en` stands in `identity`. */
const withinHeading = (heading: string, key: string) =>
  /^[\x20-\x7E]+$/.test(key) ? key.length >= 6 && heading.includes(key) : heading.includes(key);

/** What the words of a heading say to the letter, before brackets or inside them: 中文名稱 (Chinese). */
export function fieldOfExactHeading(heading: string): ColumnField | undefined {
  if (heading.length > 60) return undefined;
  const [outside = '', inside = ''] = heading.normalize('NFKC').split(/[()[\]/:\n]+/);
  return (
    headings.get(headingKey(heading)) ?? headings.get(headingKey(outside)) ?? headings.get(headingKey(inside))
  );
}

/** Letters that a heading may have beside the words by which it is known: 【必填】, the year. */
const MOST_BESIDE = 5;

/** What a heading says its column holds: by the exact words, else by the longest known words in a short heading. */
export function fieldOfHeading(heading: string): ColumnField | undefined {
  const exact = fieldOfExactHeading(heading);
  if (exact || heading.length > 60) return exact;
  const key = headingKey(heading);
  return longHeadings.find(
    ([known]) => key.length <= known.length + MOST_BESIDE && withinHeading(key, known),
  )?.[1];
}

/** Whether a cell is a word for a form (全稱, 簡稱): such words make up a second line of headings. */
export function isFormWord(text: string): boolean {
  return forms.has(headingKey(text));
}

/** The status that a word in a cell stands for. */
export function statusOfWord(word: string): TermStatus | undefined {
  return statuses.get(headingKey(word));
}

/** The form of a term that a word in a cell stands for. */
export function formOfWord(word: string): TermForm | undefined {
  return forms.get(headingKey(word));
}

/** The language of a term that a word or tag in a cell stands for. */
export function languageOfWord(word: string): TermLanguage | undefined {
  return languages.get(headingKey(word));
}

/** In which language headings and words are written: Chinese for here, English for agencies abroad. */
export type SheetLanguage = 'zh' | 'en';
const place = { zh: 0, en: 1 } as const;

/** A status in words. */
export function statusWord(status: TermStatus, language: SheetLanguage): string {
  return data.statuses[status][place[language]] ?? status;
}

/** A form of a term in words. */
export function formWord(form: TermForm, language: SheetLanguage): string {
  return data.forms[form][place[language]] ?? form;
}

/** Tag written for a language of terms: the one that tools here know. */
export function languageTag(language: TermLanguage): string {
  return data.languages[language][0] ?? language;
}

/** Name of a column in words. */
export function fieldWord(field: ColumnField, language: SheetLanguage): string {
  return data.headings[field][place[language]] ?? field;
}

/** Name of the sheet that we write. */
export const sheetName = (language: SheetLanguage): string => data.sheet[place[language]] ?? '';
/** Put at the end of a text that had to be cut. */
export const cutMark = data.cut;
/** How notes below a table begin. */
export const noteBeginnings: readonly string[] = data.noteBeginnings;

/** What a row of a table is: a concept with all its terms, or one term. */
export type Layout = 'concepts' | 'terms';

/** Columns of a layout that we write, with their headings. */
export function writtenColumns(
  layout: Layout,
  language: SheetLanguage,
): { field: ColumnField; heading: string }[] {
  return (data.written[layout] as ColumnField[]).map((field) => {
    const words = layout === 'terms' && field === 'id' ? data.termLayoutHeading.id : data.headings[field];
    return { field, heading: words[place[language]] ?? field };
  });
}

/** The layout of ours that a row of headings is, to the letter. */
export function ownLayout(cells: readonly string[]): { layout: Layout; language: SheetLanguage } | undefined {
  const line = cells.join('\u0000');
  for (const layout of ['concepts', 'terms'] as const) {
    for (const language of ['zh', 'en'] as const) {
      const own = writtenColumns(layout, language);
      if (own.map(({ heading }) => heading).join('\u0000') === line) return { layout, language };
    }
  }
  return undefined;
}
