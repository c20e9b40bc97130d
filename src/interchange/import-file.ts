import { decodeAs, decodeText } from './decode/encoding.ts';
import { recogniseContent, recogniseText } from './decode/recognise.ts';
import { gateXml } from './decode/xml-events.ts';
import { unpackZip, zipNames } from './decode/zip-gate.ts';
import { emptyReading, type FileReading, type ImportChoices, type SourceFile } from './file-reading.ts';
import type { FormatName } from './format.ts';
import { readDelimited } from './formats/delimited.ts';
import { readHtmlTable } from './formats/html-table.ts';
import { readJson } from './formats/json.ts';
import { readListArchive } from './formats/list-archive.ts';
import { readOds } from './formats/ods-reader.ts';
import { omegat } from './formats/omegat.ts';
import { readTbx } from './formats/tbx-reader.ts';
import { readXls, readXlsx } from './formats/xlsx-reader.ts';
import { readXmlSpreadsheet, XML_SPREADSHEET } from './formats/xml-spreadsheet.ts';
import { MOST_FILE_BYTES } from './limits.ts';
import { type Blanks, type Notice, Refusal, type RefusalCode } from './notices.ts';

/** What an import of a file would do: what was recognised, what would be taken, what not and why. */
export interface ImportReport {
  readonly outcome: 'accept' | 'accept-with-warning' | 'reject';
  /** Why it is refused; absent otherwise. */
  readonly refusal?: { readonly code: RefusalCode; readonly blanks: Blanks };
  /** What the file was recognised as, `null` when it was not. */
  readonly format: FormatName | null;
  readonly reading: FileReading;
}

type Read = (file: SourceFile, choices: ImportChoices) => Promise<FileReading> | FileReading;

/** Archives are told apart by their members: ODF by its own type, workbooks by their main part, else a bundle of lists. */
function readerOfZip(bytes: Uint8Array): { format: FormatName; read: Read } {
  const names = zipNames(bytes);
  if (names.includes('content.xml')) {
    const type = new TextDecoder().decode(unpackZip(bytes, (name) => name === 'mimetype').get('mimetype'));
    if (type !== '' && !type.includes('spreadsheet')) throw new Refusal('binary');
    return { format: 'ods', read: readOds };
  }
  if (names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return { format: 'xlsx', read: readXlsx };
  if (names.includes('word/document.xml') || names.includes('ppt/presentation.xml'))
    throw new Refusal('binary');
  return { format: 'ods-zip', read: readListArchive };
}

/** Which reader a file is for, by its content; the name decides only where the content leaves a doubt. */
function readerOf(file: SourceFile, choices: ImportChoices): { format: FormatName; read: Read } {
  const kind = recogniseContent(file.bytes);
  if (kind === 'zip') return readerOfZip(file.bytes);
  if (kind === 'ole') return { format: 'xls', read: readXls };
  const { text } = choices.encoding ? decodeAs(file.bytes, choices.encoding) : decodeText(file.bytes);
  const textKind = recogniseText(text, file.name);
  if (textKind === 'json') return { format: 'json', read: readJson };
  if (textKind === 'omegat') return { format: 'omegat', read: omegat.read as Read };
  if (textKind === 'tbx')
    return { format: /<(\w+:)?martif\b/.test(text.slice(0, 4096)) ? 'tbx-2008' : 'tbx-2019', read: readTbx };
  if (textKind === 'html') return { format: 'html-table', read: readHtmlTable };
  if (textKind === 'xml') {
    // What is hostile is named as such, even in a file that would be of no use.
    gateXml(text);
    if (text.slice(0, 4096).includes(XML_SPREADSHEET)) return { format: 'xls', read: readXmlSpreadsheet };
    throw new Refusal('not-a-list');
  }
  return { format: 'csv', read: readDelimited };
}

/** Notices that follow from how many rows were left out. */
function closingNotices({ problems, taken }: FileReading): Notice[] {
  if (problems.length === 0) return [];
  return [{ code: 'rows-left-out', blanks: { count: problems.length, taken: taken.length } }];
}

/** A format that is told from its neighbour only when it has been read. */
function exactFormat(format: FormatName, reading: FileReading): FormatName {
  if (reading.variant) return reading.variant;
  if (format === 'csv' && reading.delimiter === '\t') return 'tsv';
  return format;
}

/**
 * What an import of a file would do. Nothing is written and nothing thrown: a file that cannot be taken is told with a
 * code. Runs without a DOM, so a worker can do it.
 */
export async function importFile(file: SourceFile, choices: ImportChoices = {}): Promise<ImportReport> {
  let format: FormatName | null = null;
  try {
    if (file.bytes.length > MOST_FILE_BYTES)
      throw new Refusal('too-large', { most: MOST_FILE_BYTES / 1024 / 1024 });
    const reader = readerOf(file, choices);
    format = reader.format;
    const reading = await reader.read(file, choices);
    format = exactFormat(format, reading);
    if (reading.taken.length + reading.highlights.length === 0)
      return {
        outcome: 'reject',
        refusal: { code: reading.fault ?? 'no-entries', blanks: { rows: reading.rows } },
        format,
        reading,
      };
    const notices = [...reading.notices, ...closingNotices(reading)];
    const outcome = notices.length > 0 ? 'accept-with-warning' : 'accept';
    return { outcome, format, reading: { ...reading, notices } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      outcome: 'reject',
      refusal: { code: error.code, blanks: error.blanks },
      format,
      reading: emptyReading,
    };
  }
}
