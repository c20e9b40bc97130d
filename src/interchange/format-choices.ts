import type { FormatName, RecordKind } from './format.ts';

/** What the user may choose of a file beyond its format. */
export type FormatChoice = 'layout' | 'direction' | 'language' | 'currentOnly' | 'perPage' | 'title';

const tables = ['ods', 'xlsx', 'csv', 'csv-tools', 'tsv'] as const;

const ofGlossaries: Partial<Record<FormatName, readonly FormatChoice[]>> = {
  ...Object.fromEntries(tables.map((name) => [name, ['layout', 'language']])),
  'tbx-2008': ['direction', 'title'],
  'tbx-2019': ['direction', 'title'],
  omegat: ['direction', 'language', 'title'],
  json: ['title'],
};

const ofHighlights: Partial<Record<FormatName, readonly FormatChoice[]>> = {
  ...Object.fromEntries(tables.map((name) => [name, ['language']])),
  odt: ['language', 'title', 'perPage'],
  docx: ['language', 'title', 'perPage'],
  markdown: ['language', 'title', 'perPage'],
  html: ['language', 'title', 'perPage'],
  plain: ['language', 'perPage'],
  annotation: ['language', 'title'],
  ris: ['language'],
  'csl-json': ['language'],
};

/** Formats to save records in, ODF first: what `formatsFor` says, without the writers themselves. */
export const formatMenu: Readonly<Record<RecordKind, readonly FormatName[]>> = {
  glossary: ['ods', 'tbx-2008', 'tbx-2019', 'xlsx', 'omegat', 'csv', 'csv-tools', 'tsv', 'anki', 'json'],
  highlights: [
    'odt',
    'ods',
    'xlsx',
    'docx',
    'csv',
    'csv-tools',
    'tsv',
    'markdown',
    'html',
    'plain',
    'annotation',
    'hypothesis',
    'ris',
    'csl-json',
    'json',
  ],
};

/** The choices that make a difference for a format; the rest is not asked. */
export function choicesOf(format: FormatName, kind: RecordKind): ReadonlySet<FormatChoice> {
  if (kind === 'highlights') return new Set(ofHighlights[format]);
  // Whether old wordings are wanted is asked of every glossary; the complete file is complete.
  return new Set([...(ofGlossaries[format] ?? []), ...(format === 'json' ? [] : ['currentOnly' as const])]);
}
