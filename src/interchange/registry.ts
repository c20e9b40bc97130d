import type { Format, FormatName, RecordKind } from './format.ts';
import { spreadsheetCsv, toolCsv, toolTsv } from './formats/delimited.ts';
import { json } from './formats/json.ts';
import { ods } from './formats/ods.ts';
import { omegat } from './formats/omegat.ts';
import { tbx2008, tbx2019 } from './formats/tbx.ts';
import { xlsx } from './formats/xlsx.ts';

/** All formats that can be written, in the order of menus: ODF first. */
export const formats: readonly Format[] = [
  ods,
  tbx2008,
  tbx2019,
  xlsx,
  omegat,
  spreadsheetCsv,
  toolCsv,
  toolTsv,
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
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return formatsFor(kind).find(({ endings }) => endings.includes(ending));
}
