import type { Format, FormatName, RecordKind } from './format.ts';
import { anki } from './formats/anki.ts';
import { annotation } from './formats/annotation.ts';
import { cslJson, ris } from './formats/citations.ts';
import { spreadsheetCsv, toolCsv, toolTsv } from './formats/delimited.ts';
import { docx } from './formats/docx.ts';
import { html, plain } from './formats/html.ts';
import { hypothesis } from './formats/hypothesis.ts';
import { json } from './formats/json.ts';
import { markdown, markdownPages } from './formats/markdown.ts';
import { ods } from './formats/ods.ts';
import { odt } from './formats/odt.ts';
import { omegat } from './formats/omegat.ts';
import { tbx2008, tbx2019 } from './formats/tbx.ts';
import { xlsx } from './formats/xlsx.ts';

/** All formats that can be written, in the order of menus: ODF first. */
export const formats: readonly Format[] = [
  odt,
  ods,
  tbx2008,
  tbx2019,
  xlsx,
  docx,
  omegat,
  spreadsheetCsv,
  toolCsv,
  toolTsv,
  anki,
  markdown,
  markdownPages,
  html,
  plain,
  annotation,
  hypothesis,
  ris,
  cslJson,
  json,
];

/** Formats in which a kind of records can be saved, in the order of menus. */
export function formatsFor(kind: RecordKind): Format[] {
  return formats.filter(({ kinds, build }) => build && kinds.includes(kind));
}

/** The format of a name, in any of the ways people write it (`tbx2008`, `TBX 2008`). */
export function formatNamed(name: string): Format | undefined {
  const key = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (
    formats.find((format) => key(format.name) === key(name)) ??
    formats.find(({ name: own }) => aliases.get(key(name)) === own)
  );
}

/** Other names of formats. */
const aliases: ReadonlyMap<string, FormatName> = new Map([
  ['tbx', 'tbx-2008'],
  ['tbxbasic', 'tbx-2019'],
  ['tbxbasic2019', 'tbx-2019'],
  ['tbxbasic2008', 'tbx-2008'],
  ['tbxdca', 'tbx-2019'],
  ['tbx2019dca', 'tbx-2019'],
  ['tbxbasic2019dca', 'tbx-2019'],
  ['omegattsv', 'omegat'],
  ['csvexcel', 'csv'],
  ['csvspreadsheet', 'csv'],
  ['csvtool', 'csv-tools'],
  ['tbxbasic2019dcastyle', 'tbx-2019'],
  ['excel', 'xlsx'],
  ['word', 'docx'],
  ['ankitext', 'anki'],
  ['md', 'markdown'],
  ['markdownzip', 'markdown-pages'],
  ['jsonld', 'annotation'],
  ['w3c', 'annotation'],
  ['webannotation', 'annotation'],
  ['csl', 'csl-json'],
  ['txt', 'plain'],
]);

/** The format that a file name asks for when records of a kind are to be written. */
export function formatOfName(fileName: string, kind: RecordKind): Format | undefined {
  const name = fileName.toLowerCase();
  const fits = (ending: string) => name.endsWith(`.${ending}`);
  // The longest ending decides: `pages.csl.json` is no other JSON.
  const longest = formatsFor(kind)
    .flatMap(({ endings }) => endings.filter(fits))
    .toSorted((a, b) => b.length - a.length)[0];
  return formatsFor(kind).find(({ endings }) => longest !== undefined && endings.includes(longest));
}
